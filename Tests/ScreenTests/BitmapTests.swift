import Foundation
import Testing

@testable import Datasets
@testable import Screen

@Suite struct BitmapTests {
  private static let style: PictureStyle = {
    var style = PictureStyle.dark
    (style.cellWidth, style.cellHeight) = (12, 24)
    return style
  }()

  private static func bitmap(_ text: String, _ look: Style = .plain) -> Bitmap {
    var frame = Frame(width: text.unicodeScalars.count, height: 1)
    frame.write(text, x: 0, y: 0, style: look)
    return frame.bitmap(style)
  }

  @Test func aCellIsItsGroundAndItsInk() {
    let (ink, ground) = (Color.rgb(255, 135, 0), Color.rgb(10, 20, 30))
    let bitmap = Self.bitmap("▀ █", Style(ink, on: ground))
    #expect(bitmap.width == 36 && bitmap.height == 24 && bitmap.bytes.count == 3 * 36 * 24)
    #expect(bitmap[0, 0] == ink && bitmap[11, 11] == ink && bitmap[0, 12] == ground && bitmap[11, 23] == ground)
    #expect(bitmap[12, 0] == ground && bitmap[23, 23] == ground)
    #expect(bitmap[24, 0] == ink && bitmap[35, 23] == ink)
  }

  @Test func coloursThatTheTerminalChoosesAreThoseOfTheStyle() {
    let plain = Self.bitmap("█ ")
    #expect(plain[0, 0] == Self.style.foreground && plain[12, 0] == Self.style.background)
    let reversed = Self.bitmap("█ ", Style.plain.with(.reverse))
    #expect(reversed[0, 0] == Self.style.background && reversed[12, 0] == Self.style.foreground)
    let dim = Self.bitmap("█", Style(.rgb(200, 100, 0), on: .rgb(0, 0, 50), .dim))
    #expect(dim[5, 5] == .rgb(120, 60, 20))
  }

  @Test(arguments: CellDivision.allCases.filter { $0 != .braille })
  func pixelsOfADividedCellAreWhereTheyBelong(_ division: CellDivision) {
    for bit in 0..<division.count {
      let mask = Mask(division.glyph(1 << UInt8(bit)), [], width: 24, height: 48)
      let (w, h) = (24 / division.across, 48 / division.down)
      let (left, top) = (bit % division.across * w, bit / division.across * h)
      for y in 0..<48 {
        for x in 0..<24 {
          let isIn = (left..<left + w).contains(x) && (top..<top + h).contains(y)
          #expect(mask[x, y] == (isIn ? 255 : 0), "\(division) bit \(bit) at \(x), \(y)")
        }
      }
    }
  }

  @Test func dotsOfBrailleAreRoundAndInTheMiddleOfTheirPlaces() {
    for bit in 0..<CellDivision.braille.count {
      let mask = Mask(CellDivision.braille.glyph(1 << UInt8(bit)), [], width: 24, height: 48)
      let (left, top) = (bit % 2 * 12, bit / 2 * 12)
      for y in 0..<48 {
        for x in 0..<24 {
          let (dx, dy) = (Double(x - left) - 5.5, Double(y - top) - 5.5)
          let distance = (dx * dx + dy * dy).squareRoot()
          if distance < 3 { #expect(mask[x, y] == 255) }
          if distance > 5 { #expect(mask[x, y] == 0) }
        }
      }
    }
  }

  /// The parts of a line that overlap in the middle of a cell leave no knots in it.
  @Test(arguments: [(12, 24), (9, 18), (7, 15)]) func linesAreEven(width: Int, height: Int) {
    for glyph in ["─", "━", "═"] as [Unicode.Scalar] {
      let mask = Mask(glyph, [], width: width, height: height)
      for y in 0..<height { #expect(Set((0..<width).map { mask[$0, y] }).count == 1, "\(glyph) row \(y)") }
    }
    for glyph in ["│", "┃", "║"] as [Unicode.Scalar] {
      let mask = Mask(glyph, [], width: width, height: height)
      for x in 0..<width { #expect(Set((0..<height).map { mask[x, $0] }).count == 1, "\(glyph) column \(x)") }
    }
  }

  @Test func everyCharacterLooksLikeNoOther() {
    var seen: [Mask: Unicode.Scalar] = [:]
    for code in UInt32(0x20)...0x7e {
      let scalar = Unicode.Scalar(code)!
      #expect(StrokeFont.standard.has(scalar), "\(scalar)")
      let mask = Mask(scalar, [], width: 12, height: 24)
      #expect(seen[mask] == nil, "\(scalar) looks like \(seen[mask] ?? " ")")
      seen[mask] = scalar
    }
    #expect(Mask("\u{416}", [], width: 12, height: 24) == Mask("\u{417}", [], width: 12, height: 24))
  }

  /// What the program and its demos may write on a screen is drawn, and not as the box that stands for unknown characters.
  @Test func everyCharacterOfTheProgramIsThere() throws {
    let root = (0..<3).reduce(URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()) { url, _ in
      url.deletingLastPathComponent()
    }
    var missing: Set<Unicode.Scalar> = []
    var files = 0
    for folder in ["Sources", "demos"] {
      let all = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
      for case let file as URL in all! where ["swift", "yaml"].contains(file.pathExtension) {
        files += 1
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        for line in lines where !line.drop(while: \.isWhitespace).hasPrefix("//") {
          missing.formUnion(
            line.unicodeScalars.filter {
              $0.value > 0x7e && !StrokeFont.standard.has($0) && !GlyphShape.isShape($0)
            })
        }
      }
    }
    #expect(files > 500)
    #expect(missing.isEmpty, "\(missing.map { "\($0) \(String($0.value, radix: 16))" }.sorted())")
  }

  /// Letters keep away from their neighbours: hardly a shade of them is at the edges of the cell.
  @Test func lettersAreWithinTheirCells() {
    for scalar in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".unicodeScalars {
      let mask = Mask(scalar, [], width: 16, height: 32)
      let sides = (0..<32).flatMap { [mask[0, $0], mask[15, $0]] }
      #expect(sides.allSatisfy { $0 < 64 }, "\(scalar)")
      let inked = (0..<32).flatMap { y in (0..<16).map { Int(mask[$0, y]) } }.reduce(0, +) / 255
      #expect((16...160).contains(inked), "\(scalar) covers \(inked) of 512 pixels")
    }
  }

  @Test func accentsAreOverTheirLetters() {
    let (plain, accented) = (Mask("u", [], width: 16, height: 32), Mask("ü", [], width: 16, height: 32))
    for y in 0..<32 {
      for x in 0..<16 where y >= 11 { #expect(plain[x, y] == accented[x, y]) }
    }
    #expect((0..<11).contains { y in (0..<16).contains { plain[$0, y] == 0 && accented[$0, y] > 128 } })
  }

  @Test func boldIsHeavierAndItalicLeans() {
    func ink(_ attributes: Style.Attributes) -> Int {
      let mask = Mask("n", attributes, width: 12, height: 24)
      return (0..<24).reduce(0) { sum, y in sum + (0..<12).reduce(0) { $0 + Int(mask[$1, y]) } }
    }
    #expect(ink(.bold) * 10 > ink([]) * 12)
    #expect(Mask("l", .italic, width: 12, height: 24) != Mask("l", [], width: 12, height: 24))
  }

  @Test func thePictureIsAPNG() throws {
    let bitmap = Self.bitmap("δ = f′(z) ▚⣿", Style(.rgb(255, 135, 0), on: .rgb(10, 20, 30)))
    let png = bitmap.png
    #expect(png.prefix(8) == [137, 80, 78, 71, 13, 10, 26, 10])
    // The length, the name and the check of the last chunk are the same in every such file.
    #expect(png.suffix(12) == [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])
    let header = Array(png[8..<33])
    #expect(Array(header[4..<8]) == Array("IHDR".utf8))
    #expect(header[8..<16].elementsEqual(UInt32(bitmap.width).bytes + UInt32(bitmap.height).bytes))
    let length = png[33..<37].reduce(0) { $0 << 8 | Int($1) }
    #expect(Array(png[37..<41]) == Array("IDAT".utf8) && 33 + 12 + length + 12 == png.count)
    let rows = try Inflate.inflate(Array(png[43..<41 + length - 4]), limit: 1 << 24)
    let row = 3 * bitmap.width + 1
    #expect(rows.count == bitmap.height * row)
    for y in 0..<bitmap.height where rows.count == bitmap.height * row {
      #expect(rows[y * row] == 0)
      #expect(rows[y * row + 1..<(y + 1) * row] == bitmap.bytes[y * (row - 1)..<(y + 1) * (row - 1)])
    }
    #expect(png == bitmap.png)
  }

  /// Repetitions of every length and of distances over all groups, bytes of every value, and nothing at all.
  @Test func whatIsPackedComesBack() throws {
    var noise = Noise()
    var inputs: [[UInt8]] = [[], [7], Array(0...255), Array(repeating: 200, count: 100_000)]
    for length in 1...600 { inputs.append(Array(repeating: UInt8(length & 255), count: length) + [1, 2, 3]) }
    for distance in [1, 2, 3, 4, 5, 8, 9, 63, 64, 65, 1000, 4097, 24_577, 32_767, 32_768, 32_769] {
      let piece = (0..<distance).map { _ in noise.next() }
      inputs.append(piece + piece + piece.prefix(300))
    }
    for input in inputs {
      let packed = Deflate.zlib(input)
      #expect(packed.count < input.count + input.count / 7 + 16)
      #expect(try Inflate.inflate(Array(packed[2..<packed.count - 4]), limit: 1 << 20) == input)
    }
    #expect(Deflate.zlib(Array("Wikipedia".utf8)).suffix(4) == [0x11, 0xe6, 0x03, 0x98])
    #expect(Deflate.zlib(inputs[3]).count < 1000)
  }
}

/// Bytes without a pattern, the same every time.
private struct Noise {
  private var state: UInt32 = 1

  mutating func next() -> UInt8 {
    state = state &* 1_664_525 &+ 1_013_904_223
    return UInt8(state >> 24)
  }
}
