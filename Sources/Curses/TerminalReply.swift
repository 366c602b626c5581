import Screen

/// What a terminal answers to the questions that `Terminal` asks when it starts.
enum TerminalReply: Hashable {
  /// Whether it can show a whole frame at once (DEC mode 2026).
  case synchronizedOutput(Bool)
  /// Its background colour.
  case background(Color)
  /// Its name and version, in its own words (XTVERSION).
  case version(String)
  /// It knows kitty's keyboard protocol.
  case keyboardProtocol
  /// What kind of terminal it is, by DEC's numbers (DA1). Every terminal answers this, in order: when it has come, no
  /// other answer to the first questions will.
  case attributes([Int])
  /// It has done all that it was sent before it was asked (DSR).
  case ready

  /// The questions: is mode 2026 known (DECRQM), what is the background (OSC 11), who are you (XTVERSION), do you know kitty's
  /// keyboard protocol, what are you (DA1).
  static let questions = "\u{1b}[?2026$p\u{1b}]11;?\u{1b}\\\u{1b}[>0q\u{1b}[?u\u{1b}[c"
  /// The question after each frame: are you ready (DSR).
  static let ping = "\u{1b}[5n"

  /// ESC [ ? 2026 ; state $ y, where 1 is set, 2 reset, 0 unknown, 3 and 4 unchangeable; ESC [ ? flags u; ESC [ ? … c.
  init?(_ sequence: ControlSequence) {
    switch sequence.final {
    case "c":
      self = .attributes(sequence.numbers)
    case "u":
      self = .keyboardProtocol
    case "y" where sequence.numbers.count == 2 && sequence.numbers[0] == 2026:
      self = .synchronizedOutput((1...2).contains(sequence.numbers[1]))
    default:
      return nil
    }
  }

  /// >|name and version.
  init?(deviceControlString text: String) {
    guard text.hasPrefix(">|") else { return nil }
    self = .version(TerminalIdentity.filtered(String(text.dropFirst(2))))
  }

  /// 11;rgb:rrrr/gggg/bbbb, with one to four hexadecimal digits each.
  init?(operatingSystemCommand text: String) {
    guard text.hasPrefix("11;rgb:") else { return nil }
    let parts = text.dropFirst("11;rgb:".count).split(separator: "/", omittingEmptySubsequences: false)
    let levels = parts.compactMap { Self.level($0) }
    guard parts.count == 3, levels.count == 3 else { return nil }
    self = .background(.rgb(levels[0], levels[1], levels[2]))
  }

  private static func level(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.count), let value = UInt32(digits, radix: 16) else { return nil }
    let greatest = (UInt32(1) << (4 * UInt32(digits.count))) - 1
    return UInt8(value * 255 / greatest)
  }
}
