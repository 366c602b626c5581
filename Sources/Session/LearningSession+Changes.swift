import Experiments
import NeuralNetwork
import Training

extension LearningSession {
  /// Changes a setting to its next or previous choice that goes with the rest of the experiment.
  mutating func change(_ setting: Setting, by step: Int, layer: Int?) {
    var candidate = run.experiment
    var refusal: (any Error)?
    for _ in 0..<setting.choiceCount {
      guard let next = setting.changed(candidate, by: step, layer: layer, in: run) else { break }
      candidate = next
      do {
        try adopt(candidate, setting)
        return
      } catch {
        refusal = refusal ?? error
        if !setting.isRing { break }
      }
    }
    say(refusal.map { .refused(String(describing: $0)) } ?? .noFurtherChoice(setting))
  }

  /// Sets a setting to a typed value, or says what it takes.
  mutating func set(_ setting: Setting, to text: String) {
    do { try adopt(setting.set(text, in: run.experiment), setting) } catch { say(.refused(String(describing: error))) }
  }

  /// Stochastic, then mini-batch, then batch.
  mutating func nextBatchMode() {
    var experiment = run.experiment
    experiment.training.batch =
      switch experiment.training.batch {
      case .samples(1): .samples(run.miniBatch)
      case .samples: .all
      case .all: .samples(1)
      }
    do { try adopt(experiment, .batch) } catch { say(.refused(String(describing: error))) }
  }

  /// Sets one weight or bias by hand.
  mutating func setParameter(_ index: Int, to value: Float) {
    run.make(.parameter(index: index, value: value))
    say(.parameter("\(run.trainer.network.layout.name(at: index))", value: value))
  }

  private mutating func adopt(_ experiment: Experiment, _ setting: Setting) throws {
    guard !asksWhatIf else { return try beginTwin(experiment) }
    try run.adopt(experiment)
    say(.changed(setting, value: setting.value(in: experiment)))
    warnOfThreshold()
  }

  /// Says, where it is so, that a threshold has no slope to descend on.
  private mutating func warnOfThreshold() {
    let (network, optimizer) = (run.trainer.network, run.trainer.settings.optimizer)
    guard network.activations.contains(.threshold), optimizer != .perceptron, optimizer != .randomSearch else { return }
    say(.thresholdHasNoSlope(hasHiddenLayers: network.depth > 1))
  }
}
