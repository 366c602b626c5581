import Screen

/// What a terminal understands, as far as showing frames needs it: a value, read once from the terminfo entry of its type.
///
/// Control sequences that follow ECMA-48 are only ticked off here, since they are written by `FrameEncoder` itself; of the others
/// their terminfo string is kept.
public struct Capabilities: Hashable, Sendable {
  /// How the cursor is put at a row and a column: nil as ECMA-48 has it, else a terminfo string with two parameters.
  var moveTemplate: String?
  /// Movements that cost less than an absolute one: to a column (CHA), to a row (VPA), by some columns or rows.
  var movements: Movements = []
  /// Erasing some characters (ECH) and to the end of the line (EL); repeating a character (REP).
  var erasesCharacters = false
  var erasesLine = false
  var repeats = false
  /// Whether what is erased gets the background colour, and not the terminal's own.
  var erasesInColor = false
  /// Whether colours and attributes are set as ECMA-48 has it (SGR); otherwise there are none.
  var hasRendition = false
  /// The attributes that there are, those that cannot be ended one by one, and those that colours do not go with.
  var attributes: Style.Attributes = []
  var endsAttributes = false
  var colorless: Style.Attributes = []
  /// Whether the last cell of the screen can be written without the screen moving.
  var hasLastCell = true

  /// What begins and ends the full screen, clears it, and shows and hides the cursor.
  var enter = ""
  var leave = ""
  var clear = ""
  var showCursor = ""
  var hideCursor = ""

  struct Movements: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let column = Movements(rawValue: 1)
    static let row = Movements(rawValue: 2)
    static let forward = Movements(rawValue: 4)
    static let backward = Movements(rawValue: 8)
    static let down = Movements(rawValue: 16)
    static let up = Movements(rawValue: 32)
    static let all: Movements = [.column, .row, .forward, .backward, .down, .up]
  }

  /// What xterm, tmux, screen and everything since understand: for types that no terminfo entry describes.
  public static let standard = Capabilities(
    movements: .all, erasesCharacters: true, erasesLine: true, hasRendition: true,
    attributes: [.bold, .dim, .underline, .reverse, .italic], endsAttributes: true, enter: "\u{1b}[?1049h",
    leave: "\u{1b}[?1049l", clear: "\u{1b}[H\u{1b}[2J", showCursor: "\u{1b}[?25h", hideCursor: "\u{1b}[?25l")
}
