import Experiments
import Training

extension LearningSession {
  /// Lets the next change run beside, as a twin; or ends the twin, or the wish for one.
  mutating func toggleTwin() {
    if let twin = run.twin {
      run.twin = nil
      say(.twinEnded(difference: twin.difference))
    } else {
      asksWhatIf.toggle()
      say(.whatIf(asksWhatIf))
    }
  }

  /// Starts a twin that differs in what an experiment changes.
  ///
  /// - Throws: where it differs in what twins share, or in more than one thing.
  mutating func beginTwin(_ experiment: Experiment) throws {
    asksWhatIf = false
    let activations = experiment.network.activations + [experiment.network.output]
    let edit =
      activations == run.trainer.network.activations ? Edit.settings(experiment.training) : .activations(activations)
    let isShared =
      experiment.recipe == run.experiment.recipe && experiment.network.hidden == run.experiment.network.hidden
    guard isShared, let twin = Twin(of: run.trainer, changing: edit) else { throw TwinError() }
    run.twin = twin
    effects.append(.focus(.loss))
    say(.twinRuns(difference: twin.difference))
  }
}

/// A change that makes no twin.
struct TwinError: Error, CustomStringConvertible {
  var description: String { "a twin has the same weights and data: change one setting of training, or the activations" }
}
