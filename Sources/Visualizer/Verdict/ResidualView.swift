import Plots
import Screen

/// Predicted numbers against the true ones, on a diagonal where they are right, and how the misses are spread.
struct ResidualView {
  let predicted: [Double]
  let actual: [Double]
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    guard !actual.isEmpty, !region.isEmpty else { return }
    guard region.width >= 50 else { return drawPredictions(into: &frame, in: region) }
    let (left, right) = region.split(left: region.width * 3 / 5)
    drawPredictions(into: &frame, in: left)
    drawMisses(into: &frame, in: Region(x: right.x + 2, y: right.y, width: right.width - 2, height: right.height))
  }

  private func drawPredictions(into frame: inout Frame, in region: Region) {
    let all = (predicted + actual).filter(\.isFinite)
    guard let low = all.min(), let high = all.max(), low < high else { return }
    frame.write("predicted ↑ over actual →", in: region, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    let ends = [LinePlot.Sample(x: low, y: low), LinePlot.Sample(x: high, y: high)]
    var plot = LinePlot(
      [LinePlot.Series(name: "right", samples: ends, look: 5)], xRange: low...high, yRange: low...high)
    plot.showsLegend = false
    let glyph: Unicode.Scalar = theme.glyphs == .ascii ? "o" : "•"
    plot.marks = zip(actual, predicted).prefix(2000).map {
      LinePlot.Mark(x: $0, y: $1, glyph: glyph, style: theme.series(0).style)
    }
    plot.draw(into: &frame, in: region.split(above: 1).1, theme: theme)
  }

  private func drawMisses(into frame: inout Frame, in region: Region) {
    frame.write("misses: predicted − actual", in: region, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    let misses = zip(predicted, actual).map { $0 - $1 }
    let limit = misses.map(abs).filter(\.isFinite).max() ?? 1
    Histogram(of: misses, bins: max(3, min(region.width | 1, 41)), range: -limit...limit)
      .draw(into: &frame, in: region.split(above: 1).1, theme: theme)
  }
}
