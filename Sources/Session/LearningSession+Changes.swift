import Datasets
import Experiments
import NeuralNetwork
import Training

/// A change of a setting that waits for the rows of a file.
struct AwaitedChange: Sendable {
  let experiment: Experiment
  let setting: Setting
}

extension LearningSession {
  /// Changes a setting to its next or previous choice that goes with the rest of the experiment.
  mutating func change(_ setting: Setting, by step: Int, layer: Int?) {
    guard setting.applies(to: run.experiment) else {
      return say(.refused(setting.refusal(in: run.history.process.kind)))
    }
    var candidate = run.experiment
    var refusal: (any Error)?
    for _ in 0..<setting.ringCount {
      guard let next = run.stepped(candidate, setting, by: step, element: layer) else { break }
      candidate = next
      do { return try take(candidate, setting) } catch { refusal = refusal ?? error }
    }
    say(refusal.map { .refused(String(describing: $0)) } ?? .noFurtherChoice(setting))
  }

  /// Sets a setting to a typed value, or says what it takes.
  mutating func set(_ setting: Setting, to text: String) {
    guard setting.applies(to: run.experiment) else {
      return say(.refused(setting.refusal(in: run.history.process.kind)))
    }
    do {
      let changed = try setting.changing(run.experiment, toTyped: text)
      try take(setting == .data ? run.suited(changed) : changed, setting)
    } catch {
      say(.refused(String(describing: error)))
    }
  }

  /// Stochastic, then mini-batch, then batch.
  mutating func nextBatchMode() {
    guard run.history.process.settler == nil else { return change(.order, by: 1, layer: nil) }
    switch run.experiment.training.batch {
    case .samples(1): set(.batch, to: "\(run.miniBatch)")
    case .samples: set(.batch, to: "all")
    case .all: set(.batch, to: "1")
    }
  }

  /// Sets one weight or bias by hand.
  mutating func setParameter(_ index: Int, to value: Float) {
    guard run.history.process.settler == nil else { return }
    run.make(run.history.process.edit(parameter: index, value: value))
    say(.parameter("\(run.history.process.point.layout.name(at: index))", value: value))
  }

  /// Goes on with a changed experiment, once the rows that it wants have been read.
  mutating func take(_ changed: Experiment, _ setting: Setting) throws {
    var changed = changed
    // A share of two parts is asked for in place of three.
    if setting == .trainShare { changed.recipe.split = nil }
    let rows = run.rowsAtHand(for: changed)
    if let rows, setting != .data { changed = run.keeping(changed, with: rows) }
    guard rows == nil, !asksWhatIf, run.needsRows(for: changed) else { return try adopt(changed, setting, rows: rows) }
    awaitedChange = AwaitedChange(experiment: changed, setting: setting)
    effects.append(.read(changed.recipe))
  }

  /// Makes the change that waited for rows; where there is none they are a lesson's.
  mutating func take(rows: Dataset) {
    guard let awaited = awaitedChange else { return enterAwaitedStep(rows) }
    awaitedChange = nil
    let (changed, setting) = (awaited.experiment, awaited.setting)
    do {
      try adopt(
        setting == .data ? run.suited(changed, to: rows) : run.keeping(changed, with: rows), setting, rows: rows)
    } catch {
      say(.refused(String(describing: error)))
    }
  }

  private mutating func adopt(_ experiment: Experiment, _ setting: Setting, rows: Dataset?) throws {
    guard !asksWhatIf else { return try beginTwin(experiment, rows: rows) }
    try run.adopt(experiment, rows: rows)
    say(.changed(setting, to: setting.effectiveValue(in: experiment)))
    if setting == .view { effects.append(.show(view: experiment.view)) }
    warnOfThreshold()
  }

  /// Says, where it is so, that a threshold has no slope to descend on.
  private mutating func warnOfThreshold() {
    guard run.history.process.kind == .feedforward else { return }
    let (network, optimizer) = (run.trainer.network, run.trainer.settings.optimizer)
    guard network.activations.contains(.threshold), optimizer != .perceptron, optimizer != .randomSearch else { return }
    say(.thresholdHasNoSlope(hasHiddenLayers: network.depth > 1))
  }
}
