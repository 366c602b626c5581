import LinearAlgebra
import NeuralNetwork
import Plots
import Screen
import Training

/// The sequence in hand against what was wanted, the hidden state over time as a strip, and how well each position does.
struct SequenceView {
  let shown: ShownSequence
  let moment: Int
  /// The measures of a part, and its name.
  let measures: RecurrentMeasures?
  let part: String
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    guard !region.isEmpty, shown.length > 0 else { return }
    let strip = min(max(3, region.height / 3), region.height)
    let (upper, lower) = region.split(above: region.height - strip)
    if shown.trainer.data.training.meaning == .values {
      drawCurves(into: &frame, in: upper)
    } else {
      drawPositions(into: &frame, in: upper)
    }
    drawStrip(into: &frame, in: lower)
  }

  /// The truth, the next value as it is predicted from the true ones, and running freely from half of them.
  private func drawCurves(into frame: inout Frame, in region: Region) {
    let network = shown.trainer.network
    let outputs = shown.pass.outputs(ofSample: 0)
    let truth = (0..<shown.length).map { Double(shown.pass.targets($0)[0]) }
    var series = [
      LinePlot.Series(name: "truth", values: truth, start: 1, look: 4),
      LinePlot.Series(name: "predicted", values: (0..<shown.length).map { Double(outputs[$0, 0]) }, start: 1, look: 0),
    ]
    let given = max(1, shown.length / 2)
    if network.inputs == network.outputs {
      let free = free(after: given, network)
      series.append(LinePlot.Series(name: "running freely", values: free, start: Double(given), look: 1))
    }
    var plot = LinePlot(series)
    plot.xUnit = "step"
    plot.cursor = Double(moment + 1)
    plot.draw(into: &frame, in: region, theme: theme)
  }

  private func free(after given: Int, _ network: RecurrentNetwork) -> [Double] {
    let first = (0..<given).flatMap { step in Array(shown.pass.incoming(step).prefix(network.inputs)) }
    let outputs = network.runFreely(
      after: Matrix(rows: given, columns: network.inputs, elements: first), steps: shown.length - given)
    return (given - 1..<shown.length).map { Double(outputs[$0, 0]) }
  }

  /// The share of right answers at each position, as a curve.
  private func drawPositions(into frame: inout Frame, in region: Region) {
    guard let measures else { return }
    let samples = measures.accuracyByStep.enumerated().compactMap { step, share in
      share.map { LinePlot.Sample(x: Double(step + 1), y: 100 * $0) }
    }
    let (head, rest) = region.split(above: 1)
    var words = measures.accuracy.map { "\(NumberFormat.fixed(100 * $0, decimals: 1))% right" } ?? ""
    if let legal = measures.legal { words += ", \(NumberFormat.fixed(100 * legal, decimals: 1))% legal" }
    frame.write("\(part): \(words), by step", in: head, style: theme.text, ellipsis: theme.glyphs.ellipsis)
    var plot = LinePlot([LinePlot.Series(name: "% right", samples: samples, look: 0)])
    plot.yRange = 0...100
    plot.xRange = 1...Double(max(2, measures.accuracyByStep.count))
    plot.xUnit = "step"
    plot.cursor = Double(moment + 1)
    plot.draw(into: &frame, in: rest, theme: theme)
  }

  /// The hidden state over time: a row a unit, a column a step.
  private func drawStrip(into frame: inout Frame, in region: Region) {
    let (head, rest) = region.split(above: 1)
    frame.write(
      "hidden units over the steps", in: head, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    let (steps, units) = (shown.length, shown.pass.units)
    let values = (0..<units).flatMap { unit in (0..<steps).map { shown.value(unit, $0) ?? .nan } }
    var map = HeatMap.picture(
      Grid(width: steps, height: units, values: values), scale: .diverging(limit: 1))
    map.aspect = nil
    map.draw(into: &frame, in: rest, theme: theme)
  }
}
