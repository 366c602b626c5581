import Screen

extension PixelCanvas {
  /// Draws every cell that has a pixel with its upper left corner at `x`, `y`.
  ///
  /// In 24 bits a cell's two colours are means of its pixels; with a table of colours, two of its pixels' nearest ones; without
  /// colours, brightness is dithered (or, in ASCII, a character of like density).
  public func draw(into frame: inout Frame, x: Int, y: Int, theme: Theme) {
    var shades = Shades(depth: theme.depth)
    for row in 0..<height {
      for column in 0..<width {
        guard let cell = cell(column, row, &shades, theme) else { continue }
        frame[x + column, y + row] = cell
      }
    }
  }

  private func cell(_ column: Int, _ row: Int, _ shades: inout Shades, _ theme: Theme) -> Cell? {
    if theme.depth == .none { return colourless(column, row, theme) }
    var (own, gaps) = (CellPixels(), UInt8(0))
    let (across, stride) = (division.across, width * division.across)
    pixels.withUnsafeBufferPointer { pixels in
      var index = row * division.down * stride + column * across
      var pixel = 0
      for _ in 0..<division.down {
        for x in 0..<across {
          let color = pixels[index + x]
          if color.w == 0 { gaps |= 1 << UInt8(pixel) } else { own.add(shades.nearest(color), pixel: pixel) }
          pixel += 1
        }
        index += stride
      }
    }
    guard own.count > 0 else { return nil }
    return gaps == 0 ? filled(own, shades) : holed(own, gaps, shades)
  }

  private func filled(_ own: CellPixels, _ shades: Shades) -> Cell {
    var tones = shades.isExact ? own.nearestToMeans() : own.nearestOfOwn()
    let (front, back) = (shades.color(tones.foreground), shades.color(tones.background))
    guard front != back else { return Cell(" ", Style(.standard, on: front)) }
    if division == .braille, tones.mask.nonzeroBitCount > 4 {
      tones.mask = ~tones.mask
      return Cell(division.glyph(tones.mask), Style(back, on: front))
    }
    return Cell(division.glyph(tones.mask), Style(front, on: back))
  }

  /// A cell with pixels that show the background: the others have one colour, that nearest to them.
  private func holed(_ own: CellPixels, _ gaps: UInt8, _ shades: Shades) -> Cell {
    Cell(division.glyph(~gaps), Style(shades.color(shades.isExact ? own.mean : own.nearestToMean)))
  }

  private func colourless(_ column: Int, _ row: Int, _ theme: Theme) -> Cell? {
    var (mask, light, count) = (UInt8(0), Float(0), 0)
    for y in 0..<division.down {
      for x in 0..<division.across {
        let (px, py) = (column * division.across + x, row * division.down + y)
        let color = pixels[py * pixelWidth + px]
        guard color.w != 0 else { continue }
        (light, count) = (light + color.x, count + 1)
        if color.x > Self.threshold(px, py) { mask |= 1 << UInt8(x + division.across * y) }
      }
    }
    guard count > 0 else { return nil }
    if division == .whole { return Cell(theme.density(Double(light) / Double(count)), theme.text) }
    return Cell(division.glyph(mask), theme.text)
  }

  /// The lightness from which a pixel is set: a 4x4 matrix of Bayer, in 16 steps.
  private static func threshold(_ x: Int, _ y: Int) -> Float {
    let order: [Float] = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
    return 0.15 + 0.75 * (order[(y & 3) * 4 + (x & 3)] + 0.5) / 16
  }
}

extension CellPixels {
  /// The mean of the pixels.
  var mean: SIMD4<Float> {
    var sum = SIMD4<Float>.zero
    for index in 0..<count { sum += colors[index] * Float(masks[index].nonzeroBitCount) }
    return sum / sum.w
  }

  /// The own colour nearest to the mean.
  var nearestToMean: SIMD4<Float> {
    let mean = mean
    func distance(_ index: Int) -> Float { ((colors[index] - mean) * (colors[index] - mean)).sum() }
    return colors[(0..<count).min { distance($0) < distance($1) } ?? 0]
  }
}

/// The colours of a depth, as a canvas needs them.
struct Shades {
  let depth: ColorDepth
  /// The last colour that was looked up, and what came of it: neighbours are often equal.
  private var (asked, found) = (SIMD4<Float>.zero, SIMD4<Float>.zero)

  init(depth: ColorDepth) { self.depth = depth }

  /// Whether every colour can be shown.
  var isExact: Bool { depth == .full }

  /// The nearest colour of the depth.
  mutating func nearest(_ color: SIMD4<Float>) -> SIMD4<Float> {
    if isExact { return color }
    if asked != color { (asked, found) = (color, self.color(color).oklab?.parts ?? color) }
    return found
  }

  /// The colour as a terminal takes it.
  func color(_ parts: SIMD4<Float>) -> Color { OKLab(parts).color.converted(to: depth, keepsHue: true) }
}
