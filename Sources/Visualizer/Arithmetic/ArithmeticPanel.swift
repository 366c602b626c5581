import NeuralNetwork
import Plots
import Screen
import Training

extension State {
  /// One unit's numbers, or one weight's, for a sample of the batch.
  func drawArithmetic(into frame: inout Frame, in region: Region) {
    guard let run, region.height >= 2 else { return }
    let place = selection ?? Selection(layer: run.trainer.network.depth - 1, unit: 0)
    guard place.layer >= 0 else { return drawInput(place.unit, run, into: &frame, in: region) }
    let shown = ShownStep(of: run, place: place, sample: arithmetic.sample, isCovered: arithmetic.isCovered)
    let title = Region(x: region.x, y: region.y, width: region.width - 9, height: 1)
    frame.write(shown.title, in: title, style: theme.text.with(.bold), ellipsis: theme.glyphs.ellipsis)
    let body = region.split(above: 1).1
    let curve = body.width >= 60 || body.height >= 34
    let (text, picture) = curve ? shown.split(body) : (body, nil)
    if let picture { drawCurve(of: shown, into: &frame, in: picture) }
    let sheet = shown.sheet(theme: theme, size: text)
    let first = sheet.firstLine(scrolled: arithmetic.scroll, section: shown.section, height: text.height)
    sheet.draw(into: &frame, in: text, from: first)
    let hidden = sheet.lines.count - first - text.height
    if hidden > 0 || first > 0 {
      let words =
        "\(theme.glyphs == .ascii ? "" : "↕ ")\(first + min(text.height, sheet.lines.count - first))/\(sheet.lines.count)"
      frame.write(words, in: region, style: theme.faint, alignment: .right)
    }
  }

  private func drawInput(_ unit: Int, _ run: Run, into frame: inout Frame, in region: Region) {
    let step = run.history.stepInHand()
    let sample = min(arithmetic.sample, step.before.batchCount - 1)
    let value = step.before.propagation.inputs[sample * step.before.network.layout.inputs + unit]
    let name = run.trainer.data.inputNames[unit]
    frame.write("\(name): an input", in: region, style: theme.text.with(.bold))
    let row = Array(step.before.batchRows)[sample]
    frame.write("\(name) = \(value) in row \(row)", in: region, row: 1, style: theme.text)
  }

  /// f over z, with the unit's point on it.
  private func drawCurve(of shown: ShownStep, into frame: inout Frame, in region: Region) {
    let unit = shown.unit
    guard unit.activation != .softmax else { return }
    let reach = max(4, min(50, Double(unit.z.magnitude) * 1.2))
    let points = (0...80).map { -reach + 2 * reach * Double($0) / 80 }
    let samples = points.map { LinePlot.Sample(x: $0, y: Double(unit.activation.value(Float($0)))) }
    var plot = LinePlot([LinePlot.Series(name: "a = \(unit.activation.formula)", samples: samples, look: 0)])
    if shown.isForwardKnown {
      let glyph: Unicode.Scalar = theme.glyphs == .ascii ? "O" : "●"
      plot.marks = [LinePlot.Mark(x: Double(unit.z), y: Double(unit.a), glyph: glyph, style: theme.highlight)]
    }
    plot.draw(into: &frame, in: region, theme: theme)
  }
}

/// The step, the unit and the sample that the panel shows.
struct ShownStep {
  let run: Run
  let place: Selection
  let step: StepInHand
  let progress: Progress
  let unit: UnitArithmetic

  init(of run: Run, place: Selection, sample: Int, isCovered: Bool) {
    self.run = run
    self.place = place
    step = run.history.stepInHand()
    progress = Progress(of: run.history, step: step, isCovered: isCovered)
    let shown = run.history.walk.map { $0.count - 1 } ?? min(sample, step.before.batchCount - 1)
    unit = UnitArithmetic(
      layer: place.layer, unit: place.unit, sample: shown, of: step.before.propagation, in: step.before.network,
      cost: step.before.settings.cost)
  }

  var isForwardKnown: Bool { progress.knowledge(of: .forward(layer: place.layer), unit: place.unit) == .known }

  /// `h2 · row 17 (3 of 10) · layer 1 tanh`
  var title: String {
    let row = Array(step.before.batchRows)[unit.sample]
    let name = run.label(layer: place.layer, unit: place.unit)
    let count = step.before.batchCount
    let sample = count == 1 ? "row \(row)" : "row \(row) (\(unit.sample + 1) of \(count))"
    return "\(name) · \(sample) · layer \(place.layer + 1) \(unit.activation.rawValue)"
  }

  /// The part of the sheet that the present phase is about.
  var section: Sheet.Section? {
    guard run.history.walk == nil else { return nil }
    switch step.performed {
    case .error: return .backward
    case .backward(let layer): return layer > place.layer ? .backward : .gradient
    case .update, .epoch: return .update
    default: return nil
    }
  }

  func sheet(theme: Theme, size: Region) -> Sheet {
    var sheet = Sheet(theme: theme, width: size.width)
    let limit = max(8, min(40, size.height))
    let layout = step.before.network.layout
    UnitSheet(
      unit: unit, step: step, progress: progress, names: names, walk: run.history.walk, selected: place.input,
      limit: limit
    ).write(into: &sheet)
    let name = place.parameter(in: layout)
    WeightSheet(
      name: name, index: layout.index(of: name)!, step: step, progress: progress, walk: run.history.walk, limit: limit
    ).write(into: &sheet)
    return sheet
  }

  private var names: UnitSheet.Names {
    let network = step.before.network
    let inputs =
      place.layer == 0
      ? run.trainer.data.inputNames
      : (0..<network.layout.sizes[place.layer]).map { run.label(layer: place.layer - 1, unit: $0) }
    let above =
      place.layer + 1 < network.depth
      ? (0..<network.layout.sizes[place.layer + 2]).map { run.label(layer: place.layer + 1, unit: $0) } : []
    return UnitSheet.Names(inputs: inputs, above: above)
  }

  /// Where text and curve stand: beside each other where that is wide enough, else below each other.
  func split(_ region: Region) -> (Region, Region?) {
    guard unit.activation != .softmax else { return (region, nil) }
    if region.width >= 60 {
      let (text, rest) = region.split(left: region.width - 26)
      return (text, Region(x: rest.x + 1, y: rest.y, width: rest.width - 1, height: min(rest.height, 12)))
    }
    let (text, picture) = region.split(above: region.height - 10)
    return (text, picture)
  }
}

extension Sheet {
  /// The line to begin with: the one scrolled to, else where the cursor or the present phase is.
  func firstLine(scrolled: Int?, section: Section?, height: Int) -> Int {
    let last = max(0, lines.count - height)
    if let scrolled { return max(0, min(last, scrolled)) }
    let start = section.flatMap { sections[$0] } ?? 0
    let cursor = cursors.first { $0 >= start } ?? start
    return min(last, cursor < start + height ? start : cursor - height / 2)
  }
}

extension Selection {
  /// The parameter that is selected: a weight, the first where none is named, or the bias where the input is past the
  /// last.
  func parameter(in layout: Parameters.Layout) -> ParameterName {
    let input = input ?? 0
    guard input < layout.layers[layer].inputs else { return .bias(layer: layer, unit: unit) }
    return .weight(layer: layer, unit: unit, input: input)
  }
}
