import Datasets
import Experiments
import Training

extension LearningSession {
  /// Lets the next change run beside, as a twin; or ends the twin, or the wish for one.
  mutating func toggleTwin() {
    if let twin = run.twin {
      run.twin = nil
      say(.twinEnded(difference: twin.difference))
    } else if run.history.process.kind != .feedforward {
      say(.refused("twins are for feedforward networks: here a change in the past begins a branch (t)"))
    } else {
      asksWhatIf.toggle()
      say(.whatIf(asksWhatIf))
    }
  }

  /// Starts a twin that differs in the one setting that an experiment changes.
  ///
  /// - Parameter rows: those of its data file, where they have been read for it.
  /// - Throws: where it differs in what twins share, or in more than one thing.
  mutating func beginTwin(_ experiment: Experiment, rows: Dataset? = nil) throws {
    let differences = experiment.differences(from: run.experiment)
    guard differences.count == 1, run.needsRows(for: experiment) == false,
      let edits = try run.change(to: experiment, rows: rows).edits,
      let twin = Twin(of: run.trainer, changing: edits, named: differences[0])
    else { throw TwinError() }
    asksWhatIf = false
    run.begin(twin)
    effects.append(.focus(.loss))
    say(.twinRuns(difference: twin.difference))
  }
}

/// A change that makes no twin.
struct TwinError: Error, CustomStringConvertible {
  var description: String {
    "a twin has the same weights and rows: change one setting that keeps the network's shape"
  }
}
