import ErrorSurfaces
import Experiments
import Foundation
import NeuralNetwork
import Plots
import Session
import Training

/// An experiment told in lines of text, for screen readers and logs: what it is, how it goes, and its lesson step by step.
struct PlainRun {
  private var headless: HeadlessSession
  /// Where it ends without a lesson.
  private static let epochs = 100

  init(_ headless: HeadlessSession) { self.headless = headless }

  private var session: LearningSession { headless.session }

  /// Tells everything, to standard output.
  mutating func tell() throws {
    try introduce()
    if session.lesson == nil {
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
    while let lesson = session.lesson {
      try say("", "Step \(lesson.index + 1) of \(lesson.steps.count).")
      try [lesson.step.say, lesson.step.question?.text].compactMap { $0 }.forEach { try say($0) }
      if !lesson.step.changes.isEmpty {
        try say("Set: " + lesson.step.changes.map { "\($0.key) = \($0.value)" }.joined(separator: ", ") + ".")
      }
      let isGuess = lesson.awaitsChoice
      if let question = lesson.step.question { try ask(question) }
      if lesson.step.run != nil {
        if !isGuess, !session.isRunning { headless.perform(.toggleRun) }
        try follow()
      }
      guard !lesson.isAtEnd else { return }
      try wait("Enter goes on.")
      headless.perform(.lesson(.forward))
    }
  }

  /// Asks for a guess; where nobody answers, the first is taken.
  private mutating func ask(_ question: LessonStep.Question) throws {
    for (number, choice) in question.choices.enumerated() { try say("  \(number + 1): \(choice)") }
    guard !question.choices.isEmpty else { return }
    let line = try wait("Which? A number and Enter.")
    let number = line.flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    let guess = min(max(0, (number ?? 1) - 1), question.choices.count - 1)
    headless.perform(.lesson(.choose(guess)))
    if number != nil { try say("Your guess: \(question.choices[guess]).") }
    if let answer = question.answer { try say("The answer: \(question.choices[answer]).") }
  }

  /// Reports on the run of a step until it has come to its end.
  private mutating func follow() throws {
    var next = 1
    var count = 0
    while session.isRunning {
      let updates = session.updatesToGoal ?? session.run.trainer.updatesPerEpoch
      headless.perform(.train(updates: min(updates, session.run.trainer.updatesPerEpoch)))
      count += 1
      guard count == next, session.isRunning else { continue }
      next = Self.later(than: next)
      try report()
    }
    try report()
  }

  // MARK: Numbers

  private func introduce() throws {
    let (experiment, trainer) = (session.run.experiment, session.run.trainer)
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
    for epoch in 1...epochs where !session.hasDiverged {
      if !session.isRunning { headless.perform(.toggleRun) }
      headless.perform(.train(updates: session.run.trainer.updatesPerEpoch))
      guard epoch == next || epoch == epochs || session.hasDiverged else { continue }
      next = Self.later(than: next)
      headless.perform(.toggleRun)
      try report()
    }
  }

  /// Where it stands: the costs, or each racer's.
  private func report() throws {
    if let race = session.scene.race {
      let racers = race.standings.map { "\(race.racers[$0].entrant.optimizer.rawValue) \(number(race.costs[$0]))" }
      return try say("Step \(race.steps): cost " + racers.joined(separator: ", ") + ".")
    }
    let current = session.run
    var parts = [("training", current.training), ("test", current.test)].compactMap { name, measures in
      measures.map { "\(name) cost \(number($0.cost))" }
    }
    if let accuracy = current.test?.accuracy ?? current.training?.accuracy {
      parts.append("\(NumberFormat.fixed(100 * accuracy, decimals: 1)) % right")
    }
    try say("Epoch \(current.trainer.epoch), update \(current.trainer.updates): \(parts.joined(separator: ", ")).")
    if let divergence = current.trainer.divergence {
      try say(
        "Training stopped: \(divergence). A smaller learning rate may help."
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
