import Datasets
import ErrorSurfaces
import Experiments
import Foundation
import NeuralNetwork
import Plots
import Session
import Training

/// An experiment told in lines of text, for screen readers and logs: what it is, how it goes, its lesson step by step, and
/// what is asked for in between.
struct PlainRun {
  var headless: HeadlessSession
  /// Where it ends without a lesson.
  private static let epochs = 100

  init(_ headless: HeadlessSession) { self.headless = headless }

  var session: LearningSession { headless.session }

  /// Does something in the person's name.
  @discardableResult
  mutating func perform(_ action: LearningSession.Action) -> [News] { headless.perform(action) }

  mutating func pause() { if session.isRunning { perform(.toggleRun) } }

  /// Tells everything, to standard output.
  mutating func tell() throws {
    try introduce()
    if session.lesson == nil {
      try report()
      if isAsked { try converse() } else { try train(epochs: Self.epochs) }
    } else {
      do { try teach() } catch is Ended {}
    }
    try say("The end.")
  }

  // MARK: Lessons

  private mutating func teach() throws {
    try report()
    while let lesson = session.lesson {
      let extra = lesson.visit.place.aside.map { ", extra step \($0.number + 1) of \($0.steps.count)" } ?? ""
      try say("", "Step \(lesson.index + 1) of \(lesson.steps.count)\(extra).")
      try [lesson.visit.text.say, lesson.visit.text.question].compactMap { $0 }.forEach { try say($0) }
      if !lesson.step.changes.isEmpty {
        try say("Set: " + lesson.step.changes.map { "\($0.key) = \($0.value)" }.joined(separator: ", ") + ".")
      }
      let isGuess = lesson.awaitsChoice
      if let kind = lesson.awaitedPick {
        try askForPick(kind)
      } else if isGuess {
        try lesson.awaitsNumber ? askForNumber() : ask(lesson.visit.text)
      }
      guard session.lesson?.length == lesson.length else { continue }
      if lesson.step.run != nil {
        if !isGuess, !session.isRunning { headless.perform(.toggleRun) }
        try follow()
      }
      try tellAnswer()
      guard session.lesson?.isAtEnd == false else { return }
      try wait("Enter goes on; help lists commands.")
      headless.perform(.lesson(.forward))
      // Nothing can be changed here, so a goal is gone past.
      if session.lesson?.length == lesson.length { headless.perform(.lesson(.forward)) }
    }
  }

  /// Asks for a guess; where nobody answers, the first is taken.
  private mutating func ask(_ text: LessonText) throws {
    for (number, choice) in text.choices.enumerated() { try say("  \(number + 1): \(choice)") }
    while session.lesson?.awaitsChoice == true {
      guard let line = try wait("Which? A number and Enter.") else { return giveUp(choosing: 0) }
      let number = Int(line.trimmingCharacters(in: .whitespaces)) ?? 1
      let guess = min(max(0, number - 1), text.choices.count - 1)
      try say("Your guess: \(text.choices[guess]).")
      headless.perform(.lesson(.choose(guess)))
      if session.lesson?.awaitsChoice == true { try sayWrong() }
      guard !lookedCloser() else { return }
    }
  }

  /// Goes on to the extra steps that a wrong answer leads to; whether there are any.
  mutating func lookedCloser() -> Bool {
    guard session.lesson?.leadsAside == true else { return false }
    headless.perform(.lesson(.forward))
    return true
  }

  /// Asks for a number; where nobody answers, it is shown.
  private mutating func askForNumber() throws {
    while session.lesson?.awaitsNumber == true {
      guard let line = try wait("Your answer? A number and Enter.") else {
        headless.perform(.lesson(.answer("0")))
        headless.perform(.lesson(.forward))
        return
      }
      headless.perform(.lesson(.answer(line)))
      if session.lesson?.awaitsNumber == true { try sayWrong() }
      guard !lookedCloser() else { return }
    }
  }

  private mutating func giveUp(choosing choice: Int) {
    headless.perform(.lesson(.choose(choice)))
    if session.lesson?.awaitsChoice == true { headless.perform(.lesson(.forward)) }
  }

  func sayWrong() throws {
    try say("Not so." + (session.lesson?.hint.map { " " + $0 } ?? ""))
  }

  /// What was right, once that is known.
  private func tellAnswer() throws {
    guard let lesson = session.lesson, lesson.visit.chosen != nil else { return }
    if let right = lesson.visit.right { try say("The answer: \(lesson.visit.text.choices[right]).") }
    if let right = lesson.visit.rightPicks.first { try say("The answer: \(right.name(in: session.run)).") }
    if let number = lesson.visit.number { try say("The answer: \(Passage.words(for: number)).") }
    if let hint = lesson.hint { try say(hint) }
  }

  /// Reports on the run of a step until it has come to its end.
  private mutating func follow() throws {
    var next = 1
    var count = 0
    while session.isRunning {
      let updates = session.updatesToGoal ?? session.run.history.process.cadence.updatesPerEpoch
      headless.perform(.train(updates: min(updates, session.run.history.process.cadence.updatesPerEpoch)))
      count += 1
      guard count == next, session.isRunning else { continue }
      next = Self.later(than: next)
      try report()
    }
    try report()
  }

  // MARK: Numbers

  private func introduce() throws {
    let experiment = session.run.experiment
    try say(experiment.title)
    if !experiment.summary.isEmpty { try say(experiment.summary) }
    guard let trainer = session.run.history.process.training else {
      for line in session.introduction { try say(line) }
      return
    }
    let sizes = trainer.network.layout.sizes.map(String.init).joined(separator: "-")
    let activations = trainer.network.activations.map(\.rawValue).joined(separator: ", ")
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

  mutating func train(epochs: Int) throws {
    var next = 1
    for epoch in 1...epochs where !session.hasDiverged && !session.isAtRest {
      if !session.isRunning { headless.perform(.toggleRun) }
      headless.perform(.train(updates: session.run.history.process.cadence.updatesPerEpoch))
      guard epoch == next || epoch == epochs || session.hasDiverged || session.isAtRest else { continue }
      next = Self.later(than: next)
      pause()
      try report()
    }
  }

  /// Where it stands: the costs, or each racer's.
  func report() throws {
    if let settler = session.run.history.process.settler {
      return try say("Sweep \(settler.sweeps), update \(settler.updates): \(settler.plainWords).")
    }
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
    try say(
      "Epoch \(current.history.process.epoch), update \(current.history.process.updates): \(parts.joined(separator: ", "))."
    )
    if let divergence = current.history.process.divergence {
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

  func say(_ lines: String...) throws {
    for line in lines { try Output.write(line.printable + "\n") }
  }

  /// Whether there is somebody, or a file, that asks: not where nothing comes in, or where a log is written.
  private var isAsked: Bool {
    var input = stat()
    guard fstat(STDIN_FILENO, &input) == 0 else { return false }
    switch input.st_mode & S_IFMT {
    case S_IFCHR: return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    case S_IFIFO, S_IFREG: return true
    default: return false
    }
  }

  /// The next line that is typed; nil where there are no more.
  func prompt() throws -> String? {
    if isatty(STDIN_FILENO) == 1 { try Output.write("> ") }
    return readLine()
  }

  /// Waits for a line where a person types, and obeys commands that come in its place; nil where nobody types, or the end is
  /// asked for.
  @discardableResult
  mutating func wait(_ words: String) throws -> String? {
    if isatty(STDIN_FILENO) == 1 { try say(words) }
    while let line = try prompt() {
      let first = line.split(separator: " ").first.map(String.init) ?? ""
      guard PlainCommand.names.contains(first.lowercased()) else { return line }
      guard try obey(line) else { throw Ended() }
    }
    return nil
  }

  /// The person has asked for the end.
  private struct Ended: Error {}
}
