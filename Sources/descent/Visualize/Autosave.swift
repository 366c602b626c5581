import Experiments
import Foundation
import Session

/// Keeps the run in the folder of runs: every minute while it trains, and as the program ends.
struct Autosave {
  private let runs: SavedRuns
  /// The run that is being kept, and its file.
  private var kept: (name: String, path: String)?
  private var due = ContinuousClock.now + Autosave.interval
  /// Files are written one after another, beside training and the screen.
  private let queue = DispatchQueue(label: "descent.runs")

  private static let interval = Duration.seconds(60)

  /// - Parameter left: the run that goes on, whose file is written again.
  init(in runs: SavedRuns, continuing left: (name: String, path: String)? = nil) {
    self.runs = runs
    kept = left
  }

  /// Keeps the run if a minute of training has passed. What cannot be written then is said at the end.
  mutating func saveIfDue(_ session: LearningSession) {
    guard due <= .now else { return }
    due = .now + Autosave.interval
    let path = path(for: session)
    queue.async { [runs] in
      if let run = session.savedRun { try? runs.write(run, to: path) }
    }
  }

  /// Keeps the run as it is left, once all that is under way has been written.
  ///
  /// - Throws: a `Mistake` where it cannot be written.
  mutating func finish(_ session: LearningSession?) throws(Mistake) {
    queue.sync {}
    runs.sweep()
    guard let session, let run = session.savedRun else { return }
    try runs.write(run, to: path(for: session))
  }

  /// The file of a run: one for as long as it is the same run.
  private mutating func path(for session: LearningSession) -> String {
    let name = session.run.experiment.name
    if let kept, kept.name == name { return kept.path }
    let path = runs.place(for: name)
    kept = (name, path)
    return path
  }
}
