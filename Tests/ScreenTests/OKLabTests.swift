import Screen
import Testing

@Suite struct OKLabTests {
  /// Values of the reference implementation for sRGB's corners.
  @Test func referenceValues() {
    let known: [(UInt32, (Float, Float, Float))] = [
      (0xffffff, (1, 0, 0)), (0xff0000, (0.6280, 0.2249, 0.1258)), (0x00ff00, (0.8664, -0.2339, 0.1795)),
      (0x0000ff, (0.4520, -0.0324, -0.3115)), (0x000000, (0, 0, 0)), (0x808080, (0.5999, 0, 0)),
    ]
    for (hex, expected) in known {
      let lab = Color.hex(hex).oklab!
      #expect(lab.distance(to: OKLab(expected.0, expected.1, expected.2)) < 1e-7, "\(String(hex, radix: 16)): \(lab)")
    }
  }

  @Test func everyGreyAndManyColoursComeBack() {
    for value in 0...255 { check(UInt32(value) * 0x010101) }
    var seed: UInt32 = 1
    for _ in 0..<20_000 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      check(seed >> 8)
    }
    for index in 0...255 {
      #expect(Color.palette(UInt8(index)).oklab == OKLab(Color.palette(UInt8(index)).components!))
    }
  }

  private func check(_ hex: UInt32) {
    let color = Color.hex(hex)
    #expect(color.oklab!.color == color)
  }

  @Test func theDefaultHasNone() { #expect(Color.standard.oklab == nil) }
}
