import Foundation
import Screen
import Testing

@Suite struct CellDivisionTests {
  @Test func quadrantsAndHalvesShowTheirPixels() {
    #expect((0..<16).map { CellDivision.quadrants.glyph(UInt8($0)) } == Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".unicodeScalars))
    #expect((0..<4).map { CellDivision.halves.glyph(UInt8($0)) } == [" ", "▀", "▄", "█"])
    #expect((0..<2).map { CellDivision.whole.glyph(UInt8($0)) } == [" ", "█"])
  }

  /// The names of Unicode 13: U+1FB00 is sextant 1, U+1FB1D sextants 1, 2, 3, 4, 5, U+1FB3B sextants 2 to 6.
  @Test func sextantsHaveTheirPlaces() {
    let sextants = CellDivision.sextants
    #expect(sextants.glyph(0b000001) == "\u{1fb00}")
    #expect(sextants.glyph(0b011111) == "\u{1fb1d}")
    #expect(sextants.glyph(0b100000) == "\u{1fb1e}")
    #expect(sextants.glyph(0b111110) == "\u{1fb3b}")
  }

  /// The names of Unicode 16: U+1CD00 is octant 3, U+1CD03 octant 4, U+1CDE5 octants 2 to 8.
  @Test func octantsHaveTheirPlaces() {
    let octants = CellDivision.octants
    #expect(octants.glyph(1 << 2) == "\u{1cd00}")
    #expect(octants.glyph(0b110) == "\u{1cd01}")
    #expect(octants.glyph(1 << 3) == "\u{1cd03}")
    #expect(octants.glyph(0b1111_1110) == "\u{1cde5}")
    #expect((0..<256).filter { (0x1cd00...0x1cde5).contains(octants.glyph(UInt8($0)).value) }.count == 230)
  }

  @Test func brailleCountsByColumns() {
    let dots: [Unicode.Scalar] = ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]
    for (pixel, glyph) in dots.enumerated() { #expect(CellDivision.braille.glyph(1 << UInt8(pixel)) == glyph) }
  }

  @Test func everyPatternHasItsOwnGlyph() {
    for division in CellDivision.allCases {
      let glyphs = (0..<1 << division.count).map { division.glyph(UInt8($0)) }
      #expect(Set(glyphs).count == glyphs.count, "\(division)")
      #expect(glyphs[0] == " ")
    }
  }

  /// By the C library's own tables: what it does not hold for one column wide is not offered.
  @Test func usableSetsAreOneColumnWide() {
    let width: (Unicode.Scalar) -> Bool = { $0.value < 0x1cd00 || $0.value > 0x1ceff }
    #expect(GlyphSet.usable(where: width) == [.quadrants, .sextants, .braille, .block, .ascii])
    #expect(GlyphSet.usable { $0.isASCII || (0x2580...0x2588).contains($0.value) } == [.block, .ascii])
    #expect(GlyphSet.usable { _ in true } == GlyphSet.allCases)
  }

  /// An SVG's rectangles cover exactly the pixels of the mask.
  @Test(arguments: [CellDivision.quadrants, .sextants, .octants])
  func shapesInSVGAreExact(_ division: CellDivision) throws {
    for mask in 1..<1 << division.count {
      var frame = Frame(width: 1, height: 1)
      frame[0, 0] = Cell(division.glyph(UInt8(mask)), Style(.hex(0xff0000)))
      var style = PictureStyle.dark
      (style.cellWidth, style.cellHeight) = (24, 24)
      var covered = Array(repeating: false, count: 24 * 24)
      for rect in frame.svg(style).components(separatedBy: "<rect ").dropFirst(2) {
        let numbers = ["x", "y", "width", "height"].map { name in
          Int(rect.components(separatedBy: "\(name)=\"")[1].components(separatedBy: "\"")[0])!
        }
        for y in numbers[1]..<numbers[1] + numbers[3] {
          for x in numbers[0]..<numbers[0] + numbers[2] { covered[y * 24 + x] = true }
        }
      }
      for y in 0..<24 {
        for x in 0..<24 {
          let pixel = x * division.across / 24 + division.across * (y * division.down / 24)
          #expect(covered[y * 24 + x] == (mask >> pixel & 1 == 1), "\(division) \(mask) at \(x), \(y)")
        }
      }
    }
  }
}
