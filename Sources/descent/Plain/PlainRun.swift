import ErrorSurfaces
import Experiments
import Foundation
import NeuralNetwork
import Plots
import Training
import Visualizer

/// An experiment told in lines of text, for screen readers and logs: what it is, how it goes, and its lesson step by step.
struct PlainRun {
  private var run: OffscreenRun
  /// Where it ends without a lesson.
  private static let epochs = 100

  init(_ run: OffscreenRun) { self.run = run }

  /// Tells everything, to standard output.
  mutating func tell() throws {
    try introduce()
    if run.state.lesson == nil {
      try report()
      try train(epochs: Self.epochs)
    } else {
      try teach()
    }
    try say("The end.")
  }

  // MARK: Lessons

  private mutating func teach() throws {
    try report()
    while let lesson = run.state.lesson {
      try say("", "Step \(lesson.index + 1) of \(lesson.steps.count).")
      try [lesson.step.say, lesson.step.question?.text].compactMap { $0 }.forEach { try say($0) }
      if !lesson.step.changes.isEmpty {
        try say("Set: " + lesson.step.changes.map { "\($0.key) = \($0.value)" }.joined(separator: ", ") + ".")
      }
      let isGuess = lesson.awaitsChoice
      if let question = lesson.step.question { try ask(question) }
      if lesson.step.run != nil {
        if !isGuess, !run.state.isRunning { run.perform(.toggleRun) }
        try follow()
      }
      guard !lesson.isAtEnd else { return }
      try wait("Enter goes on.")
      run.perform(.lessonForward)
    }
  }

  /// Asks for a guess; where nobody answers, the first is taken.
  private mutating func ask(_ question: LessonStep.Question) throws {
    for (number, choice) in question.choices.enumerated() { try say("  \(number + 1): \(choice)") }
    guard !question.choices.isEmpty else { return }
    let line = try wait("Which? A number and Enter.")
    let number = line.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    let guess = min(max(0, (number ?? 1) - 1), question.choices.count - 1)
    run.perform(.focus(.lesson))
    for _ in 0..<guess { run.perform(.move(.down)) }
    run.perform(.enter)
    if number != nil { try say("Your guess: \(question.choices[guess]).") }
    if let answer = question.answer { try say("The answer: \(question.choices[answer]).") }
  }

  /// Reports on the run of a step until it has come to its end.
  private mutating func follow() throws {
    var next = 1
    var count = 0
    while run.state.isRunning {
      let updates = run.state.updatesToGoal ?? run.updatesPerEpoch
      run.perform(.train(updates: min(updates, run.updatesPerEpoch)))
      count += 1
      guard count == next, run.state.isRunning else { continue }
      next = Self.later(than: next)
      try report()
    }
    try report()
  }

  // MARK: Numbers

  private func introduce() throws {
    guard let current = run.state.run else { return }
    let (experiment, trainer) = (current.experiment, current.trainer)
    let sizes = trainer.network.layout.sizes.map(String.init).joined(separator: "-")
    let activations = trainer.network.activations.map(\.rawValue).joined(separator: ", ")
    try say(experiment.title)
    if !experiment.summary.isEmpty { try say(experiment.summary) }
    try say(
      "Data: \(trainer.data.training.count) training samples, \(trainer.data.test.count) test samples, "
        + (trainer.data.inputNames.count == 1 ? "1 input." : "\(trainer.data.inputNames.count) inputs."),
      "Network: \(sizes), activations \(activations), \(trainer.network.layout.count) weights and biases.",
      "Training: \(trainer.settings.optimizer.rawValue), learning rate \(trainer.settings.learningRate), "
        + "\(batch(trainer.settings.batch)), cost \(trainer.settings.cost.rawValue).")
  }

  private func batch(_ size: BatchSize) -> String {
    switch size {
    case .all: "all samples in one batch"
    case .samples(let count): count == 1 ? "one sample an update" : "batches of \(count)"
    }
  }

  private mutating func train(epochs: Int) throws {
    var next = 1
    for epoch in 1...epochs where !run.hasDiverged {
      run.train(updates: run.updatesPerEpoch)
      guard epoch == next || epoch == epochs || run.hasDiverged else { continue }
      next = Self.later(than: next)
      run.pause()
      try report()
    }
  }

  /// Where it stands: the costs, or each racer's.
  private func report() throws {
    if let race = run.state.surface.race {
      let racers = race.standings.map { "\(race.racers[$0].entrant.optimizer.rawValue) \(number(race.costs[$0]))" }
      return try say("Step \(race.steps): cost " + racers.joined(separator: ", ") + ".")
    }
    guard let current = run.state.run else { return }
    var parts = [("training", current.training), ("test", current.test)].compactMap { name, measures in
      measures.map { "\(name) cost \(number($0.cost))" }
    }
    if let accuracy = current.test?.accuracy ?? current.training?.accuracy {
      parts.append("\(NumberFormat.fixed(100 * accuracy, decimals: 1)) % right")
    }
    try say("Epoch \(current.trainer.epoch), update \(current.trainer.updates): \(parts.joined(separator: ", ")).")
    if let divergence = current.trainer.divergence {
      try say(
        "Training stopped: the gradient of \(divergence.parameter) is \(divergence.value). A smaller learning rate may help."
      )
    }
  }

  private func number(_ value: Double) -> String { NumberFormat.reading.string(value) }

  /// 1, 2, 5, 10, 20, 50, …
  private static func later(than count: Int) -> Int {
    var leading = count
    while leading >= 10 { leading /= 10 }
    return leading == 2 ? count / 2 * 5 : count * 2
  }

  // MARK: Words

  private func say(_ lines: String...) throws {
    for line in lines { try Output.write(line + "\n") }
  }

  /// Waits for a line where a person types; nil where nobody does.
  @discardableResult
  private func wait(_ words: String) throws -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return readLine() }
    try say(words)
    return readLine()
  }
}
