import Screen

/// A picture in pixels finer than cells: as many to a cell as the glyphs divide it into.
///
/// Each cell shows its pixels in two colours, by the glyph and the colours that come nearest to them: least squared error
/// in OKLab. Pixels that were not set show the background.
public struct PixelCanvas: Sendable {
  /// The size in cells.
  public let width, height: Int
  /// The characters that the pixels become.
  public let glyphs: GlyphSet
  /// How many pixels across and down a cell has.
  public let division: CellDivision

  /// Row after row; the fourth part is 0 where nothing was set.
  var pixels: [SIMD4<Float>]

  /// An empty canvas of that many cells.
  public init(width: Int, height: Int, glyphs: GlyphSet) {
    (self.width, self.height, self.glyphs) = (max(0, width), max(0, height), glyphs)
    division = glyphs.division
    pixels = Array(repeating: .zero, count: self.width * self.height * division.count)
  }

  /// The size in pixels.
  public var pixelWidth: Int { width * division.across }
  /// The rows of pixels in all.
  public var pixelHeight: Int { height * division.down }

  /// The width of a pixel divided by its height; a cell is twice as high as wide.
  public var pixelAspect: Double { Double(division.down) / Double(2 * division.across) }

  /// The colour at column `x`, row `y` of pixels, from the upper left; nil where nothing is set and outside.
  public subscript(x: Int, y: Int) -> OKLab? {
    get {
      guard contains(x, y) else { return nil }
      let parts = pixels[y * pixelWidth + x]
      return parts.w == 0 ? nil : OKLab(parts)
    }
    set {
      guard contains(x, y) else { return }
      pixels[y * pixelWidth + x] = newValue?.parts ?? .zero
    }
  }

  private func contains(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < pixelWidth && y < pixelHeight }

  /// Fills the canvas: the colours of all pixels, row after row.
  mutating func fill(_ colors: [SIMD4<Float>]) {
    precondition(colors.count == pixels.count, "a canvas of \(pixels.count) pixels got \(colors.count)")
    pixels = colors
  }
}
