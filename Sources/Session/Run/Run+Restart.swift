import Experiments
import NeuralNetwork
import Training

/// Beginning again.
extension Run {
  /// Starts again: from the same weights, or from those of the next seed. Zeros would be the same again, and keep all units
  /// alike: in their place weights are drawn.
  mutating func restart(newWeights: Bool) {
    guard history.process.kind == .feedforward else { return restartFeedback(isNew: newWeights) }
    var (experiment, initial) = (experiment, history.process.initial)
    var name: String?
    if newWeights {
      experiment.seed &+= 1
      if experiment.network.initializer == .zeros {
        experiment.network.initializer = .uniform
        name = experiment.differences(from: self.experiment).joined(separator: ", ")
      }
      initial = experiment.initialNetwork(for: trainer.data).parameters
    }
    var fresh = experiment.trainer(for: trainer.data)
    fresh.set(parameters: initial)
    make(history.process.edit([.training(.trainer(fresh))], experiment: experiment, initial: initial, name: name))
  }

  /// Begins again: as at first, or from a new beginning: another state, or other weights.
  private mutating func restartFeedback(isNew: Bool) {
    if let settler = history.process.settler, isNew {
      var edits = [SettlingEdit.restart]
      if case .memory(let memory) = settler.task { edits += experiment.settling.opening(of: memory) }
      return make(history.process.edit(edits.map { .settling($0) }))
    }
    var experiment = experiment
    if isNew { experiment.seed &+= 1 }
    // The experiment has been one before, and is one with any seed.
    guard let next = try? experiment.engine(for: dataset) else { return }
    findings.trials = nil
    make(history.process.edit(beginning: next, experiment, name: nil))
  }
}
