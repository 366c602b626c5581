import CCurses
import Glibc
import Screen

/// What comes from the terminal and from signals, before it is an event: the bytes, what is decoded of them, and what waits
/// for a moment to pass.
struct Input {
  typealias Instant = ContinuousClock.Instant

  /// The descriptor that is readable after a signal; negative where there is none.
  var signals: Int32 = -1
  private(set) var decoder = InputDecoder()
  private(set) var events: [InputEvent] = []
  /// When what is incomplete is taken as it stands.
  private(set) var patienceEnds: Instant?
  /// Whether the terminal has answered all that it was asked at the start.
  private(set) var isAnswered = false
  /// Whether the terminal is gone.
  private(set) var hasEnded = false

  /// The oldest event.
  mutating func takeEvent() -> InputEvent? { events.isEmpty ? nil : events.removeFirst() }

  /// Waits until the terminal sends something, a signal comes, or an instant is reached; nil is for ever.
  func wait(until instant: Instant?) {
    var sources = [
      pollfd(fd: hasEnded ? -1 : STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    poll(&sources, nfds_t(sources.count), instant.map { Self.milliseconds(until: $0) } ?? -1)
  }

  /// Rounded up, so that nobody wakes a moment too early and must wait again.
  private static func milliseconds(until instant: Instant) -> Int32 {
    let (seconds, attoseconds) = (instant - .now).components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, milliseconds))
  }

  /// Reads all that the terminal has sent, and returns the answers in it; the rest becomes events.
  mutating func receive() -> [TerminalReply] {
    var hasRead = false
    while let bytes = readBytes() {
      decoder.feed(bytes)
      hasRead = true
    }
    let isGivingUp = !hasRead && (patienceEnds.map { $0 <= .now } ?? false)
    let replies = drain(givingUp: isGivingUp)
    if hasRead || isGivingUp { patienceEnds = decoder.patience.map { .now + $0 } }
    return replies
  }

  private mutating func drain(givingUp: Bool) -> [TerminalReply] {
    var replies: [TerminalReply] = []
    while let output = decoder.next(givingUp: givingUp) {
      switch output {
      case .event(let event): events.append(event)
      case .reply(let reply):
        replies.append(reply)
        if reply == .attributes { isAnswered = true }
      }
    }
    return replies
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
