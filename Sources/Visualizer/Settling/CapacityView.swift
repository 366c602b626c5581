import Plots
import Screen
import Training

/// How many of the units of random patterns are wrong after settling, against the patterns for each unit.
struct CapacityView {
  let curve: CapacityCurve
  /// The patterns for each unit that are stored now.
  let load: Double
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    let samples = curve.points.map { LinePlot.Sample(x: $0.load, y: $0.error) }
    var plot = LinePlot([LinePlot.Series(name: "wrong units", samples: samples, look: 3)])
    plot.xRange = 0...max(load, curve.points.last?.load ?? 1)
    plot.xUnit = "patterns/N"
    plot.events = [LinePlot.Event(x: CapacityCurve.limit, label: "0.138"), LinePlot.Event(x: load, label: "now")]
    plot.draw(into: &frame, in: region, theme: theme)
  }
}
