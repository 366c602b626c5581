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
  /// How many of the bytes are done with.
  private var start = 0
  private var paste: Paste?
  /// Whether answers of the terminal may be on their way: then an escape byte is more likely to begin one than to be the key.
  var expectsAnswers = false

  /// A paste whose end has not come yet.
  struct Paste {
    var text: [UInt8] = []
    /// Whether it has paused for long, so that an Escape by itself may be a person who wants to be rid of it.
    var hasPaused = false
  }

  /// Of a longer sequence the middle is dropped, of a longer paste the end.
  static let longestSequence = 4096
  static let longestPaste = 1 << 16

  var isPasting: Bool { paste != nil }

  mutating func feed(_ new: some Sequence<UInt8>) {
    bytes.removeFirst(start)
    start = 0
    bytes += new
  }

  /// How long to wait for the rest of what is incomplete; nil where nothing is.
  ///
  /// A sequence nearly always comes in one piece, so that a lone escape byte is almost certainly the key, unless the terminal
  /// has been asked something. What is longer than two bytes nobody types.
  var patience: Duration? {
    if let paste { return paste.text.isEmpty && bytes.count == start ? nil : .seconds(1) }
    return switch bytes.count - start {
    case 0: nil
    case 1, 2: expectsAnswers ? .milliseconds(250) : bytes.count - start == 1 ? .milliseconds(25) : .milliseconds(100)
    default: .seconds(1)
    }
  }

  /// The next event; nil where there is none, or where more bytes must come first.
  mutating func next(givingUp: Bool = false) -> Output? {
    while true {
      if paste != nil {
        if let output = nextPaste(givingUp: givingUp) { return output }
        if paste != nil { return nil }
      }
      guard start < bytes.count else { return nil }
      switch Self.decode(bytes[start...], givingUp: givingUp) {
      case .taken(let count, let output):
        start += count
        if let output { return output }
      case .pasteBegins(let count):
        start += count
        paste = Paste()
      case .incomplete:
        // Its beginning stays, so that its end is still found.
        if bytes.count - start > Self.longestSequence { bytes.removeSubrange(start + 2..<bytes.count - 1) }
        return nil
      }
    }
  }

  /// Drops all but the last sequence: of a flood nobody looks at the rest. Whether a paste has begun in it is kept.
  mutating func skipToLastSequence() {
    let last = bytes[start...].lastIndex(of: Self.escape) ?? bytes.count
    if let isBegun = Self.beginsPaste(bytes[start..<last]) { paste = isBegun ? Paste() : nil }
    paste?.text = []
    start = last
  }

  static let escape: UInt8 = 0x1b
  private static let pasteBegin = Array("\u{1b}[200~".utf8)
  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  /// Whether a paste has begun after some bytes and not ended; nil where neither is among them.
  private static func beginsPaste(_ bytes: ArraySlice<UInt8>) -> Bool? {
    bytes.withUnsafeBufferPointer { bytes in
      // A flood may be nothing but escape bytes: the one after it says at once that most begin no mark.
      for mark in bytes.indices.dropLast().reversed() where bytes[mark] == escape && bytes[mark + 1] == pasteBegin[1] {
        let sequence = bytes[mark...]
        if sequence.starts(with: pasteBegin) { return true }
        if sequence.starts(with: pasteEnd) { return false }
      }
      return nil
    }
  }

  /// The answer to the question after each frame, which comes in the middle of a paste that pauses.
  private static let ready = Array("\u{1b}[0n".utf8)

  /// Where a paste ends, or an answer stands in it; nil where neither has come.
  private static func firstMark(in bytes: ArraySlice<UInt8>) -> (isEnd: Bool, range: Range<Int>)? {
    var rest = bytes
    while let mark = rest.firstIndex(of: escape) {
      rest = rest[mark...]
      if rest.starts(with: pasteEnd) { return (true, mark..<mark + pasteEnd.count) }
      if rest.starts(with: ready) { return (false, mark..<mark + ready.count) }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Moves bytes from the input to the paste until its end. A pause does not end it: the rest of a text is never keys. What has
  /// come by then is told, and more may follow.
  private mutating func nextPaste(givingUp: Bool) -> Output? {
    let mark = Self.firstMark(in: bytes[start...])
    if let mark, !mark.isEnd {
      bytes.removeSubrange(mark.range)
      return .reply(.ready)
    }
    let held = mark == nil ? Self.beginningOfMark(bytes[start...]) : 0
    let end = mark?.range.lowerBound ?? bytes.count - held
    paste!.text += bytes[start..<end].prefix(Self.longestPaste - paste!.text.count)
    start = mark?.range.upperBound ?? end
    if mark == nil, givingUp, held == 1, paste!.hasPaused, paste!.text.isEmpty { return giveUpPaste() }
    guard mark != nil || givingUp else { return nil }
    let text = Self.text(ofPaste: paste!.text)
    paste = mark == nil ? Paste(hasPaused: true) : nil
    return text.isEmpty ? nil : .event(.paste(text))
  }

  /// An Escape alone, after a pause, ends a paste whose end was lost.
  private mutating func giveUpPaste() -> Output? {
    paste = nil
    start = bytes.count
    return .event(.key(KeyPress(.escape)))
  }

  /// How many bytes at the end may be the beginning of a paste's end, or of an answer.
  private static func beginningOfMark(_ bytes: ArraySlice<UInt8>) -> Int {
    (1..<pasteEnd.count).last { count in
      let last = bytes.suffix(count)
      return last.count == count && (pasteEnd.starts(with: last) || ready.starts(with: last))
    } ?? 0
  }

  /// Pasted text as a program wants it: lines end with a line feed, and there are no control characters but that and tab.
  private static func text(ofPaste bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let wanted = text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(wanted))
  }
}
