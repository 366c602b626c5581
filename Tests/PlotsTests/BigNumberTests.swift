import Plots
import Screen
import Testing

@Suite struct BigNumberTests {
  func written(_ text: String, _ width: Int = 60, _ height: Int = 3, _ glyphs: GlyphSet = .quadrants) -> Frame {
    drawn(width, height) { BigNumber(text).draw(into: &$0, in: $0.region, theme: .plain(glyphs)) }
  }

  @Test func numeralsAreThreeRowsHigh() {
    expectPicture(
      written("1240"),
      """
      ▀█  ▀▀█ █ █ █▀█
       █  █▀▀ ▀▀█ █ █
      ▀▀▀ ▀▀▀   ▀ ▀▀▀
      """)
    #expect(BigNumber("1240").width == 15)
  }

  @Test func everyNumeralDiffers() {
    for glyphs in [GlyphSet.quadrants, .block] {
      let pictures = "0123456789.,-+ekMGT%".map { written(String($0), 3, 3, glyphs).text }
      #expect(Set(pictures).count == pictures.count)
    }
    #expect(written("0.0312", 60, 3, .ascii).isASCII)
    #expect(written("12.5k", 60, 3, .block).cells.allSatisfy { " ▀▄█".unicodeScalars.contains($0.scalar) })
  }

  @Test func withoutRoomItIsOrdinaryText() {
    #expect(written("1240", 10, 3).lines[0] == "1240")
    #expect(written("1240", 60, 2).lines[0] == "1240")
    #expect(written("", 1, 1).lines == [""])
    #expect(BigNumber("").width == 0)
  }
}
