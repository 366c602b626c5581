import Plots
import Screen
import Testing

@Suite struct CanvasTests {
  func lines(_ width: Int, _ height: Int, _ glyphs: GlyphSet, _ draw: (inout DotCanvas) -> Void) -> [String] {
    var canvas = DotCanvas(width: width, height: height, glyphs: glyphs)
    draw(&canvas)
    return drawn(width, height) { canvas.draw(into: &$0, x: 0, y: 0) }.lines
  }

  @Test func everyBrailleDotIsItsBit() {
    let expected = ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]
    for y in 0..<4 {
      for x in 0..<2 {
        #expect(lines(1, 1, .braille) { $0.plot(x: x, y: y, style: .plain) } == [expected[2 * y + x]])
      }
    }
  }

  @Test func diagonals() {
    func cross(_ canvas: inout DotCanvas) {
      var pen = LinePen(style: .plain)
      canvas.line(from: Dot(x: 0, y: 0), to: Dot(x: canvas.dotWidth - 1, y: canvas.dotHeight - 1), pen: &pen)
      canvas.line(from: Dot(x: 0, y: canvas.dotHeight - 1), to: Dot(x: canvas.dotWidth - 1, y: 0), pen: &pen)
    }
    #expect(lines(6, 3, .braille, cross) == ["⠑⢄  ⡠⠊", "  ⡱⢎", "⡠⠊  ⠑⢄"])
    #expect(lines(6, 3, .block, cross) == ["▀▄  ▄▀", "  ██", "▄▀  ▀▄"])
    #expect(lines(6, 3, .ascii, cross) == ["'.  .'", "  :|", ".'  '."])
  }

  @Test func aLineTouchesEveryStep() {
    for (x, y) in [(7, 3), (-7, 2), (0, 9), (5, 0), (-4, -4), (3, -8)] {
      let dots = Dot(x: 1, y: 2).line(to: Dot(x: 1 + x, y: 2 + y))
      #expect(dots.count == max(abs(x), abs(y)) + 1)
      for (a, b) in zip(dots, dots.dropFirst()) { #expect(max(abs(a.x - b.x), abs(a.y - b.y)) == 1) }
      #expect(dots.last == Dot(x: 1 + x, y: 2 + y))
    }
  }

  @Test func thePriorityDecidesTheColour() {
    var canvas = DotCanvas(width: 1, height: 1, glyphs: .braille)
    canvas.plot(x: 0, y: 0, style: Style(.ansi(1)), priority: 5)
    canvas.plot(x: 1, y: 0, style: Style(.ansi(2)), priority: 4)
    var frame = drawn(1, 1) { canvas.draw(into: &$0, x: 0, y: 0) }
    #expect(frame[0, 0] == Cell("⠉", Style(.ansi(1))))
    canvas.plot(x: 0, y: 1, style: Style(.ansi(3)), priority: 5)
    frame = drawn(1, 1) { canvas.draw(into: &$0, x: 0, y: 0) }
    #expect(frame[0, 0].style == Style(.ansi(3)))
  }

  @Test func theBackgroundOfTheFrameStays() {
    var canvas = DotCanvas(width: 1, height: 1, glyphs: .braille)
    canvas.plot(x: 0, y: 0, style: Style(.ansi(1)))
    let frame = drawn(1, 1) {
      $0.fill($0.region, with: Cell(" ", Style(.standard, on: .ansi(4))))
      canvas.draw(into: &$0, x: 0, y: 0)
    }
    #expect(frame[0, 0] == Cell("⠁", Style(.ansi(1), on: .ansi(4))))
  }

  @Test func dashesGoOnAcrossLines() {
    var whole = DotCanvas(width: 20, height: 1, glyphs: .braille)
    var parts = whole
    var pen = LinePen(style: .plain, dash: .dashed)
    whole.line(from: Dot(x: 0, y: 1), to: Dot(x: 39, y: 1), pen: &pen)
    pen = LinePen(style: .plain, dash: .dashed)
    parts.line(from: Dot(x: 0, y: 1), to: Dot(x: 19, y: 1), pen: &pen)
    parts.line(from: Dot(x: 20, y: 1), to: Dot(x: 39, y: 1), pen: &pen)
    #expect((0..<20).map { whole.glyph($0, 0) } == (0..<20).map { parts.glyph($0, 0) })
    #expect((0..<20).contains { whole.glyph($0, 0) == "⠂" || whole.glyph($0, 0) == nil })
  }

  @Test func everyDashDiffers() {
    let patterns = Dash.allCases.map { dash in (0..<36).map { dash.draws($0) } }
    #expect(Set(patterns).count == Dash.allCases.count)
    #expect(patterns[0].allSatisfy { $0 })
  }

  @Test func farAwayEndsAreHarmless() {
    #expect(
      lines(3, 1, .braille) { canvas in
        var pen = LinePen(style: .plain)
        canvas.line(from: Dot(x: .min / 2, y: 1), to: Dot(x: .max / 2, y: 1), pen: &pen)
        canvas.plot(x: -1, y: 0, style: .plain)
        canvas.plot(x: 6, y: 4, style: .plain)
      } == ["⠒⠒⠒"])
  }
}
