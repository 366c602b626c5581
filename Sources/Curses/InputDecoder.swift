import Screen

/// Makes events of the bytes that a terminal sends: keys, mouse, pasted text, and answers to questions.
///
/// A value without input or output: bytes go in by `feed`, events come out by `next`. Sequences may arrive in pieces; what
/// is incomplete waits for the rest, for as long as `patience` says, and then `next(givingUp: true)` takes it as it stands
/// (a lone escape byte is the Escape key). Sequences that nobody knows are dropped.
struct InputDecoder {
  /// What can come out.
  enum Output: Hashable {
    case event(InputEvent)
    case reply(TerminalReply)
  }

  private var bytes: [UInt8] = []
  /// The text of a paste whose end has not come yet.
  private var pasted: [UInt8]?

  /// Of a longer sequence the middle is dropped, of a longer paste the end.
  static let longestSequence = 4096
  static let longestPaste = 1 << 16

  mutating func feed(_ new: some Sequence<UInt8>) { bytes += new }

  /// How long to wait for the rest of what is incomplete; nil where nothing is.
  ///
  /// A sequence nearly always comes in one piece, so that a lone escape byte is almost certainly the key.
  var patience: Duration? {
    if pasted != nil { return .seconds(1) }
    return switch bytes.count {
    case 0: nil
    case 1: .milliseconds(25)
    default: .milliseconds(100)
    }
  }

  /// The next event; nil where there is none, or where more bytes must come first.
  mutating func next(givingUp: Bool = false) -> Output? {
    while true {
      if pasted != nil { return nextPaste(givingUp: givingUp) }
      guard !bytes.isEmpty else { return nil }
      switch Self.decode(bytes[...], givingUp: givingUp) {
      case .taken(let count, let output):
        bytes.removeFirst(count)
        if let output { return output }
      case .pasteBegins(let count):
        bytes.removeFirst(count)
        pasted = []
      case .incomplete:
        // Its beginning stays, so that its end is still found.
        if bytes.count > Self.longestSequence { bytes.removeSubrange(2..<bytes.count - 1) }
        return nil
      }
    }
  }

  /// Moves bytes from the input to the paste until its end.
  private mutating func nextPaste(givingUp: Bool) -> Output? {
    let end = Array("\u{1b}[201~".utf8)
    let found = bytes.firstRange(of: end)
    let count = found?.lowerBound ?? (givingUp ? bytes.count : max(0, bytes.count - end.count + 1))
    let room = Self.longestPaste - pasted!.count
    pasted! += bytes.prefix(min(count, room))
    bytes.removeFirst(found?.upperBound ?? count)
    guard found != nil || givingUp else { return nil }
    defer { pasted = nil }
    return .event(.paste(Self.text(ofPaste: pasted!)))
  }

  /// Pasted text as a program wants it: lines end with a line feed, and there are no control characters but that and tab.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let wanted = text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(wanted))
  }
}
