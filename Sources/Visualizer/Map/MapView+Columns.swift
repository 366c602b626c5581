import Plots
import Screen
import Session

extension MapView {
  /// How much accuracy or R² falls where a column is dealt anew among the rows.
  func drawImportance(into frame: inout Frame, in region: Region) {
    let importances = run.importances
    guard !importances.isEmpty else {
      frame.write("too few rows, or too large a network, to tell", in: region, style: theme.faint)
      return
    }
    let measure = run.trainer.data.classNames == nil ? "R²" : "accuracy"
    frame.write(
      "\(measure) lost where a column is shuffled", in: region, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    BarChart(importances.map { BarChart.Bar(label: $0.column, value: $0.loss) })
      .draw(into: &frame, in: region.split(above: 1).1, theme: theme)
  }

  /// The mean answer as one input goes through its range.
  func drawDependence(onInput input: Int, into frame: inout Frame, in region: Region) {
    let dependence = run.dependence(onInput: input)
    frame.write(
      "mean answer, the other columns as they are", in: region, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    let names = dependence.curves.map(\.name).withoutCommonPrefix
    var plot = LinePlot(
      dependence.curves.prefix(6).enumerated().map { number, curve in
        let samples = zip(dependence.places, curve.values).map { LinePlot.Sample(x: $0, y: $1) }
        return LinePlot.Series(name: names[number], samples: samples, look: number)
      })
    plot.xUnit = dependence.input
    plot.draw(into: &frame, in: region.split(above: 1).1, theme: theme)
  }
}
