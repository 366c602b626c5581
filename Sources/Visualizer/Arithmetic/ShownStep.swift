import NeuralNetwork
import Plots
import Screen
import Session
import Training

/// The step, the unit and the sample that the panel shows.
struct ShownStep {
  let run: Run
  let place: Selection
  let step: StepInHand
  let progress: Progress
  let unit: UnitArithmetic
  /// The batch taken sample by sample, where it is.
  private let walk: SampleWalk?

  init(of run: Run, place: Selection, sample: Int, isCovered: Bool) {
    self.run = run
    self.place = place
    step = run.shownStep
    walk = run.lookedAt == nil ? run.history.walk : nil
    progress = Progress(of: run, step: step, isCovered: isCovered)
    let shown = walk.map { $0.count - 1 } ?? min(sample, step.before.batchCount - 1)
    unit = UnitArithmetic(
      layer: place.layer, unit: place.unit, sample: shown, of: step.before.propagation, in: step.before.network,
      cost: step.before.settings.cost)
  }

  var isForwardKnown: Bool { progress.knowledge(of: .forward(layer: place.layer), unit: place.unit) == .known }

  /// `h2 · row 17: 0, 1 → 1 (3 of 10) · layer 1 tanh`
  var title: String {
    let row = Array(step.before.batchRows)[unit.sample]
    let name = run.label(layer: place.layer, unit: place.unit)
    let count = step.before.batchCount
    let batch = count == 1 ? "" : " (\(unit.sample + 1) of \(count))"
    return "\(name) · \(run.words(forRow: row))\(batch) · layer \(place.layer + 1) \(unit.activation.rawValue)"
  }

  /// The part of the sheet that the present phase is about.
  var section: Sheet.Section? {
    guard walk == nil, run.lookedAt == nil else { return nil }
    switch step.performed {
    case .error: return .backward
    case .backward(let layer): return layer > place.layer ? .backward : .gradient
    case .update, .epoch: return .update
    case .input, .forward, nil: return nil
    }
  }

  func sheet(theme: Theme, size: Region) -> Sheet {
    var sheet = Sheet(theme: theme, width: size.width)
    let limit = max(8, min(40, size.height))
    let layout = step.before.network.layout
    UnitSheet(
      unit: unit, step: step, progress: progress, names: names, walk: walk, selected: place.input,
      limit: limit
    ).write(into: &sheet)
    let name = place.parameter(in: layout)
    WeightSheet(
      name: name, label: run.label(of: name), index: layout.index(of: name)!, step: step, progress: progress,
      walk: walk, limit: limit
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
