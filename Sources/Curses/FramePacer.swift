/// Says when frames are due, so that the screen is smooth where it can be and the line to it is never flooded.
///
/// Frames come at most 40 times a second, over a network 12 times. Where showing one took more than half the interval, the line
/// blocks: the interval doubles, up to a quarter of a second, and is won back by a tenth with each frame that went well.
public struct FramePacer: Sendable {
  /// A time of the monotonic clock; it is passed in, so that tests need not wait.
  public typealias Instant = ContinuousClock.Instant

  /// The time from one frame to the next.
  public private(set) var interval: Duration
  /// When the next frame may be shown.
  public private(set) var due: Instant
  private let shortest: Duration
  /// When the last frame began; until there is one, long ago.
  private var last: Instant

  static let longest = Duration.milliseconds(250)

  /// - Parameters:
  ///   - isRemote: Whether the terminal is at the other end of a network.
  ///   - now: The moment of the first frame.
  public init(isRemote: Bool, now: Instant = .now) {
    shortest = .milliseconds(isRemote ? 83 : 25)
    interval = shortest
    due = now
    last = now - Self.longest
  }

  /// A frame was shown: when that began, and how long it took.
  public mutating func showed(at start: Instant, for duration: Duration) {
    interval = duration > interval / 2 ? min(Self.longest, interval * 2) : max(shortest, interval * 9 / 10)
    last = start
    due = start + interval
  }

  /// A person waits for what they did to show: the next frame is due at once, or where a frame has only just been shown,
  /// a quarter of the interval after it, so that a flood of events does not become a flood of frames.
  public mutating func hurry(at now: Instant = .now) {
    due = min(due, max(now, last + interval / 4))
  }
}
