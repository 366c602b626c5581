import Experiments
import Visualizer

/// Brings the gallery's miniature: reads the demo beside all else once the cursor rests on it, and says how far it goes on.
struct MiniatureFeed {
  private var wanted: (name: String, since: ContinuousClock.Instant)?
  /// The demo being read and made ready; what is found is nil where it cannot be.
  private var reading: Reading<Miniature?>?
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
    if reading == nil, let wanted, now - wanted.since >= Self.rest { reading = Self.reading(name) }
  }

  private static func reading(_ name: String) -> Reading<Miniature?> {
    Reading {
      let opened = try? Experiment.open(source: name, sets: [], seed: nil)
      return opened.flatMap { Miniature(name, $0.experiment, $0.dataset) }
    }
  }

  /// When there may be news; nil where none are awaited.
  var due: ContinuousClock.Instant? {
    guard let wanted else { return nil }
    guard let reading else { return wanted.since + Self.rest }
    return reading.found == nil ? .now + .milliseconds(20) : nil
  }

  /// The miniature that is wanted, as soon as it has been read.
  mutating func news() -> Miniature? {
    guard let found = reading?.found ?? nil else { return nil }
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
