import Screen
import Testing

@Suite struct BoxTests {
  func box(
    _ width: Int, _ height: Int, _ glyphs: GlyphSet, title: String = "loss", note: String = "", focused: Bool = false
  )
    -> [String]
  {
    var frame = Frame(width: width, height: height)
    let lines = focused ? glyphs.focusLines : glyphs.lines
    let style = BoxStyle(lines: lines, border: .plain, title: .plain, isFocused: focused, ellipsis: glyphs.ellipsis)
    let inside = frame.drawBox(frame.region, title: title, note: note, style: style)
    if width >= 2 && height >= 2 { #expect(inside == frame.region.inset(by: 1, 1)) }
    return frame.lines
  }

  @Test func everyGlyphSetHasItsLines() {
    #expect(box(14, 3, .braille) == ["╭─ loss ─────╮", "│            │", "╰────────────╯"])
    #expect(box(14, 3, .block) == ["┌─ loss ─────┐", "│            │", "└────────────┘"])
    #expect(box(14, 3, .ascii) == ["+- loss -----+", "|            |", "+------------+"])
  }

  @Test func focusShowsWithoutColour() {
    #expect(box(14, 3, .braille, focused: true) == ["┏━[loss]━━━━━┓", "┃            ┃", "┗━━━━━━━━━━━━┛"])
    #expect(box(14, 3, .block, focused: true) == ["╔═[loss]═════╗", "║            ║", "╚════════════╝"])
    #expect(box(14, 3, .ascii, focused: true) == ["#=[loss]=====#", "#            #", "#============#"])
  }

  @Test func aNoteStandsOnTheRightIfItFits() {
    #expect(box(18, 2, .ascii, note: "y:log")[0] == "+- loss - y:log -+")
    #expect(box(17, 2, .ascii, note: "y:log")[0] == "+- loss --------+")
    #expect(box(20, 2, .ascii, note: "y:log")[0] == "+- loss --- y:log -+")
  }

  @Test func longTitlesAreCut() {
    #expect(box(10, 2, .ascii, title: "confusion")[0] == "+- conf~ +")
  }

  @Test func tinyBoxesAreNotDrawn() {
    #expect(box(1, 1, .braille) == [""])
    #expect(box(5, 1, .braille) == [""])
    #expect(box(2, 2, .braille) == ["╭╮", "╰╯"])
    #expect(box(0, 0, .braille) == [])
  }

  @Test func everySizeKeepsItsCorners() {
    for width in 2...30 {
      let lines = box(width, 3, .ascii, title: "network", note: "forward")
      #expect(lines[0].first == "+" && lines[0].last == "+" && lines[0].count == width)
    }
  }
}
