import Screen
import Testing

@Suite struct ColorTests {
  /// Every colour of a 17x17x17 lattice over RGB.
  static let lattice = (0..<17 * 17 * 17).map { index in
    func part(_ step: Int) -> UInt8 { UInt8(min(255, step * 16)) }
    return Color.rgb(part(index / 289), part(index / 17 % 17), part(index % 17))
  }

  func distance(_ a: Color, _ b: Color) -> Int {
    let (p, q) = (a.components!, b.components!)
    let parts = [p.red - q.red, p.green - q.green, p.blue - q.blue]
    return parts.reduce(0) { $0 + $1 * $1 }
  }

  /// Greys stay, and the nearest of the cube stands for what has much of a hue.
  @Test func aPictureKeepsItsHues() {
    for color in Self.lattice {
      let (plain, hued) = (color.converted(to: .palette), color.converted(to: .palette, keepsHue: true))
      let parts = color.components!
      let chroma = max(parts.red, parts.green, parts.blue) - min(parts.red, parts.green, parts.blue)
      #expect(hued == plain || chroma > 0 && plain.paletteIndex! >= 232 && hued.paletteIndex! < 232)
      if chroma >= 64 { #expect(hued.paletteIndex! < 232, "\(parts)") }
    }
    #expect(Color.hex(0x3b2f7a).converted(to: .palette) == .palette(239))
    #expect(Color.hex(0x3b2f7a).converted(to: .palette, keepsHue: true) == .palette(54))
  }

  @Test func paletteConversionIsTheNearestOfCubeAndGreys() {
    let candidates = (16...255).map { Color.palette(UInt8($0)) }
    for color in Self.lattice {
      let converted = color.converted(to: .palette)
      let best = candidates.map { distance(color, $0) }.min()!
      // The cube's thresholds lie at whole numbers: half a step of 95/2 may go either way.
      #expect(distance(color, converted) <= best + 100, "\(color.components!)")
    }
  }

  @Test func everyPaletteColourKeepsItsLook() {
    for index in 16...255 {
      let color = Color.palette(UInt8(index))
      let parts = color.components!
      let rgb = Color.rgb(UInt8(parts.red), UInt8(parts.green), UInt8(parts.blue))
      #expect(rgb.converted(to: .palette).components == parts)
      #expect(color.converted(to: .palette) == color)
    }
  }

  @Test(
    arguments: [
      (0xf59322, 3), (0x0877bd, 6), (0xff0000, 9), (0x00aa00, 2), (0x000000, 0), (0xffffff, 15), (0x808080, 8),
    ] as [(UInt32, UInt8)])
  func ansiConversion(_ hex: UInt32, _ expected: UInt8) {
    #expect(Color.hex(hex).converted(to: .sixteen) == .ansi(expected))
  }

  @Test func eightColoursAreDarkFormsAndGreyStaysVisible() {
    #expect(Color.ansi(11).converted(to: .eight) == .ansi(3))
    #expect(Color.ansi(8).converted(to: .eight) == .ansi(7))
    #expect(Color.ansi(0).converted(to: .eight) == .ansi(0))
    for color in Self.lattice { #expect(color.converted(to: .eight).paletteIndex! < 8) }
  }

  @Test func noDepthHasNoColour() {
    for color in Self.lattice + [.standard, .ansi(3), .palette(200)] {
      #expect(color.converted(to: .none) == .standard)
    }
  }

  @Test func theDefaultStaysTheDefault() {
    for depth in ColorDepth.allCases { #expect(Color.standard.converted(to: depth) == .standard) }
  }

  @Test func conversionIsIdempotent() {
    for depth in ColorDepth.allCases {
      for color in Self.lattice {
        let once = color.converted(to: depth)
        #expect(once.converted(to: depth) == once)
      }
    }
  }

  @Test func aStyleKeepsItsAttributes() {
    let style = Style(.hex(0xff0000), on: .hex(0x0000ff), [.bold, .reverse])
    #expect(style.converted(to: .none) == Style(.standard, on: .standard, [.bold, .reverse]))
    #expect(style.converted(to: .palette) == Style(.palette(196), on: .palette(21), [.bold, .reverse]))
  }
}
