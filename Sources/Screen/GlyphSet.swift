/// Which characters a terminal can show, and how finely it divides a cell for pictures.
///
/// - `quadrants`, `sextants`, `octants`: all of Unicode that is one column wide; pictures in 2x2, 2x3, 2x4 pixels to a cell.
///   Every common font has quadrants; sextants (Unicode 13) and octants (Unicode 16) need a terminal that draws them itself.
/// - `braille`: likewise, with pictures in the 2x4 dots of braille.
/// - `block`: what the Linux console's own font has: lines, half blocks, shades, no braille and no eighths.
/// - `ascii`: printable ASCII alone.
public enum GlyphSet: String, CaseIterable, Sendable {
  case quadrants, sextants, octants, braille, block, ascii

  /// Whether there are symbols, eighths of blocks and braille for lines, not only what the oldest fonts have.
  public var hasSymbols: Bool { self != .block && self != .ascii }

  /// The pixels into which pictures divide a cell.
  public var division: CellDivision {
    switch self {
    case .quadrants: .quadrants
    case .sextants: .sextants
    case .octants: .octants
    case .braille: .braille
    case .block: .halves
    case .ascii: .whole
    }
  }

  /// The sets whose every picture glyph is one column wide, by a measure of width (the system's `wcwidth`).
  public static func usable(where isOneColumn: (Unicode.Scalar) -> Bool) -> [GlyphSet] {
    allCases.filter { set in (0..<1 << set.division.count).allSatisfy { isOneColumn(set.division.glyph(UInt8($0))) } }
  }

  /// What ends a text that was cut.
  public var ellipsis: Unicode.Scalar { hasSymbols ? "…" : "~" }

  /// The arrow that points nearest to a direction, `right` and `up` being positive; a point where there is none.
  public func arrow(right: Double, up: Double) -> Unicode.Scalar {
    let (x, y) = (right.magnitude, up.magnitude)
    guard x.isFinite, y.isFinite, x + y > 0 else { return self == .ascii ? "." : "·" }
    let column = x * 2.414 < y ? 1 : right < 0 ? 0 : 2
    let row = y * 2.414 < x ? 1 : up > 0 ? 0 : 2
    let arrows: [[Unicode.Scalar]] =
      switch self {
      case .quadrants, .sextants, .octants, .braille: [["↖", "↑", "↗"], ["←", "·", "→"], ["↙", "↓", "↘"]]
      case .block: [["\\", "↑", "/"], ["←", "·", "→"], ["/", "↓", "\\"]]
      case .ascii: [["\\", "^", "/"], ["<", ".", ">"], ["/", "v", "\\"]]
      }
    return arrows[row][column]
  }

  /// The lines of boxes and axes.
  public var lines: LineGlyphs {
    switch self {
    case .quadrants, .sextants, .octants, .braille: .rounded
    case .block: .square
    case .ascii: .ascii
    }
  }

  /// The lines of the box that has the focus: other strokes, so that it shows without colour.
  public var focusLines: LineGlyphs {
    switch self {
    case .quadrants, .sextants, .octants, .braille: .heavy
    case .block: .double
    case .ascii: .asciiFocus
    }
  }
}

/// The characters of a box.
public struct LineGlyphs: Hashable, Sendable {
  /// The top and bottom edges.
  public var horizontal: Unicode.Scalar
  /// The left and right edges.
  public var vertical: Unicode.Scalar
  /// The upper left corner.
  public var topLeft: Unicode.Scalar
  /// The upper right corner.
  public var topRight: Unicode.Scalar
  /// The lower left corner.
  public var bottomLeft: Unicode.Scalar
  /// The lower right corner.
  public var bottomRight: Unicode.Scalar

  /// The six characters in the order of the properties: `"─│╭╮╰╯"`.
  init(_ glyphs: String) {
    let scalars = Array(glyphs.unicodeScalars)
    precondition(scalars.count == 6, "a box has 6 characters, got \(scalars.count)")
    (horizontal, vertical) = (scalars[0], scalars[1])
    (topLeft, topRight, bottomLeft, bottomRight) = (scalars[2], scalars[3], scalars[4], scalars[5])
  }

  /// Thin lines with round corners.
  public static let rounded = LineGlyphs("─│╭╮╰╯")
  /// Thin lines with square corners, for fonts without round ones.
  public static let square = LineGlyphs("─│┌┐└┘")
  /// Thick lines, for the focus.
  public static let heavy = LineGlyphs("━┃┏┓┗┛")
  /// Double lines, for the focus where a font has no thick ones.
  public static let double = LineGlyphs("═║╔╗╚╝")
  /// Lines in ASCII.
  public static let ascii = LineGlyphs("-|++++")
  /// Lines in ASCII for the focus.
  public static let asciiFocus = LineGlyphs("=#####")
}
