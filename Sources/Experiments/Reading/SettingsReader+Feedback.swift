import Datasets
import NeuralNetwork
import Training

/// What depends on several settings of networks that hear themselves.
extension SettingsReader {
  /// Chooses a plane for the energy where none was given, and checks that there is a pattern to begin with.
  mutating func finishSettling() -> OpenedExperiment? {
    let plan = experiment.settling
    if given[.axes] == nil { experiment.surfaceAxes = plan.task == .memory ? .patterns : .path }
    guard mistakes.isEmpty else { return nil }
    let patterns = plan.patterns.patterns(side: plan.side, seed: experiment.seed)
    if plan.task == .memory, plan.beginning != .random, plan.recalled > patterns.count {
      note(
        .impossible(expected: "one of \(patterns.count) patterns to begin with", found: "\(plan.recalled)"),
        atOneOf: [.recalled, .patterns])
      return nil
    }
    return OpenedExperiment(experiment: experiment, dataset: .none)
  }

  /// Chooses output and cost where they were not given, linear for numbers and softmax with cross-entropy for classes, and
  /// checks that sequences, network and cost go together.
  mutating func finishSequences() -> OpenedExperiment? {
    guard mistakes.isEmpty else { return nil }
    do throws(Mistake) {
      let data = try experiment.sequences.data(seed: experiment.seed)
      suit(data.training.meaning)
      _ = try experiment.recurrentTrainer(for: data)
      return OpenedExperiment(experiment: experiment, dataset: .none)
    } catch {
      note(error.problem, atOneOf: error.settings)
      return nil
    }
  }

  private mutating func suit(_ meaning: SequenceSet.Meaning) {
    guard given[.output] == nil else { return }
    experiment.network.output = meaning == .values ? .linear : .softmax
    if meaning == .classes, given[.cost] == nil { experiment.training.cost = .crossEntropy }
  }
}

extension Mistake {
  /// The settings of sequences that it may be about, the one to be named first.
  fileprivate var settings: [Setting] {
    if case .mismatch(let mismatch) = problem { mismatch.keys } else { [.steps, .sequences] }
  }
}
