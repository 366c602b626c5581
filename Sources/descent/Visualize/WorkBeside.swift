import Session

/// The long work of a session, done on a thread of its own.
struct WorkBeside {
  private var work = LongWork()
  private var errand: Errand<SessionWork>?
  private var start = ContinuousClock.now
  /// When it will have taken so long that it should be said; nil where that has been done.
  private(set) var feltAt: ContinuousClock.Instant?

  /// What takes so long is said, though nobody waits for it: an update of a run, a surface.
  static let long = Duration.seconds(1)

  /// Whether nothing is under way.
  var isIdle: Bool { work.isIdle }

  /// Does something to a copy of a session, as soon as that can be; says whether it will.
  mutating func ask(_ action: LearningSession.Action, of session: LearningSession) -> Bool {
    switch work.ask(action, of: session) {
    case .begin(let work):
      errand?.cancel()
      start = .now
      feltAt = start + (self.work.isAwaited ? .milliseconds(150) : Self.long)
      errand = Errand {
        var work = work
        work.perform()
        return work
      }
    case .waits: break
    case .refused: return false
    }
    return true
  }

  /// Notes what has been done to the session at once: work that goes on from what it was before may be in vain.
  mutating func note(_ done: LearningSession.Action) { if work.note(done) { drop() } }

  /// Whether it should be said now, and only now, that something takes long.
  mutating func becomesFelt() -> Bool {
    guard let felt = feltAt, felt <= .now else { return false }
    feltAt = nil
    return true
  }

  /// What has been done, and how long it took; nil where nothing has come to its end.
  mutating func finished() -> (work: SessionWork, time: Duration)? {
    guard var done = errand?.outcome else { return nil }
    work.finish(&done)
    drop()
    return (done, .now - start)
  }

  /// What waits for its turn.
  mutating func takeWaiting() -> LearningSession.Action? { work.takeWaiting() }

  /// Throws away what is under way, and what waits.
  mutating func abandon() {
    work.abandon()
    drop()
  }

  private mutating func drop() {
    errand?.cancel()
    (errand, feltAt) = (nil, nil)
  }
}
