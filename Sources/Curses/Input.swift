import CCurses
import Glibc
import Screen

/// What comes from the terminal and from signals, before it is an event: the bytes, what is decoded of them, and what waits
/// for a moment to pass. However much comes, it is read in bites, and what nobody can mean is thrown away.
struct Input {
  typealias Instant = ContinuousClock.Instant

  /// The descriptor that is readable after a signal; negative where there is none.
  var signals: Int32 = -1
  var decoder = InputDecoder()
  private var events = Fifo<InputEvent>()
  private var gauge = InputGauge()
  /// How many bytes of the present flood were thrown away.
  private var thinned = 0
  /// When what is incomplete is taken as it stands.
  private var patienceEnds: Instant?
  /// Whether the terminal is gone.
  private(set) var hasEnded = false

  /// So many bytes are read before frames and signals have their turn.
  static let bite = 1 << 16

  /// When there is something to do even if nothing comes.
  var due: Instant? { [patienceEnds, gauge.floodEnds].compactMap { $0 }.min() }

  /// The oldest event.
  mutating func takeEvent() -> InputEvent? { events.takeFirst() }

  mutating func add(_ event: InputEvent) { events.append(event) }

  /// Waits until the terminal sends something, or takes something where there is output for it, a signal comes, or an instant
  /// is reached; nil is for ever.
  func wait(until instant: Instant?, forOutput: Bool = false) {
    var sources = [
      pollfd(fd: hasEnded ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      pollfd(fd: forOutput ? ccurses_output() : -1, events: Int16(POLLOUT), revents: 0),
    ]
    poll(&sources, nfds_t(sources.count), instant.map { Self.milliseconds(until: $0) } ?? -1)
  }

  /// Rounded up, so that nobody wakes a moment too early and must wait again.
  private static func milliseconds(until instant: Instant) -> Int32 {
    let (seconds, attoseconds) = (instant - .now).components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds))
  }

  /// Reads a bite of what the terminal has sent, and returns the answers in it; the rest becomes events.
  mutating func receive() -> [TerminalReply] {
    var replies: [TerminalReply] = []
    var taken = 0
    while taken < Self.bite, let bytes = readBytes() {
      taken += bytes.count
      let isFlood = !decoder.isPasting && gauge.isFlood(bytes.count, waiting: events.count, at: .now)
      decoder.feed(bytes)
      replies += drain(givingUp: false, isFlood: isFlood)
      if isFlood {
        thinned += bytes.count
        events = Fifo()  // What came first was the beginning of it.
      }
    }
    let isGivingUp = taken == 0 && (patienceEnds.map { $0 <= .now } ?? false)
    if isGivingUp { replies += drain(givingUp: true, isFlood: false) }
    if taken > 0 || isGivingUp { patienceEnds = decoder.patience.map { .now + $0 } }
    if taken == 0, gauge.hasCalmed(at: .now) { endFlood() }
    return replies
  }

  /// Of a flood only the last sequence counts, if it is an answer, or goes on in what comes later.
  private mutating func drain(givingUp: Bool, isFlood: Bool) -> [TerminalReply] {
    if isFlood { decoder.skipToLastSequence() }
    var replies: [TerminalReply] = []
    while let output = decoder.next(givingUp: givingUp) {
      switch output {
      case .event(let event): if !isFlood { events.append(event) }
      case .reply(let reply): replies.append(reply)
      }
    }
    return replies
  }

  private mutating func endFlood() {
    events.append(.thinned(bytes: thinned))
    thinned = 0
  }

  /// Up to 4096 bytes from the terminal; nil where there are none now. The end of input is a hang-up.
  private mutating func readBytes() -> [UInt8]? {
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard !hasEnded, poll(&source, 1, 0) == 1 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, read(STDIN_FILENO, buffer.baseAddress, buffer.count))
    }
    guard bytes.isEmpty else { return bytes }
    guard errno != EINTR || source.revents & Int16(POLLHUP) != 0 else { return nil }
    hasEnded = true
    events.append(.terminate(signal: SIGHUP))
    return nil
  }
}
