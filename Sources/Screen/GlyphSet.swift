/// Which characters a terminal can show.
///
/// - `braille`: all of Unicode that is one column wide, braille patterns included.
/// - `block`: what the Linux console's own font has: lines, half blocks, shades, no braille and no eighths.
/// - `ascii`: printable ASCII alone.
public enum GlyphSet: String, CaseIterable, Sendable {
  case braille, block, ascii

  /// What ends a text that was cut.
  public var ellipsis: Unicode.Scalar { self == .braille ? "…" : "~" }

  /// The arrow that points nearest to a direction, `right` and `up` being positive; a point where there is none.
  public func arrow(right: Double, up: Double) -> Unicode.Scalar {
    let (x, y) = (right.magnitude, up.magnitude)
    guard x.isFinite, y.isFinite, x + y > 0 else { return self == .ascii ? "." : "·" }
    let column = x * 2.414 < y ? 1 : right < 0 ? 0 : 2
    let row = y * 2.414 < x ? 1 : up > 0 ? 0 : 2
    let arrows: [[Unicode.Scalar]] =
      switch self {
      case .braille: [["↖", "↑", "↗"], ["←", "·", "→"], ["↙", "↓", "↘"]]
      case .block: [["\\", "↑", "/"], ["←", "·", "→"], ["/", "↓", "\\"]]
      case .ascii: [["\\", "^", "/"], ["<", ".", ">"], ["/", "v", "\\"]]
      }
    return arrows[row][column]
  }

  /// The lines of boxes and axes.
  public var lines: LineGlyphs {
    switch self {
    case .braille: .rounded
    case .block: .square
    case .ascii: .ascii
    }
  }

  /// The lines of the box that has the focus: other strokes, so that it shows without colour.
  public var focusLines: LineGlyphs {
    switch self {
    case .braille: .heavy
    case .block: .double
    case .ascii: .asciiFocus
    }
  }
}

/// The characters of a box.
public struct LineGlyphs: Hashable, Sendable {
  public var horizontal: Unicode.Scalar
  public var vertical: Unicode.Scalar
  public var topLeft: Unicode.Scalar
  public var topRight: Unicode.Scalar
  public var bottomLeft: Unicode.Scalar
  public var bottomRight: Unicode.Scalar

  /// The six characters in the order of the properties: `"─│╭╮╰╯"`.
  init(_ glyphs: String) {
    let scalars = Array(glyphs.unicodeScalars)
    precondition(scalars.count == 6, "a box has 6 characters, got \(scalars.count)")
    (horizontal, vertical) = (scalars[0], scalars[1])
    (topLeft, topRight, bottomLeft, bottomRight) = (scalars[2], scalars[3], scalars[4], scalars[5])
  }

  public static let rounded = LineGlyphs("─│╭╮╰╯")
  public static let square = LineGlyphs("─│┌┐└┘")
  public static let heavy = LineGlyphs("━┃┏┓┗┛")
  public static let double = LineGlyphs("═║╔╗╚╝")
  public static let ascii = LineGlyphs("-|++++")
  public static let asciiFocus = LineGlyphs("=#####")
}
