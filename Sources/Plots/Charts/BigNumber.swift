import Screen

/// A number in numerals three rows high and three columns wide, to be read from the last row of a room.
public struct BigNumber: Hashable, Sendable {
  /// What is written: digits, signs, points, a suffix of `NumberFormat`; other characters are left out.
  public var text: String

  public init(_ text: String) { self.text = text }

  /// The columns that it takes: each numeral with a column between it and the next.
  public var width: Int { max(0, strokes.reduce(-1) { $0 + $1[0].count + 1 }) }

  /// The rows that it takes.
  public static let height = 3

  /// Draws the number into the upper left of a region; where it has no room, as ordinary text.
  public func draw(into frame: inout Frame, in region: Region, theme: Theme, style: Style? = nil) {
    let style = style ?? theme.text.with(.bold)
    guard region.width >= width, region.height >= Self.height else {
      frame.write(text, in: region, style: style, ellipsis: theme.glyphs.ellipsis)
      return
    }
    var x = region.x
    for numeral in strokes {
      for (y, row) in numeral.enumerated() {
        for (column, mark) in row.enumerated() where mark != " " {
          frame[x + column, region.y + y] = Cell(Self.glyph(mark, theme.glyphs), style)
        }
      }
      x += numeral[0].count + 1
    }
  }

  private var strokes: [[[Character]]] { text.compactMap { Self.numerals[$0] } }

  /// The blocks of a numeral; ASCII has one for all of them.
  private static func glyph(_ mark: Character, _ glyphs: GlyphSet) -> Unicode.Scalar {
    glyphs == .ascii ? "#" : mark.unicodeScalars.first!
  }

  private static let numerals: [Character: [[Character]]] = {
    let drawn: [(Character, String)] = [
      ("0", "█▀█|█ █|▀▀▀"), ("1", "▀█ | █ |▀▀▀"), ("2", "▀▀█|█▀▀|▀▀▀"), ("3", "▀▀█| ▀█|▀▀▀"), ("4", "█ █|▀▀█|  ▀"),
      ("5", "█▀▀|▀▀█|▀▀▀"), ("6", "█▀▀|█▀█|▀▀▀"), ("7", "▀▀█|  █|  ▀"), ("8", "█▀█|█▀█|▀▀▀"), ("9", "█▀█|▀▀█|▀▀▀"),
      (".", " | |▀"), (",", " | |█"), ("-", "   |▀▀▀|   "), ("−", "   |▀▀▀|   "), ("+", " ▄ |▀█▀|   "),
      ("e", "▄▄▄|█▀▀|▀▀▀"),
      ("k", "█ ▄|█▀▄|▀ ▀"), ("M", "█▄█|█ █|▀ ▀"), ("G", "█▀▀|█ █|▀▀▀"), ("T", "▀█▀| █ | ▀ "), ("%", "▀ █| █ |▀ ▄"),
      (" ", " | | "),
    ]
    return Dictionary(uniqueKeysWithValues: drawn.map { ($0, $1.split(separator: "|").map(Array.init)) })
  }()
}
