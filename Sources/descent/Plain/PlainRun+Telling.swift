import Datasets
import NeuralNetwork
import Plots
import Session
import Training

/// What an experiment is, and how it goes.
extension PlainRun {
  func introduce() throws {
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

  // MARK: Training

  /// Trains so many epochs, or sweeps; where others walk on the surface, so many of their steps.
  mutating func train(epochs: Int) throws {
    var next = 1
    for epoch in 1...epochs {
      guard try run(updates: session.scene.ownsSteps ? 1 : session.run.history.process.cadence.updatesPerEpoch) else {
        break
      }
      guard epoch == next || epoch == epochs else { continue }
      next = Self.later(than: next)
      if epoch != epochs { try report() }
    }
    try report()
  }

  mutating func train(updates: Int) throws {
    _ = try run(updates: updates)
    try report()
  }

  /// Makes so many updates, in fog so many steps, and stands still; whether there can be more.
  private mutating func run(updates: Int) throws -> Bool {
    if !session.isRunning { try act(.toggleRun) }
    if session.scene.fog != nil {
      for _ in 0..<updates where session.isRunning { try act(.train(updates: 1)) }
    } else {
      try act(.train(updates: updates))
    }
    let goesOn = session.isRunning
    pause()
    return goesOn && !session.hasDiverged && !session.isAtRest
  }

  /// 1, 2, 5, 10, 20, 50, …
  static func later(than count: Int) -> Int {
    var leading = count
    while leading >= 10 { leading /= 10 }
    return leading == 2 ? count / 2 * 5 : count * 2
  }

  // MARK: Reports

  /// Where it stands: the costs, or each racer's; and whether a goal is reached.
  func report() throws {
    try reportCosts()
    try reportTwin()
    guard let lesson = session.lesson, lesson.step.goal != nil, conversation.isAsked else { return }
    try say(lesson.isGoalOpen ? "The goal is not reached yet." : "The goal is reached.")
  }

  private func reportCosts() throws {
    if let settler = session.run.history.process.settler {
      return try say("Sweep \(settler.sweeps), update \(settler.updates): \(settler.plainWords).")
    }
    if let fog = session.scene.fog { return try say("Step \(fog.steps): cost \(number(fog.place.cost)).") }
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
      try say("Training stopped: \(divergence). A smaller learning rate may help.")
    }
  }

  private func number(_ value: Double) -> String { NumberFormat.reading.string(value) }
}
