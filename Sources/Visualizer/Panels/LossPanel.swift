import Plots
import Screen

extension State {
  /// The scrolling curve of training and test cost.
  func drawLoss(into frame: inout Frame, in region: Region) {
    guard let run else { return }
    lossPlot(run).draw(into: &frame, in: region, theme: theme)
  }

  private func lossPlot(_ run: Run) -> LinePlot {
    let points = run.loss.points
    var plot = LinePlot([
      LinePlot.Series(name: "train", samples: points.compactMap { $0.sample(\.training) }, look: 0),
      LinePlot.Series(name: "test", samples: points.compactMap { $0.sample(\.test) }, look: 1),
    ])
    if run.test == nil { plot.series.removeLast() }
    let last = Double(max(points.last?.updates ?? 0, 10))
    plot.xRange = 0...last
    plot.isLogarithmic = isLossLogarithmic
    if !isLossLogarithmic { plot.yRange = 0...max(1e-9, run.loss.highest) }
    plot.events = run.loss.marks.map { LinePlot.Event(x: Double($0.updates), label: $0.label) }
    if let lossCursor, points.indices.contains(lossCursor) { plot.cursor = Double(points[lossCursor].updates) }
    return plot
  }
}

extension LossCurve.Point {
  fileprivate func sample(_ part: KeyPath<LossCurve.Point, Double?>) -> LinePlot.Sample? {
    self[keyPath: part].map { LinePlot.Sample(x: Double(updates), y: $0) }
  }
}

extension LossCurve {
  /// The highest finite cost.
  var highest: Double {
    points.reduce(0) { highest, point in
      [point.training, point.test].compactMap { $0 }.filter(\.isFinite).reduce(highest, max)
    }
  }
}
