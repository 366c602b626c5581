import Testing

@testable import Screen

@Suite struct TextTests {
  func written(_ text: String, width: Int = 12, x: Int = 0, maxWidth: Int = .max) -> (line: String, columns: Int) {
    var frame = Frame(width: width, height: 1)
    let columns = frame.write(text, x: x, y: 0, maxWidth: maxWidth)
    return (frame.lines[0], columns)
  }

  @Test func plainTextIsWritten() {
    #expect(written("loss 0.03") == ("loss 0.03", 9))
  }

  @Test func textIsCutAtTheFrameAndAtItsWidth() {
    #expect(written("abcdef", width: 4).line == "abcd")
    #expect(written("abcdef", maxWidth: 3) == ("abc", 3))
    #expect(written("abcdef", maxWidth: 0) == ("", 0))
    #expect(written("abcdef", maxWidth: -3) == ("", 0))
    #expect(written("abcdef", width: 4, x: -2).line == "cdef")
    #expect(written("abc", width: 4, x: 9).line == "")
  }

  @Test(arguments: [
    ("a\u{1b}[31mb", "a[31mb"), ("a\u{7}\u{8}b", "ab"), ("a\tb\nc", "a b c"), ("\u{9b}31m", "31m"),
    ("e\u{301}", "e"), ("a\u{200b}b\u{202e}c", "abc"), ("模型", "??"), ("ｆ", "?"), ("👍🏽", "??"), ("한", "?"),
    ("Σ w·a + b", "Σ w·a + b"), ("─│╭▀█⣿●→", "─│╭▀█⣿●→"), ("\u{e000}", "?"), ("⌚", "?"), ("a\u{2028}b", "a b"),
  ])
  func oneScalarIsOneColumn(_ text: String, _ expected: String) {
    #expect(written(text) == (expected, expected.unicodeScalars.count))
    #expect(text.columnCount == expected.unicodeScalars.count)
  }

  @Test func noScalarEverEscapes() {
    for value in 0..<UInt32(0x3000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in TextColumns(String(scalar)) {
        #expect(shown.value >= 0x20 && !(0x7f..<0xa0).contains(shown.value))
        #expect(shown.properties.generalCategory != .format && shown.properties.generalCategory != .control)
      }
    }
  }

  /// What is told at once has one column by the tables of Unicode too.
  @Test func printedScalarsTakeOneColumn() {
    for value in Unicode.Scalar.printed.joined() {
      let scalar = Unicode.Scalar(value)!
      #expect(!scalar.properties.isEmojiPresentation, "\(value)")
      switch scalar.properties.generalCategory {
      case .control, .format, .nonspacingMark, .enclosingMark, .spacingMark, .privateUse, .unassigned, .surrogate,
        .lineSeparator, .paragraphSeparator, .spaceSeparator:
        Issue.record("\(value) is \(scalar.properties.generalCategory)")
      default: break
      }
    }
  }

  @Test(arguments: [(Alignment.left, "ab    "), (.center, "  ab  "), (.right, "    ab")])
  func alignment(_ alignment: Alignment, _ expected: String) {
    var frame = Frame(width: 6, height: 1)
    frame.fill(frame.region, with: Cell("."))
    frame.write("ab", in: frame.region, alignment: alignment)
    #expect(frame.lines[0] == expected.map { $0 == " " ? "." : String($0) }.joined())
  }

  @Test func longTextInARegionEndsWithAnEllipsis() {
    var frame = Frame(width: 8, height: 2)
    let used = frame.write("backpropagation", in: Region(x: 1, y: 0, width: 6, height: 2), row: 1)
    #expect(frame.lines == ["", " backp…"])
    #expect(used == 6)
    #expect(frame.write("x", in: Region(x: 0, y: 0, width: 8, height: 1), row: 1) == 0)
  }

  @Test func wrappingKeepsWordsAndLineBreaks() {
    #expect("One line cannot part these".wrapped(to: 10) == ["One line", "cannot", "part these"])
    #expect("a\n\nb".wrapped(to: 5) == ["a", "", "b"])
    #expect("abcdefgh ij".wrapped(to: 3) == ["abc", "def", "gh", "ij"])
    #expect("x".wrapped(to: 0) == [])
    #expect("".wrapped(to: 4) == [""])
  }

  @Test func wrappedLinesAlwaysFit() {
    let text = "Stochastic gradient descent follows one sample at a time,\nand the mini-batch averages several."
    for width in 1...40 {
      for line in text.wrapped(to: width) { #expect(line.columnCount <= width) }
      let kept = text.wrapped(to: width).joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " && $0 != "\n" })
    }
  }

  @Test func restylingLeavesTheCharacters() {
    var frame = Frame(width: 4, height: 1)
    frame.write("abcd", x: 0, y: 0)
    frame.restyle(Region(x: 1, y: 0, width: 2, height: 5)) { $0 = $0.with(.reverse) }
    #expect(frame.lines == ["abcd"])
    #expect((0..<4).map { frame[$0, 0].style.attributes == .reverse } == [false, true, true, false])
  }
}

@Suite struct ASCIITests {
  /// Bars, pictures and boxes have a likeness: a question mark says nothing.
  @Test func blocksHaveALikeness() {
    let blocks = (0x2500...0x259F).compactMap { Unicode.Scalar($0) }.filter {
      "▁▂▃▄▅▆▇█▏▎▍▌▋▊▉▀▐░▒▓▖▗▘▙▚▛▜▝▞▟─│┌┐└┘├┤┬┴┼━┃╭╮╰╯".unicodeScalars.contains($0)
    }
    var frame = Frame(width: blocks.count, height: 1)
    for (x, block) in blocks.enumerated() { frame[x, 0] = Cell(block, .plain) }
    frame.reduceToASCII()
    for (x, block) in blocks.enumerated() {
      #expect(frame[x, 0].scalar.isASCII && frame[x, 0].scalar != "?", "\(block)")
    }
    #expect(blocks.count == 47)
  }
}
