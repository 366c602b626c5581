import Experiments
import Foundation
import Session
import Synchronization

/// Keeps the run in the folder of runs: every minute while it trains, and as the program ends.
struct Autosave {
  private let runs: SavedRuns
  private let kept: Kept
  private var due = ContinuousClock.now + Autosave.interval
  /// Files are written one after another, beside training and the screen.
  private let queue = DispatchQueue(label: "descent.runs")

  private static let interval = Duration.seconds(60)

  /// The keeper, for whichever thread writes.
  private final class Kept: Sendable {
    let keeper: Mutex<RunKeeper>

    init(_ keeper: RunKeeper) { self.keeper = Mutex(keeper) }

    func keep(_ run: SavedRun) throws(Mistake) {
      try keeper.withLock { keeper throws(Mistake) in try keeper.keep(run) }
    }
  }

  /// - Parameter left: the run that goes on, whose file is written again.
  init(in runs: SavedRuns, continuing left: (name: String, path: String)? = nil) {
    self.runs = runs
    kept = Kept(RunKeeper(in: runs, continuing: left))
  }

  /// Keeps the run if a minute of training has passed. What cannot be written then is said at the end.
  mutating func saveIfDue(_ session: LearningSession) {
    guard due <= .now else { return }
    due = .now + Autosave.interval
    queue.async { [kept] in
      if let run = session.savedRun { try? kept.keep(run) }
    }
  }

  /// Keeps the run as it is left, once all that is under way has been written.
  ///
  /// - Throws: a `Mistake` where it cannot be written.
  func finish(_ session: LearningSession?) throws(Mistake) {
    queue.sync {}
    runs.sweep()
    guard let session, let run = session.savedRun else { return }
    try kept.keep(run)
  }
}
