import Screen
import Testing

@testable import Plots

@Suite struct PixelCanvasTests {
  /// A linear congruence: the same pixels on every machine.
  struct Random {
    var state: UInt64
    mutating func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(state >> 40) / Float(1 << 24)
    }
  }

  /// Pixels of one cell: of all kinds, of few kinds, along a line of colours.
  static func pixels(_ count: Int, _ random: inout Random) -> [SIMD4<Float>] {
    let kind = random.next()
    let few = (0..<3).map { _ in OKLab(random.next(), random.next() - 0.5, random.next() - 0.5) }
    return (0..<count).map { index in
      if kind < 0.3 { return few[Int(random.next() * 2.999)].parts }
      if kind < 0.6 { return OKLab(0.4 + 0.02 * Float(index), 0.1 - 0.01 * random.next(), 0.05).parts }
      return OKLab(random.next(), random.next() - 0.5, random.next() - 0.5).parts
    }
  }

  static func error(_ pixels: [SIMD4<Float>], _ mask: Int, _ front: SIMD4<Double>, _ back: SIMD4<Double>) -> Double {
    pixels.enumerated().reduce(0) { sum, pixel in
      let difference = SIMD4<Double>(pixel.element) - (mask >> pixel.offset & 1 == 1 ? front : back)
      return sum + (difference * difference).sum()
    }
  }

  static func mean(_ pixels: [SIMD4<Float>], _ mask: Int, _ side: Int) -> SIMD4<Double> {
    let own = pixels.enumerated().filter { mask >> $0.offset & 1 == side }.map { SIMD4<Double>($0.element) }
    return own.reduce(.zero, +) / Double(max(1, own.count))
  }

  static func gathered(_ pixels: [SIMD4<Float>]) -> CellPixels {
    var own = CellPixels()
    for (index, pixel) in pixels.enumerated() { own.add(pixel, pixel: index) }
    return own
  }

  /// Against the plain search through all masks with the mean colours of both sides.
  @Test(arguments: CellDivision.allCases)
  func theNearestGlyphIsThatOfBruteForce(_ division: CellDivision) {
    for seed in 1...300 as ClosedRange<UInt64> {
      var random = Random(state: seed)
      let pixels = Self.pixels(division.count, &random)
      let best = (0..<1 << division.count).map { mask in
        Self.error(pixels, mask, Self.mean(pixels, mask, 1), Self.mean(pixels, mask, 0))
      }.min()!
      let found = Self.gathered(pixels).nearestToMeans()
      let reached = Self.error(
        pixels, Int(found.mask), SIMD4<Double>(found.foreground), SIMD4<Double>(found.background))
      #expect(reached <= best + 1e-6, "seed \(seed): \(reached), best \(best)")
      #expect((Double(found.error) - best).magnitude < 1e-5, "seed \(seed)")
    }
  }

  /// Against the plain search through all masks and all pairs of the cell's own colours.
  @Test(arguments: CellDivision.allCases)
  func theNearestOwnColoursAreThoseOfBruteForce(_ division: CellDivision) {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = Random(state: seed)
      let pixels = Self.pixels(division.count, &random)
      var best = Double.infinity
      for mask in 0..<1 << division.count {
        for front in pixels {
          for back in pixels {
            best = min(best, Self.error(pixels, mask, SIMD4<Double>(front), SIMD4<Double>(back)))
          }
        }
      }
      let found = Self.gathered(pixels).nearestOfOwn()
      let reached = Self.error(
        pixels, Int(found.mask), SIMD4<Double>(found.foreground), SIMD4<Double>(found.background))
      #expect((reached - best).magnitude < 1e-6, "seed \(seed): \(reached), best \(best)")
    }
  }

  @Test func twoColoursAreShownExactly() {
    for glyphs in GlyphSet.allCases where glyphs != .ascii {
      let theme = Theme(name: .dark, depth: .full, glyphs: glyphs)
      let division = glyphs.division
      for mask in 0..<1 << division.count {
        var canvas = PixelCanvas(width: 1, height: 1, glyphs: glyphs)
        for pixel in 0..<division.count {
          let color: Color = mask >> pixel & 1 == 1 ? .hex(0xff8800) : .hex(0x0022aa)
          canvas[pixel % division.across, pixel / division.across] = color.oklab
        }
        let cell = drawn(1, 1) { canvas.draw(into: &$0, x: 0, y: 0, theme: theme) }[0, 0]
        for pixel in 0..<division.count {
          let isFront = (0..<1 << division.count).first { division.glyph(UInt8($0)) == cell.scalar }! >> pixel & 1 == 1
          let shown = isFront ? cell.style.foreground : cell.style.background
          #expect(shown == (mask >> pixel & 1 == 1 ? .hex(0xff8800) : .hex(0x0022aa)), "\(glyphs) \(mask)")
        }
      }
    }
  }

  @Test func openPixelsShowTheBackground() {
    var canvas = PixelCanvas(width: 2, height: 1, glyphs: .quadrants)
    canvas[0, 1] = Color.hex(0x123456).oklab
    let theme = Theme(name: .dark, depth: .full, glyphs: .quadrants)
    let frame = drawn(2, 1) { canvas.draw(into: &$0, x: 0, y: 0, theme: theme) }
    #expect(frame[0, 0] == Cell("▖", Style(.hex(0x123456))))
    #expect(frame[1, 0] == .blank)
  }

  @Test func everyDepthKeepsToItsColours() {
    for theme in Theme.every {
      var canvas = PixelCanvas(width: 3, height: 2, glyphs: theme.glyphs)
      var random = Random(state: 7)
      for y in 0..<canvas.pixelHeight {
        for x in 0..<canvas.pixelWidth { canvas[x, y] = OKLab(random.next(), 0.1 * random.next(), 0.1 * random.next()) }
      }
      let frame = drawn(3, 2) { canvas.draw(into: &$0, x: 0, y: 0, theme: theme) }
      #expect(frame.converted(to: theme.depth) == frame)
      #expect(theme.glyphs != .ascii || frame.isASCII)
      #expect(theme.glyphs != .block || frame.isBlock)
      #expect(frame.cells.allSatisfy { theme.glyphs == .braille || !(0x2800...0x28ff).contains($0.scalar.value) })
    }
  }

  @Test func withoutColourBrightnessIsDithered() {
    for glyphs in GlyphSet.allCases {
      let theme = Theme.plain(glyphs)
      let inks = [0.05, 0.4, 0.65, 0.98].map { lightness in
        var canvas = PixelCanvas(width: 4, height: 4, glyphs: glyphs)
        for y in 0..<canvas.pixelHeight {
          for x in 0..<canvas.pixelWidth { canvas[x, y] = OKLab(Float(lightness), 0, 0) }
        }
        return drawn(4, 4) { canvas.draw(into: &$0, x: 0, y: 0, theme: theme) }.text
      }
      #expect(Set(inks).count == 4, "\(glyphs): \(inks)")
    }
  }
}
