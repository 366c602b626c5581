import NeuralNetwork
import Plots
import Screen
import Session
import Training

extension ArithmeticPanel {
  /// One unit's numbers, or one weight's, for a sample of the batch.
  func draw(
    _ run: Run, _ selection: Selection?, into frame: inout Frame, in region: Region, theme: Theme
  ) {
    guard region.height >= 2 else { return }
    let place = selection ?? Selection(layer: run.trainer.network.depth - 1, unit: 0)
    guard place.layer >= 0 else { return drawInput(place.unit, run, into: &frame, in: region, theme) }
    let shown = ShownStep(of: run, place: place, sample: sample, isCovered: isCovered)
    let title = Region(x: region.x, y: region.y, width: region.width - 9, height: 1)
    frame.write(shown.title, in: title, style: theme.text.with(.bold), ellipsis: theme.glyphs.ellipsis)
    let body = region.split(above: 1).1
    if comparesActivations {
      return ActivationComparison(z: shown.isForwardKnown ? shown.unit.z : nil, own: shown.unit.activation)
        .draw(into: &frame, in: body, theme: theme)
    }
    let curve = body.width >= 60 || body.height >= 34
    let (text, picture) = curve ? shown.split(body) : (body, nil)
    if let picture { drawCurve(of: shown, into: &frame, in: picture, theme) }
    let sheet = shown.sheet(theme: theme, size: text)
    let first = sheet.firstLine(scrolled: scroll, section: shown.section, height: text.height)
    sheet.draw(into: &frame, in: text, from: first)
    let hidden = sheet.lines.count - first - text.height
    if hidden > 0 || first > 0 {
      let words =
        "\(theme.glyphs == .ascii ? "" : "↕ ")\(first + min(text.height, sheet.lines.count - first))/\(sheet.lines.count)"
      frame.write(words, in: region, style: theme.faint, alignment: .right)
    }
  }

  private func drawInput(
    _ unit: Int, _ run: Run, into frame: inout Frame, in region: Region, _ theme: Theme
  ) {
    let step = run.shownStep
    let sample = min(self.sample, step.before.batchCount - 1)
    let value = step.before.propagation.inputs[sample * step.before.network.layout.inputs + unit]
    let name = run.trainer.data.inputNames[unit]
    frame.write("\(name): an input", in: region, style: theme.text.with(.bold))
    let row = Array(step.before.batchRows)[sample]
    frame.write("\(name) = \(value) in \(run.words(forRow: row))", in: region, row: 1, style: theme.text)
  }

  /// f over z, with the unit's point on it.
  private func drawCurve(
    of shown: ShownStep, into frame: inout Frame, in region: Region, _ theme: Theme
  ) {
    let unit = shown.unit
    guard unit.activation != .softmax else { return }
    let (title, room) = region.split(above: 1)
    frame.write(
      "a = \(unit.activation.formula)", in: title, style: theme.series(0).style, alignment: .center,
      ellipsis: theme.glyphs.ellipsis)
    curve(of: unit, hasBall: shown.isForwardKnown, theme).draw(into: &frame, in: room, theme: theme)
  }

  /// f over z; where the ball is, the curve has a point of its own, so that it passes through the ball.
  func curve(of unit: UnitArithmetic, hasBall: Bool, _ theme: Theme) -> LinePlot {
    let reach = [5.0, 10, 20].first { $0 >= Double(unit.z.magnitude) * 1.2 } ?? 50
    let even = (0...80).map { -reach + 2 * reach * Double($0) / 80 }
    let points = hasBall ? (even + [Double(unit.z)]).sorted() : even
    let samples = points.map { LinePlot.Sample(x: $0, y: Double(unit.activation.value(Float($0)))) }
    var plot = LinePlot([LinePlot.Series(name: "", samples: samples, look: 0)])
    plot.showsLegend = false
    plot.xRange = -reach...reach
    if let low = samples.map(\.low).min(), let high = samples.map(\.high).max(), high > low {
      // A plateau at the edge of the picture would look like the edge.
      plot.yRange = low - 0.1 * (high - low)...high + 0.1 * (high - low)
    }
    if hasBall {
      let glyph: Unicode.Scalar = theme.glyphs == .ascii ? "O" : "●"
      plot.marks = [LinePlot.Mark(x: Double(unit.z), y: Double(unit.a), glyph: glyph, style: theme.highlight)]
    }
    return plot
  }
}
