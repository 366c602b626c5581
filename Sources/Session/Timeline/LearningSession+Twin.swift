import Datasets
import Experiments
import Training

extension LearningSession {
  /// Lets the next change run beside, as a twin; or ends the twin, or the wish for one.
  mutating func toggleTwin() {
    if let twin = run.twin {
      run.twin = nil
      say(.twinEnded(difference: twin.difference))
    } else if run.history.process.settler?.isStill == true {
      say(.refused("the network is at rest: disturb it first (Y), then ask what if"))
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
    guard differences.count == 1, try run.part(by: experiment, rows: rows, named: differences[0]) else {
      throw TwinError()
    }
    asksWhatIf = false
    effects.append(.focus(.loss))
    say(.twinRuns(difference: differences[0]))
  }
}

/// A change that makes no twin.
struct TwinError: Error, CustomStringConvertible {
  var description: String {
    "a twin has the same weights and rows: change one setting that keeps the network's shape"
  }
}
