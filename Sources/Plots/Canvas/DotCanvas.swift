import Screen

/// A grid of dots finer than cells: 2x4 to a cell in braille, 1x2 in half blocks, 1x3 in ASCII (`'`, `-`, `.`).
///
/// A cell has one colour: that of the dot with the highest priority in it, the later one of equals.
public struct DotCanvas: Sendable {
  /// The size in cells.
  public let width, height: Int
  /// The dots of one cell.
  public let dotsAcross, dotsDown: Int
  /// The characters that the dots become.
  public let glyphs: GlyphSet
  /// Whether a cell shows only the dots of its own colour, not those of lower priority in its colour.
  public let keepsColorsApart: Bool

  private var inks: [Ink]
  private let isBraille: Bool

  private struct Ink {
    var mask: UInt8 = 0
    var style = Style.plain
    var priority = Int.min
    /// What stands for the dots where there are too few dots to a cell to tell series apart.
    var mark: Unicode.Scalar?

    mutating func add(
      _ bits: UInt8, _ style: Style, priority: Int, mark: Unicode.Scalar?, keepsColorsApart: Bool
    ) {
      // Most dots of a line fall beside one of the same line.
      if mask != 0, priority == self.priority, mark == self.mark, style == self.style {
        mask |= bits
        return
      }
      let isOther = keepsColorsApart && mask != 0 && self.style != style
      if isOther, priority < self.priority { return }
      mask = isOther ? bits : mask | bits
      guard priority >= self.priority else { return }
      (self.style, self.priority, self.mark) = (style, priority, mark)
    }
  }

  /// An empty canvas of that many cells.
  public init(width: Int, height: Int, glyphs: GlyphSet, keepsColorsApart: Bool = false) {
    self.keepsColorsApart = keepsColorsApart
    self.width = max(0, width)
    self.height = max(0, height)
    self.glyphs = glyphs
    isBraille = glyphs.hasSymbols
    (dotsAcross, dotsDown) =
      switch glyphs {
      case .quadrants, .sextants, .octants, .braille: (2, 4)
      case .block: (1, 2)
      case .ascii: (1, 3)
      }
    inks = Array(repeating: Ink(), count: self.width * self.height)
  }

  /// The size in dots.
  public var dotWidth: Int { width * dotsAcross }
  /// The rows of dots in all.
  public var dotHeight: Int { height * dotsDown }

  /// Sets the dot at column `x`, row `y` of dots, counted from the upper left; outside, nothing happens.
  public mutating func plot(x: Int, y: Int, style: Style, priority: Int = 0, mark: Unicode.Scalar? = nil) {
    guard let (cell, bit) = place(x: x, y: y) else { return }
    add(bit, to: cell, style: style, priority: priority, mark: mark)
  }

  /// The cell of a dot, and its bit there; nil outside.
  @inline(__always)
  func place(x: Int, y: Int) -> (cell: Int, bit: UInt8)? {
    guard x >= 0, y >= 0, x < dotWidth, y < dotHeight else { return nil }
    // A division by a number that is not known takes longer than all else here.
    if isBraille { return ((y >> 2) * width + (x >> 1), Self.brailleBit(x & 1, y & 3)) }
    return (y / dotsDown * width + x, 1 << UInt8(y % dotsDown))
  }

  /// Sets dots of a cell.
  @inline(__always)
  mutating func add(_ bits: UInt8, to cell: Int, style: Style, priority: Int, mark: Unicode.Scalar?) {
    inks[cell].add(bits, style, priority: priority, mark: mark, keepsColorsApart: keepsColorsApart)
  }

  /// Three rows of two bits each, column by column, and then the fourth row's.
  private static func brailleBit(_ x: Int, _ y: Int) -> UInt8 { 1 << UInt8(y == 3 ? 6 + x : y + 3 * x) }

  /// The character of a cell, nil where no dot is set.
  private func glyph(_ ink: Ink) -> Unicode.Scalar? {
    guard ink.mask != 0 else { return nil }
    switch glyphs {
    case .quadrants, .sextants, .octants, .braille: return Unicode.Scalar(0x2800 + UInt32(ink.mask))
    case .block: return ["▀", "▄", "█"][Int(ink.mask) - 1]
    case .ascii: return ink.mark ?? ["'", "-", "'", ".", ":", ".", "|"][Int(ink.mask) - 1]
    }
  }

  /// The character of a cell; nil where no dot is set.
  public func glyph(_ column: Int, _ row: Int) -> Unicode.Scalar? { glyph(inks[row * width + column]) }

  /// The style of a cell's dots; nil where no dot is set.
  func style(_ column: Int, _ row: Int) -> Style? {
    let ink = inks[row * width + column]
    return ink.mask == 0 ? nil : ink.style
  }

  /// The character of a contour line through a cell: its dots, or a point where there are too few dots; nil where none is set.
  func contourGlyph(_ column: Int, _ row: Int) -> Unicode.Scalar? {
    guard let glyph = glyph(column, row) else { return nil }
    return glyphs.hasSymbols ? glyph : glyphs == .ascii ? "~" : "·"
  }

  /// Draws the cells that have dots with their upper left corner at `x`, `y`; the background of the frame stays.
  public func draw(into frame: inout Frame, x: Int, y: Int) {
    for row in 0..<height {
      for column in 0..<width {
        let ink = inks[row * width + column]
        guard let scalar = glyph(ink) else { continue }
        let background =
          ink.style.background == .standard ? frame[x + column, y + row].style.background : ink.style.background
        frame[x + column, y + row] = Cell(scalar, ink.style.on(background))
      }
    }
  }
}
