/// How much to train before the next look at the keyboard: counted in updates, adapted to two milliseconds, since a key waits
/// for its end.
struct TrainingSlice {
  private var size = 1
  /// When updates at a limited speed were last given out, and the fraction of one that is still owed.
  private var last: ContinuousClock.Instant?
  private var owed = 0.0
  private var measured = (start: ContinuousClock.now, updates: 0)

  private static let budget = Duration.milliseconds(2)
  private static let largest = 1 << 20

  /// When the next slice is due.
  func due(speed: Double?) -> ContinuousClock.Instant {
    guard let speed, let last else { return .now }
    return last + .seconds(min(1, max(0, 1 - owed) / speed))
  }

  /// The updates to make now.
  mutating func updates(speed: Double?) -> Int {
    guard let speed else {
      last = nil
      return size
    }
    let now = ContinuousClock.now
    owed = min(owed + (last.map { (now - $0) / .seconds(1) * speed } ?? 1), max(1, speed / 4))
    last = now
    let whole = min(Int(owed), size)
    owed -= Double(whole)
    return whole
  }

  /// Takes back what was given out and is not made; at full speed nothing is owed.
  mutating func giveBack(_ updates: Int, speed: Double?) {
    if speed != nil { owed += Double(max(0, updates)) }
  }

  /// Adapts the slice to the time that one took.
  mutating func took(_ time: Duration, for updates: Int) {
    measured.updates += updates
    if time < Self.budget / 2, updates == size { size = min(Self.largest, size * 2) }
    if time > Self.budget { size = max(1, size / 2) }
  }

  /// The updates a second, twice a second; nil in between.
  mutating func measuredPace() -> Double? {
    let elapsed = ContinuousClock.now - measured.start
    guard elapsed > .milliseconds(500) else { return nil }
    defer { measured = (.now, 0) }
    return elapsed < .seconds(2) ? Double(measured.updates) / (elapsed / .seconds(1)) : nil
  }
}
