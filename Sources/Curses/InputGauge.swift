/// Tells a flood from what a person does.
///
/// A leaking bucket: every byte fills it, time empties it. Keys held down and a dragged mouse never fill it; a file that is
/// thrown at the terminal does at once. A flood is over when a full bucket has leaked for a moment, whatever drips into it
/// meanwhile: the terminal's answers to frames come all the time.
struct InputGauge {
  typealias Instant = ContinuousClock.Instant

  private var level = 0.0
  private var last: Instant?
  /// When the flood will be over, unless more comes; nil where there is none.
  private(set) var floodEnds: Instant?

  /// So many bytes at once are a flood; so many bytes a second are none.
  static let capacity = 8192.0
  static let leak = 32768.0
  /// More events than these nobody waits for.
  static let mostEvents = 1024
  static let calm = Duration.milliseconds(50)

  /// So many bytes have come, while so many events wait. Returns whether they belong to a flood.
  mutating func isFlood(_ count: Int, waiting: Int = 0, at now: Instant) -> Bool {
    level = max(0, level - (last.map { (now - $0) / .seconds(1) } ?? 0) * Self.leak) + Double(count)
    last = now
    let isFull = level > Self.capacity || waiting > Self.mostEvents
    if isFull { level = Self.capacity }
    if isFull || floodEnds != nil { floodEnds = now + Self.calm - .seconds((Self.capacity - level) / Self.leak) }
    return floodEnds != nil
  }

  /// Whether a flood has ended; said once.
  mutating func hasCalmed(at now: Instant) -> Bool {
    guard let end = floodEnds, end <= now else { return false }
    (floodEnds, level) = (nil, 0)
    return true
  }
}
