import Foundation
import Screen
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ExportTests {
  static let sample: Frame = {
    var frame = Frame(width: 6, height: 2)
    frame.write("a<&>", x: 0, y: 0, style: Style(.hex(0xff8700), on: .standard, .bold))
    frame.write("⣿▀█─", x: 1, y: 1, style: Style(.ansi(12), on: .palette(236)))
    return frame
  }()

  @Test func plainTextHasALineForEachRow() {
    #expect(Self.sample.text == "a<&>\n ⣿▀█─\n")
    #expect(Frame(width: 3, height: 2).text == "\n\n")
    #expect(Frame(width: 0, height: 0).text == "")
  }

  @Test(arguments: [
    (ColorDepth.full, "\u{1b}[0;1;38;2;255;135;0ma<&>\u{1b}[0m  \n", " \u{1b}[0;94;48;5;236m⣿▀█─\u{1b}[0m \n"),
    (.palette, "\u{1b}[0;1;38;5;208ma<&>\u{1b}[0m  \n", " \u{1b}[0;94;48;5;236m⣿▀█─\u{1b}[0m \n"),
    (.sixteen, "\u{1b}[0;1;33ma<&>\u{1b}[0m  \n", " \u{1b}[0;94;40m⣿▀█─\u{1b}[0m \n"),
    (.eight, "\u{1b}[0;1;33ma<&>\u{1b}[0m  \n", " \u{1b}[0;34;40m⣿▀█─\u{1b}[0m \n"),
    (.none, "\u{1b}[0;1ma<&>\u{1b}[0m  \n", " ⣿▀█─ \n"),
  ])
  func ansi(_ depth: ColorDepth, _ first: String, _ second: String) {
    #expect(Self.sample.ansi(depth: depth) == first + second)
  }

  @Test func noExportPassesControlCharactersOn() {
    var frame = Frame(width: 2, height: 1)
    frame[0, 0] = Cell("\u{1b}")
    frame[1, 0] = Cell("\u{9b}")
    #expect(frame.text == "\n")
    #expect(frame.ansi(depth: .full) == "  \n")
    #expect(!frame.svg().contains("\u{1b}"))
    var cast = Asciicast()
    #expect(cast.lines(for: frame, at: 0).joined().contains("9b") == false)
  }

  @Test func changesTurnOneFrameIntoAnother() {
    var next = Self.sample
    next.write("xy", x: 2, y: 0)
    next[0, 1] = Cell("z")
    let output = next.changes(since: Self.sample, depth: .palette)
    #expect(output == "\u{1b}[1;3Hxy\u{1b}[2;1Hz")
    #expect(next.changes(since: next, depth: .palette) == "")
  }

  @Test func svgIsWellFormed() throws {
    for style in [PictureStyle.dark, .light] {
      let document = Self.sample.svg(style)
      let parser = XMLParser(data: Data(document.utf8))
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
      #expect(document.contains("a&lt;&amp;&gt;"))
      #expect(document.contains("width=\"54\" height=\"36\""))
    }
  }

  @Test func svgDrawsBlocksAndBrailleAsShapes() {
    let document = Self.sample.svg()
    #expect(!document.contains("⣿") && !document.contains("▀") && !document.contains("█"))
    // Eight dots of a full braille cell, in cell (1, 1) of 9x18 pixels.
    #expect(document.components(separatedBy: "h0").count - 1 == 8)
    #expect(document.contains("M11.25 20.25h0"))
    // The upper half block covers the upper half of its cell.
    #expect(document.contains("<rect x=\"18\" y=\"18\" width=\"9\" height=\"9\" fill=\"#5c5cff\"/>"))
    #expect(document.contains("<rect x=\"27\" y=\"18\" width=\"9\" height=\"18\" fill=\"#5c5cff\"/>"))
  }

  /// The first frame whole, then a group for each frame that brings something new, at its time; words are drawn whole.
  @Test func anAnimationAddsWhatChanges() throws {
    var animation = AnimatedSVG(duration: 2)
    var next = Self.sample
    next[0, 0] = Cell("b", next[0, 0].style)
    animation.add(Self.sample, at: 0)
    let still = Self.sample.svg()
    #expect(animation.document == still)
    animation.add(Self.sample, at: 0.5)
    #expect(animation.document == still)
    animation.add(next, at: 1)
    next[4, 1] = Cell(" ")
    animation.add(next, at: 1.5)
    let document = animation.document
    #expect(XMLParser(data: Data(document.utf8)).parse())
    #expect(document.components(separatedBy: "<g visibility=\"hidden\">").count == 3)
    #expect(document.contains("keyTimes=\"0;0.5\"") && document.contains("keyTimes=\"0;0.75\""))
    #expect(document.contains("dur=\"2s\"") && document.contains("b&lt;&amp;&gt;"))
    let last = try #require(document.components(separatedBy: "keyTimes=\"0;0.75\"").last)
    #expect(!last.contains("&lt;"), "only what changed is drawn again")
  }

  @Test func svgReversesColours() {
    var frame = Frame(width: 1, height: 1)
    frame[0, 0] = Cell("x", Style(.hex(0x102030), on: .hex(0xa0b0c0), .reverse))
    let document = frame.svg()
    #expect(document.contains("height=\"18\" fill=\"#102030\""))
    #expect(document.contains("fill=\"#a0b0c0\">x</text>"))
  }

  @Test func asciicastHasAHeaderAndALineForEachChange() throws {
    let header = Asciicast.header(width: 80, height: 24, title: "two \"spirals\"\n", timestamp: 7)
    let fields = try #require(try JSONSerialization.jsonObject(with: Data(header.utf8)) as? [String: Any])
    #expect(fields["version"] as? Int == 2)
    #expect(fields["width"] as? Int == 80)
    #expect(fields["title"] as? String == "two \"spirals\"\n")
    var cast = Asciicast(depth: .palette)
    let first = cast.lines(for: Self.sample, at: 0.25)
    #expect(first.count == 1)
    let event = try #require(try JSONSerialization.jsonObject(with: Data(first[0].utf8)) as? [Any])
    #expect(event[0] as? Double == 0.25)
    #expect(event[1] as? String == "o")
    #expect((event[2] as? String)?.hasPrefix("\u{1b}[?25l") == true)
    #expect(cast.lines(for: Self.sample, at: 1) == [])
    var next = Self.sample
    next.write("\\\"", x: 0, y: 0)
    #expect(cast.lines(for: next, at: 0.000015) == ["[0.000015, \"o\", \"\\u001b[1;1H\\\\\\\"\"]"])
  }

  @Test func asciicastTellsANewSize() {
    var cast = Asciicast()
    _ = cast.lines(for: Frame(width: 2, height: 1), at: 0)
    let lines = cast.lines(for: Frame(width: 4, height: 3), at: 2)
    #expect(lines.count == 2)
    #expect(lines[0] == "[2.000000, \"r\", \"4x3\"]")
  }
}
