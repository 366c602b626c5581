import Plots
import Screen
import Testing

@Suite struct ChartTests {
  static let bars = BarChart([
    .init(label: "layer 1", value: 0.83), .init(label: "layer 2", value: -0.4), .init(label: "out", value: 0),
    .init(label: "broken", value: .nan),
  ])

  func charted(_ width: Int, _ height: Int, _ glyphs: GlyphSet, _ draw: (inout Frame, Theme) -> Void) -> Frame {
    drawn(width, height) { draw(&$0, .plain(glyphs)) }
  }

  /// Equal values are one column over their own number, exact zeros over 0.
  @Test func equalValuesStandAtTheirValue() {
    for (value, words) in [(0.0, "0"), (0.25, "0.25"), (-3, "-3")] {
      for chart in [Histogram(of: [value, value, value]), Histogram(counts: [0, 3], range: value...value)] {
        let frame = charted(21, 4, .ascii) { chart.draw(into: &$0, in: $0.region, theme: $1) }
        let rows = frame.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
        #expect(rows[3].split(separator: " ").map(String.init) == [words])
        #expect(rows[0].firstIndex(of: "#").map { rows[0].distance(from: rows[0].startIndex, to: $0) } == 10)
        #expect(rows[0].count { $0 == "#" } == 1)
      }
    }
  }

  @Test func barsGrowFromZero() {
    for (glyphs, check) in [(GlyphSet.braille, 0), (.block, 1), (.ascii, 2)] {
      let frame = charted(36, 4, glyphs) { Self.bars.draw(into: &$0, in: $0.region, theme: $1) }
      switch check {
      case 0:
        expectPicture(
          frame,
          """
          layer 1           ██████████   0.830
          layer 2      ▏████│           -0.400
          out               │             0.00
          broken            │              nan
          """)
      case 1:
        expectPicture(
          frame,
          """
          layer 1           ██████████   0.830
          layer 2      █████│           -0.400
          out               │             0.00
          broken            │              nan
          """)
      default:
        expectPicture(
          frame,
          """
          layer 1           ##########   0.830
          layer 2      #####|           -0.400
          out               |             0.00
          broken            |              nan
          """)
      }
    }
  }

  @Test func positiveBarsUseTheWholeWidth() {
    let chart = BarChart([.init(label: "a", value: 1), .init(label: "b", value: 0.5)])
    expectPicture(
      charted(20, 2, .ascii) { chart.draw(into: &$0, in: $0.region, theme: $1) },
      """
      a ##########    1.00
      b #####        0.500
      """)
  }

  @Test func barsThatDoNotFitAreCounted() {
    expectPicture(
      charted(30, 2, .braille) { Self.bars.draw(into: &$0, in: $0.region, theme: $1) },
      """
      layer 1        ███████   0.830
      … +3
      """)
    expectPicture(
      charted(3, 1, .braille) { Self.bars.draw(into: &$0, in: $0.region, theme: $1) },
      """
      … +
      """)
  }

  /// The length of a bar is its share of the limit, to an eighth of a cell.
  @Test func barsAreAsLongAsTheirValues() {
    let eighths = Array(" ▏▎▍▌▋▊▉█".unicodeScalars)
    for step in 0...80 {
      let chart = BarChart([.init(label: "", value: Double(step) / 80)], limit: 1, format: NumberFormat(width: 20))
      let frame = charted(10, 1, .braille) { chart.draw(into: &$0, in: $0.region, theme: $1) }
      let length = (0..<10).reduce(0) { $0 + eighths.firstIndex(of: frame[$1, 0].scalar)! }
      #expect(length == step)
    }
  }

  @Test func histogramColumns() {
    let values = (0..<40).flatMap { (bin: Int) -> [Double] in
      Array(repeating: Double(bin) / 20 - 0.99, count: 20 - abs(bin - 20))
    }
    let histogram = Histogram(of: values, bins: 40, range: -1...1)
    expectPicture(
      charted(40, 6, .braille) { histogram.draw(into: &$0, in: $0.region, theme: $1) },
      """
                       ▂▄▆█▆▄▂
                   ▂▄▆█████████▆▄▂
               ▂▄▆█████████████████▆▄▂
           ▂▄▆█████████████████████████▆▄▂
       ▂▄▆█████████████████████████████████▆▄▂
      -1                  0                  1
      """)
    expectPicture(
      charted(20, 4, .block) { histogram.draw(into: &$0, in: $0.region, theme: $1) },
      """
              ▄██▄▄
          ▄▄█████████▄
      ▄▄▄███████████████▄▄
      -1        0        1
      """)
    expectPicture(
      charted(20, 4, .ascii) { histogram.draw(into: &$0, in: $0.region, theme: $1) },
      """
             .:##:.
          .:########:.
      ..:###############:.
      -1        0        1
      """)
  }

  @Test func histogramCountsEveryValue() {
    let histogram = Histogram(of: [-5, -1, 0, 0.5, 1, 7, .nan, .infinity], bins: 4, range: -1...1)
    #expect(histogram.counts == [2, 0, 1, 3])
    #expect(histogram.nonFinite == 2)
    #expect(Histogram(of: []).counts.allSatisfy { $0 == 0 })
    #expect(Histogram(of: [3, 3, 3]).counts.reduce(0, +) == 3)
  }
}
