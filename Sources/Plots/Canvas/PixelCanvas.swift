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

  /// A canvas of that many cells with the colours of all pixels, row after row.
  init(width: Int, height: Int, glyphs: GlyphSet, pixels: [SIMD4<Float>]) {
    (self.width, self.height, self.glyphs, self.pixels) = (max(0, width), max(0, height), glyphs, pixels)
    division = glyphs.division
    precondition(
      pixels.count == pixelWidth * pixelHeight, "a canvas of \(pixelWidth)x\(pixelHeight) got \(pixels.count)")
  }

  /// The size in pixels.
  public var pixelWidth: Int { width * division.across }
  /// The rows of pixels in all.
  public var pixelHeight: Int { height * division.down }

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
}
