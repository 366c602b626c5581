import Experiments
import Training

extension State {
  /// Lets the next change run beside, as a twin; or ends the twin, or the wish for one.
  mutating func toggleTwin() {
    guard run != nil else { return }
    if let twin = run?.twin {
      run?.twin = nil
      notice = Notice(text: "the twin with \(twin.difference) is gone", isWarning: false)
    } else {
      asksWhatIf.toggle()
      let words = asksWhatIf ? "what if? The next change runs beside, as a twin; v takes this back" : "no twin"
      notice = Notice(text: words, isWarning: false)
    }
  }

  /// Starts a twin that differs in what an experiment changes.
  ///
  /// - Throws: where it differs in what twins share, or in more than one thing.
  mutating func beginTwin(_ experiment: Experiment) throws {
    guard let run else { return }
    asksWhatIf = false
    let activations = experiment.network.activations + [experiment.network.output]
    let edit =
      activations == run.trainer.network.activations ? Edit.settings(experiment.training) : .activations(activations)
    let isShared =
      experiment.recipe == run.experiment.recipe && experiment.network.hidden == run.experiment.network.hidden
    guard isShared, let twin = Twin(of: run.trainer, changing: edit) else { throw TwinError() }
    self.run?.twin = twin
    focus(on: .loss)
    notice = Notice(text: "a twin with \(twin.difference) runs beside; v ends it", isWarning: false)
  }
}

/// A change that makes no twin.
struct TwinError: Error, CustomStringConvertible {
  var description: String { "a twin has the same weights and data: change one setting of training, or the activations" }
}
