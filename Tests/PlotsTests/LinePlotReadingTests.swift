import Screen
import Testing

@testable import Plots

@Suite struct LinePlotReadingTests {
  static let theme = Theme(name: .dark, depth: .full, glyphs: .quadrants)

  static let plot: LinePlot = {
    let train = (0..<200).map { 2 / (1 + 0.05 * Double($0)) }
    var plot = LinePlot([
      .init(name: "test", values: train.map { $0 + 0.02 }, look: 1), .init(name: "train", values: train, look: 0),
    ])
    plot.xUnit = "updates"
    plot.showsLastValues = true
    return plot
  }()

  func frame(_ plot: LinePlot, _ width: Int = 80, _ height: Int = 20) -> Frame {
    drawn(width, height) { plot.draw(into: &$0, in: $0.region, theme: Self.theme) }
  }

  @Test func lastValuesAndTheUnitAreWritten() throws {
    let frame = frame(Self.plot)
    #expect(frame.text.contains("updates"))
    let rows = try ["0.183", "0.203"].map { value in try #require(frame.lines.firstIndex { $0.hasSuffix(value) }) }
    #expect(Set(rows).count == 2)
    for (row, look) in zip(rows, [0, 1]) {
      #expect(frame[frame.lines[row].count - 1, row].style.foreground == Self.theme.series(look).style.foreground)
    }
  }

  /// Of several values under one x the last is read: beside the curve's end, and under the cursor.
  @Test func theLastOfSeveralValuesIsRead() {
    var plot = LinePlot([
      .init(
        name: "cost",
        samples: [.init(x: 0, y: 0.9), .init(x: 9, low: 0.111, high: 0.777, last: 0.333, mean: 0.5)])
    ])
    plot.showsLastValues = true
    let end = frame(plot).text
    #expect(end.contains("0.333") && !end.contains("0.111") && !end.contains("0.777"))
    plot.cursor = 9
    plot.showsLastValues = false
    #expect(frame(plot).text.contains("cost 0.333"))
  }

  /// Every cell of dots has the colour of a series that passes it, and shows that one's dots alone.
  @Test func neitherCurveTakesTheOthersColour() {
    var alone: [Frame] = []
    for index in 0..<2 {
      var plot = Self.plot
      plot.yRange = 0...2.1
      plot.series = [plot.series[index]]
      plot.showsLastValues = false
      plot.showsLegend = false
      alone.append(frame(plot))
    }
    var both = Self.plot
    both.yRange = 0...2.1
    both.showsLastValues = false
    both.showsLegend = false
    let frame = frame(both)
    for (cell, singles) in zip(frame.cells, zip(alone[0].cells, alone[1].cells)) {
      guard (0x2801...0x28ff).contains(cell.scalar.value) else { continue }
      #expect(cell == singles.0 || cell == singles.1)
    }
  }

  @Test func theLegendNeverCoversACurve() {
    for slope in [-1.0, 0, 1] {
      for level in [0.0, 0.5, 1] {
        var plot = LinePlot([.init(name: "train", values: (0..<60).map { level + slope * Double($0) / 60 })])
        plot.yRange = -1...2
        let with = frame(plot, 40, 6)
        plot.showsLegend = false
        let without = frame(plot, 40, 6)
        for (a, b) in zip(with.cells, without.cells) where (0x2801...0x28ff).contains(b.scalar.value) {
          #expect(a == b)
        }
        #expect(with.text.contains("train"))
      }
    }
  }

  @Test func theRangeFitsWhatIsShown() {
    let far = LinePlot([.init(name: "cost", values: [10, 11, 12])])
    #expect(far.layout(in: Region(x: 0, y: 0, width: 60, height: 12)).y.range.lowerBound == 10)
    let near = LinePlot([.init(name: "cost", values: [1, 11, 12])])
    #expect(near.layout(in: Region(x: 0, y: 0, width: 60, height: 12)).y.range.lowerBound == 0)
    var part = LinePlot([.init(name: "cost", values: [100, 11, 12])])
    part.xRange = 1...2
    #expect(part.layout(in: Region(x: 0, y: 0, width: 60, height: 12)).y.range.upperBound == 12)
  }

  /// The noise is a pale band, the smoothed line bright and thin.
  @Test func aSmoothedLineLiesOverThePaleBand() {
    let values = (0..<400).map { 1 + ($0 % 2 == 0 ? 0.5 : -0.5) }
    var plot = LinePlot([
      .init(name: "cost", samples: values.enumerated().map { .init(x: Double($0), y: $1) }, smoothing: 0.95)
    ])
    plot.yRange = 0...2
    let frame = frame(plot)
    let bright = Self.theme.series(0).style.foreground
    let dots = frame.cells.filter { (0x2801...0x28ff).contains($0.scalar.value) }
    #expect(dots.contains { $0.style.foreground == bright } && dots.contains { $0.style.foreground != bright })
    let middle = (0..<20).filter { frame[50, $0].style.foreground == bright && frame[50, $0].scalar != " " }
    #expect(middle.count <= 2)
  }

  /// A constant stays what it is from the first value on, whatever the share; a jump is approached from the old side.
  @Test func theSmoothedLineIsAMean() {
    for share in [0, 0.5, 0.9, 0.99] {
      let still = LinePlot.Series(name: "", samples: (0..<50).map { .init(x: Double($0), y: 3) }, smoothing: share)
      #expect(still.smoothed.samples.allSatisfy { ($0.low - 3).magnitude < 1e-12 })
      let values = [1, 2, .nan, 4, 8]
      let jump = LinePlot.Series(
        name: "", samples: values.enumerated().map { .init(x: Double($0), y: $1) }, smoothing: share
      ).smoothed.samples
      #expect((jump[1].low - (share + 2) / (share + 1)).magnitude < 1e-12)
      #expect(jump[3].low == 4 && (jump[4].low - (4 * share + 8) / (share + 1)).magnitude < 1e-12)
    }
    let skewed = LinePlot.Sample(x: 0, low: 0, high: 10, last: 5, mean: 1)
    #expect(LinePlot.Series(name: "", samples: [skewed], smoothing: 0.5).smoothed.samples[0].low == 1)
  }

  /// The range is that of the lines; the pale band may go beyond it.
  @Test func theBandDoesNotStretchTheRange() {
    var values = Array(repeating: 1.0, count: 1000)
    values[500] = 100
    let plot = LinePlot([
      .init(name: "", samples: values.enumerated().map { .init(x: Double($0), y: $1) }, smoothing: 0.99)
    ])
    #expect(plot.layout(in: Region(x: 0, y: 0, width: 60, height: 12)).y.range.upperBound < 2)
  }
}
