import Screen

/// What is known of a terminal from its own answers. Nothing, until they come; some never answer.
public struct TerminalIdentity: Hashable, Sendable {
  /// What it calls itself, with its version, in its own words without control characters (XTVERSION); nil where it does not say.
  public internal(set) var answer: String?
  /// The numbers by which it says what it can do (DA1): 62 and up for the VT220 and its successors, then extensions such
  /// as 4 for sixel.
  public internal(set) var attributes: [Int] = []
  /// Its background colour (OSC 11).
  public internal(set) var background: Color?
  /// Whether it shows a frame at once when asked to (DEC mode 2026).
  public internal(set) var isSynchronized = false
  /// Whether it knows kitty's keyboard protocol.
  public internal(set) var hasKeyboardProtocol = false
  /// Whether it has answered all that it was asked.
  public internal(set) var isComplete = false

  /// A terminal that has not answered yet.
  public init() {}

  /// Takes in an answer.
  mutating func learn(from reply: TerminalReply) {
    switch reply {
    case .synchronizedOutput(let isKnown): isSynchronized = isKnown
    case .background(let color): background = color
    case .version(let text): answer = text
    case .keyboardProtocol: hasKeyboardProtocol = true
    case .attributes(let numbers): (attributes, isComplete) = (numbers, true)
    case .ready: break
    }
  }

  /// The name of the program: the answer's first word, in small letters, without a version in brackets.
  public var name: String? {
    answer.map { String($0.lowercased().prefix { $0 != " " && $0 != "(" }) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The version, as numbers to compare: `kitty(0.40.1)` is [0, 40, 1].
  public var version: [Int] {
    guard let answer, let name else { return [] }
    let rest = answer.dropFirst(name.count).drop { !$0.isNumber }
    return rest.prefix { $0.isNumber || $0 == "." }.split(separator: ".").compactMap { Int($0) }
  }

  /// Whether the terminal draws sextants (Unicode 13, 2x3 dots a cell) itself, so that they fit whatever the font.
  ///
  /// nil where nothing is known: a terminal without an answer, or one that only passes on (tmux, screen).
  public var drawsSextants: Bool? { draws(since: Self.sextants) }

  /// Whether the terminal draws octants (Unicode 16, 2x4 dots a cell) itself.
  public var drawsOctants: Bool? { draws(since: Self.octants) }

  private func draws(since versions: [String: [Int]]) -> Bool? {
    guard let name, !["tmux", "screen"].contains(name) else { return nil }
    guard let first = versions[name] else { return false }
    return !version.lexicographicallyPrecedes(first)
  }

  /// Since which version; 0 is every one that answers at all.
  ///
  /// kitty, foot, VTE, Contour: notcurses, src/lib/termdesc.c, which also says that Konsole, iTerm2, mintty and mlterm do not.
  /// Contour: contour-terminal/contour 441 too. Ghostty: dankamongmen/notcurses 2833. WezTerm: its manual, custom_block_glyphs.
  /// Alacritty (since 0.13.2) and Windows Terminal (microsoft/terminal 20424) draw them, but do not say who they are.
  private static let sextants: [String: [Int]] = [
    "kitty": [0, 19, 3], "foot": [0], "ghostty": [1, 0], "wezterm": [20_210_814], "vte": [0], "contour": [0],
  ]
  /// Sources: breferrari/vigia 324 and 330 (kitty, foot, Ghostty, VTE 0.78); ghostty-org/ghostty 5433. WezTerm has them in
  /// no release yet, by its manual.
  private static let octants: [String: [Int]] = [
    "kitty": [0, 40], "foot": [1, 20], "ghostty": [1, 2], "vte": [7800],
  ]

  static let longestAnswer = 80

  /// Text from the terminal, for people: one line, bounded, nothing that controls anything or changes the direction of text.
  static func filtered(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
    return String(String.UnicodeScalarView(kept.prefix(longestAnswer)))
  }
}
