import Foundation
import NeuralNetwork
import Plots
import Screen
import Training

/// How large the gradient is at each step of time, with the largest singular value of the recurrent weights beside it.
struct TimeHealthView {
  let shown: ShownSequence
  let moment: Int
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    guard !region.isEmpty else { return }
    let (head, rest) = region.split(above: min(2, region.height))
    let norms = shown.pass.gradientNorms
    let value = NumberFormat.reading.string(shown.trainer.network.largestSingularValue)
    let title = "largest singular value"
    let full = "\(title) of the recurrent weights: \(value)"
    frame.write(
      full.columnCount > head.width ? "\(title): \(value)" : full, in: head, style: theme.text,
      ellipsis: theme.glyphs.ellipsis)
    frame.write(diagnosis(norms), in: head, row: 1, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    guard rest.height >= 3 else { return }
    plot(norms).draw(into: &frame, in: rest, theme: theme)
  }

  private func plot(_ norms: [Double]) -> LinePlot {
    let samples = norms.enumerated().filter { $0.element > 0 }.map {
      LinePlot.Sample(x: Double($0.offset + 1), y: $0.element)
    }
    var plot = LinePlot([LinePlot.Series(name: "‖∂C/∂z‖ at each step", samples: samples, look: 0)])
    plot.isLogarithmic = true
    plot.xUnit = "step"
    plot.xRange = 1...Double(max(2, norms.count))
    plot.cursor = Double(moment + 1)
    return plot
  }

  /// What the norms mean, in one line: the first step beside the last that has an error.
  private func diagnosis(_ norms: [Double]) -> String {
    guard let last = norms.last(where: { $0 > 0 }), let first = norms.first else { return "no error passes back" }
    guard first > 0 else { return "no error reaches step 1" }
    let ratio = first / last
    let orders = NumberFormat.fixed(abs(log10(ratio)), decimals: 1)
    if ratio < 0.01 { return "it vanishes: 10^\(orders) smaller at step 1" }
    if ratio > 100 { return "it explodes: 10^\(orders) larger at step 1" }
    return "the gradient reaches step 1"
  }
}
