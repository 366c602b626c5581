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
  /// What is read goes here first.
  private var buffer = [UInt8](repeating: 0, count: bite)
  private var events = Fifo<InputEvent>()
  private var gauge = InputGauge()
  /// How many bytes of the present flood were thrown away.
  private var thinned = 0
  /// Whether keys send signals by themselves; in a flood and in a long paste they are looked for here, since the system does so slowly.
  private var keysSignal = true
  /// When what is incomplete is taken as it stands.
  private var patienceEnds: Instant?
  /// Whether the terminal is gone.
  private(set) var hasEnded = false

  /// So many bytes are read before frames and signals have their turn; of a flood as many as come in so long a time.
  static let bite = 1 << 16
  private static let span = Duration.milliseconds(8)
  /// So many bytes are looked at at once.
  private static let piece = 4096

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
    let end = Instant.now + Self.span
    while gauge.floodEnds == nil ? taken < Self.bite : .now < end, let count = readBytes() {
      taken += count
      if !keysSignal { sendSignals(of: buffer[..<count]) }
      for start in stride(from: 0, to: count, by: Self.piece) {
        replies += take(buffer[start..<min(start + Self.piece, count)])
      }
    }
    let isGivingUp = taken == 0 && (patienceEnds.map { $0 <= .now } ?? false)
    if isGivingUp { replies += drain(givingUp: true, isFlood: false) }
    if taken > 0 || isGivingUp { patienceEnds = decoder.patience.map { .now + $0 } }
    if taken == 0, gauge.hasCalmed(at: .now) { endFlood() }
    letKeysSignal(gauge.floodEnds == nil && taken < Self.bite)
    return replies
  }

  private mutating func letKeysSignal(_ theyDo: Bool) {
    guard theyDo != keysSignal else { return }
    keysSignal = theyDo
    ccurses_let_keys_signal(theyDo)
  }

  /// Sends what a key among some bytes would have sent, to whom it would have.
  private func sendSignals(of bytes: ArraySlice<UInt8>) {
    let signal = bytes.withUnsafeBufferPointer { ccurses_signal_among($0.baseAddress, $0.count) }
    if signal != 0 { kill(0, signal) }
  }

  /// Makes events of a piece, or throws it away. A paste, however long, is no flood; a flood of pastes is one.
  private mutating func take(_ piece: ArraySlice<UInt8>) -> [TerminalReply] {
    let isPaste = decoder.isPasting && gauge.floodEnds == nil
    let isFlood = !isPaste && gauge.isFlood(piece.count, waiting: events.count, at: .now)
    decoder.feed(piece)
    let replies = drain(givingUp: false, isFlood: isFlood)
    if isFlood {
      thinned += piece.count
      events = Fifo()  // What came first was the beginning of it.
    }
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

  /// Reads a bite at most, and returns how many bytes it has; nil where there is nothing now. The end of input is a hang-up.
  ///
  /// A terminal hands over 4 KB at a time: in a flood its next ones are a moment away, and nobody is made to come again for them.
  private mutating func readBytes() -> Int? {
    var source = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard !hasEnded, poll(&source, 1, gauge.floodEnds == nil ? 0 : 1) == 1 else { return nil }
    let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    guard count <= 0 else { return count }
    // Nothing, though there was something: a key that sends a signal empties the queue.
    guard source.revents & Int16(POLLHUP) != 0 || count < 0 && errno != EINTR else { return nil }
    hasEnded = true
    events.append(.terminate(signal: SIGHUP))
    return nil
  }
}
