import Plots
import Screen
import Testing

@Suite struct LinePlotTests {
  /// A falling curve and a dashed one above it.
  static let loss: LinePlot = {
    let train = (0..<60).map { 1 / (1 + 0.2 * Double($0)) }
    let test = (0..<60).map { 0.2 + 0.8 / (1 + 0.2 * Double($0)) }
    return LinePlot([.init(name: "train", values: train, look: 0), .init(name: "test", values: test, look: 1)])
  }()

  func plotted(
    _ width: Int, _ height: Int, _ glyphs: GlyphSet = .braille, _ change: (inout LinePlot) -> Void = { _ in }
  )
    -> Frame
  {
    var plot = Self.loss
    change(&plot)
    return drawn(width, height) { plot.draw(into: &$0, in: $0.region, theme: .plain(glyphs)) }
  }

  /// Points that spare curves leave every cell of the line a line, in its own colour; others stay points.
  @Test func pointsDoNotEraseTheLine() {
    var plot = LinePlot([.init(name: "", values: [0, 1])], xRange: 0...1, yRange: 0...1)
    plot.showsLegend = false
    let bare = drawn(40, 12) { plot.draw(into: &$0, in: $0.region, theme: .plain(.braille)) }
    plot.marks = (0...40).flatMap { step in
      [0, 0.3].map {
        LinePlot.Mark(x: Double(step) / 40, y: Double(step) / 40 + $0, glyph: "•", style: .plain, sparesCurves: true)
      }
    }
    let dotted = drawn(40, 12) { plot.draw(into: &$0, in: $0.region, theme: .plain(.braille)) }
    var points = 0
    for (before, after) in zip(bare.cells, dotted.cells) {
      if (0x2801...0x28ff).contains(before.scalar.value) {
        #expect(after.scalar.value & before.scalar.value == before.scalar.value && after.style == before.style)
      }
      if after.scalar == "•" { points += 1 }
    }
    #expect(points > 10)
  }

  @Test func thirtyBySix() {
    expectPicture(
      plotted(30, 6),
      """
      1.0┤⠱⡀         ─ train  ╌ test
      0.5┤ ⢹⡄⣀
         │  ⠈⠒⠭⣔⣒⡂⠢⠤⠠⠤⠄⠤⠤⢀⣀⡀⣀⣀⢀⣀⡀⣀⣀⢀
      0.0┤       ⠈⠉⠉⠉⠓⠒⠒⠒⠒⠒⠒⠒⠒⠤⠤⠤⠤⠤⠤
         └┬─────────────────────┬───
          0                    50
      """)
    expectPicture(
      plotted(30, 6, .block),
      """
      1.0┤█          - train  x test
      0.5┤ ██▄
         │   ▀███▄█▄▄▄ ▄▄▄▄ ▄▄▄▄ ▄▄
      0.0┤        ▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀▀
         └┬─────────────────────┬───
          0                    50
      """)
    expectPicture(
      plotted(30, 6, .ascii),
      """
      1.0+x          - train  x test
      0.5+ xxx
         |   'x.xxx xxx xxxx xxxx xx
      0.0+        ''''''------------
         ++---------------------+---
          0                    50
      """)
  }

  @Test func sixtyByTwelve() {
    expectPicture(
      plotted(60, 12),
      """
      1.0┤⢣                                        ─ train  ╌ test
         │⠈⡇
         │ ⠘⡇
         │  ⠘⡕⢀
      0.5┤   ⠈⢪⠐⠤⢀
         │     ⠑⢄ ⠁⠒⠐⠤⣀⡀⡀
         │       ⠉⠒⠤⣀   ⠈⠈⠁⠑⠂⠒⠐⠄⠤⠠⠤⠠⠄⣀⢀⡀⣀⡀⣀⢀⡀⡀
         │           ⠉⠑⠒⠢⠤⢄⣀⣀⡀               ⠈⠈⠉⠈⠁⠉⠈⠉⠈⠁⠉⠈⠁⠉⠁⠒⠐⠂⠒⠐⠒
         │                   ⠈⠉⠉⠉⠉⠒⠒⠒⠒⠢⠤⠤⠤⠤⠤⠤⠤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡀
      0.0┤                                               ⠈⠉⠉⠉⠉⠉⠉⠉⠉
         └┬─────────────────┬──────────────────┬──────────────────
          0                20                 40
      """)
  }

  @Test func logarithmic() {
    expectPicture(
      plotted(40, 10) { $0.isLogarithmic = true },
      """
        1┤⠱⡀                   ─ train  ╌ test
         │ ⠙⢔⢄
         │   ⠱⡁⠑⠠⠄⢄⣀
         │    ⠈⠑⠢⡀  ⠈⠁⠑⠒⠒⠂⠤⠠⠤⠤⢄⢀⡀⣀⣀⢀⡀⡀
         │       ⠈⠉⠒⢄⣀               ⠈⠈⠉⠁⠉⠈⠉⠉⠉
         │            ⠉⠒⠒⠤⣀⣀
         │                  ⠉⠉⠒⠢⠤⠤⣀⣀
      0.1┤                          ⠉⠉⠉⠒⠒⠤⠤⠤⣀⣀
         └┬───────────┬───────────┬───────────
          0          20          40
      """)
  }

  @Test func cursorReadsTheValues() {
    expectPicture(
      plotted(44, 8) { $0.cursor = 20 },
      """
      1.0┤⢣            │  20  train 0.2  test 0.36
         │⠈⢗⡀          │
      0.5┤  ⠫⣐⢄⣀       │
         │    ⠓⠤⣉⠐⠂⠤⠠⠄⢄⢀⣀⣀⣀⢀
         │       ⠉⠑⠒⠢⠤⠤⠤⣀⣀⣀⣀⡁⠉⠈⠁⠉⠈⠁⠉⠉⠉⠁⠑⠐⠂⠒⠐⠂⠒⠒⠒⠂⠒
      0.0┤             │    ⠈⠉⠉⠉⠉⠉⠉⠉⠉⠑⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒
         └┬────────────┬─────────────┬────────────
          0           20            40
      """)
    expectPicture(
      plotted(24, 5, .ascii) { $0.cursor = 20 },
      """
      1.0+xx    |  20 0.2 0.36
      0.5+ xxxx xxxxx
      0.0+    ''''--xxxx-xxxx-
         ++---------------+---
          0              50
      """)
  }

  @Test func eventsHaveLabels() {
    expectPicture(
      plotted(48, 9) { $0.events = [.init(x: 12, label: "η 0.1"), .init(x: 40, label: "adam")] },
      """
      1.0┤⢣       ╎η 0.1               ╎adam
         │⠈⢆⡀     ╎    ─ train  ╌ test ╎
         │ ⠈⢇⢄    ╎                    ╎
      0.5┤   ⠑⢌⠂⠢⠠⡀⡀                   ╎
         │     ⠑⠒⠤⣀⣈⠈⠁⠑⠐⠂⠒⠠⠄⠤⠠⠄⠤⢀⡀⣀⢀⡀⣀⢀⡀⣀⢀⡀⣀
         │        ╎ ⠉⠑⠒⠒⠢⠤⠤⠤⠤⣀⣀⣀⣀⣀⣀    ╎    ⠈⠁⠉⠈⠁⠉⠈⠁⠉⠈
      0.0┤        ╎                ⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠑⠒⠒⠒⠒⠒⠒⠒
         └┬─────────────┬──────────────┬──────────────
          0            20             40
      """)
  }

  @Test func tinySizes() {
    expectPicture(
      plotted(1, 1),
      """
      ⣧
      """)
    expectPicture(
      plotted(2, 2, .ascii),
      """
      x
      xx
      """)
    expectPicture(
      plotted(8, 3),
      """
      ⢇
      ⠘⣆⣄⣀
       ⠈⠑⠚⠯⠥⠭⠭
      """)
    #expect(plotted(0, 0).lines == [])
  }

  @Test func aGapIsMarked() {
    let values = [1, 2, 3, .nan, .infinity, 3, 2, 1]
    let plot = LinePlot([.init(name: "cost", values: values)])
    let frame = drawn(16, 4) { plot.draw(into: &$0, in: $0.region, theme: .plain()) }
    expectPicture(
      frame,
      """
      2┤  ⡠⠒⠁    ⠈⠢⢄
       │⡠⠊    ! !   ⠑⢄
       └┬─────────┬───
        0         5
      """)
  }

  @Test func nothingToDraw() {
    let frame = drawn(24, 6) { LinePlot([]).draw(into: &$0, in: $0.region, theme: .plain()) }
    expectPicture(
      frame,
      """
      1.0┤
      0.5┤
         │
      0.0┤
         └┬──────────────────┬
          0                  1
      """)
  }

  /// A series that is finite everywhere has a dot in every column between its ends.
  @Test(arguments: GlyphSet.allCases)
  func aSolidCurveHasNoHoles(_ glyphs: GlyphSet) {
    for (width, count) in [(7, 2), (33, 5), (60, 60), (21, 5000)] {
      let values = (0..<count).map { Double($0 * 7919 % 97) }
      var plot = LinePlot([.init(name: "", values: values)])
      plot.showsLegend = false
      let frame = drawn(width, 3) { plot.draw(into: &$0, in: $0.region, theme: .plain(glyphs)) }
      let layout = plot.layout(in: Region(x: 0, y: 0, width: width, height: 3))
      for x in layout.plot.x..<layout.plot.maxX {
        #expect((0..<3).contains { frame[x, $0].scalar != " " }, "column \(x) of \(width)")
      }
    }
  }

  /// Where thousands of samples share a column, it reaches from their least to their greatest.
  @Test func theEnvelopeShowsOutliers() {
    var values = Array(repeating: 0.5, count: 10_000)
    values[5400] = 1
    values[7500] = 0
    var plot = LinePlot([.init(name: "", values: values)], yRange: 0...1)
    plot.showsLegend = false
    let frame = drawn(10, 3) { plot.draw(into: &$0, in: $0.region, theme: .plain()) }
    #expect((0..<10).filter { frame[$0, 0].scalar != " " } == [5])
    #expect((0..<10).filter { frame[$0, 2].scalar != " " } == [7])
  }

  @Test func gatheredSamplesShowTheirRange() {
    let samples = (0..<4).map { LinePlot.Sample(x: Double($0), low: 0, high: 1, last: 1) }
    var plot = LinePlot([.init(name: "", samples: samples)])
    plot.showsLegend = false
    let frame = drawn(2, 1) { plot.draw(into: &$0, in: $0.region, theme: .plain()) }
    #expect(frame.lines == ["⣿⣿"])
  }

  @Test func columnsAndValuesFitTogether() throws {
    let layout = Self.loss.layout(in: Region(x: 5, y: 3, width: 60, height: 12))
    for column in layout.plot.x..<layout.plot.maxX {
      let x = try #require(layout.x(atColumn: column))
      #expect(layout.column(of: x) == column)
    }
    #expect(layout.x(atColumn: layout.plot.x - 1) == nil)
    #expect(layout.x(atColumn: layout.plot.maxX) == nil)
    #expect(layout.column(of: -5) == nil)
    #expect(layout.row(of: 0.21) == layout.plot.maxY - 1 - Int(0.21 * 10))
  }

  @Test func seriesDifferInColour() {
    let theme = Theme(name: .dark, depth: .palette, glyphs: .braille)
    var plot = Self.loss
    plot.showsLegend = false
    let frame = drawn(30, 8) { plot.draw(into: &$0, in: $0.region, theme: theme) }
    #expect(frame.colors.isSuperset(of: [theme.series(0).style.foreground, theme.series(1).style.foreground]))
  }
}
