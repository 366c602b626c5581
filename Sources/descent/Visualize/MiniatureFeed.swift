import Dispatch
import Experiments
import Synchronization
import Visualizer

/// Brings the gallery's miniature: reads the demo beside all else once the cursor rests on it, and says how far it goes on.
struct MiniatureFeed {
  private var wanted: (name: String, since: ContinuousClock.Instant)?
  private var reading: MiniatureReading?
  /// The updates of a picture, as many as take little time.
  private(set) var updates = 1

  /// So long the cursor rests on a demo before it is read.
  private static let rest = Duration.milliseconds(150)
  /// Of a picture's time no more than this is for the miniature.
  private static let share = Duration.milliseconds(4)
  /// More updates than this at once would not be seen.
  private static let mostUpdates = 8

  /// Notes which demo's miniature is wanted, none where nil; begins to read it once the cursor has rested on it.
  mutating func want(_ name: String?, at now: ContinuousClock.Instant = .now) {
    guard let name else { return (wanted, reading) = (nil, nil) }
    if wanted?.name != name { (wanted, reading, updates) = ((name, now), nil, 1) }
    if reading == nil, let wanted, now - wanted.since >= Self.rest { reading = MiniatureReading(name) }
  }

  /// When there may be news; nil where none are awaited.
  var due: ContinuousClock.Instant? {
    guard let wanted else { return nil }
    guard let reading else { return wanted.since + Self.rest }
    return reading.isOver ? nil : .now + .milliseconds(20)
  }

  /// The miniature that is wanted, as soon as it has been read.
  mutating func news() -> Miniature? {
    guard let found = reading?.found else { return nil }
    wanted = nil
    reading = nil
    return found
  }

  /// Notes how long the updates of a picture took.
  mutating func took(_ time: Duration) {
    if time > Self.share {
      updates = max(1, updates / 2)
    } else if time * 2 < Self.share {
      updates = min(Self.mostUpdates, updates * 2)
    }
  }
}

/// A demo being read and made ready in the background.
final class MiniatureReading: Sendable {
  private let result = Mutex<Miniature?>(nil)
  private let work = DispatchGroup()

  /// Begins to read.
  init(_ name: String) {
    DispatchQueue.global().async(group: work) {
      guard let opened = try? Experiment.open(source: name, sets: [], seed: nil) else { return }
      let miniature = Miniature(name, opened.experiment, opened.dataset)
      self.result.withLock { $0 = miniature }
    }
  }

  /// Whether all has been read, or cannot be.
  var isOver: Bool { work.wait(timeout: .now()) == .success }

  /// The miniature, once it is there.
  var found: Miniature? { isOver ? result.withLock { $0 } : nil }
}
