import NeuralNetwork
import Plots
import Screen
import Training

/// One unit in full: forward, back, and what follows for its weights.
struct UnitSheet {
  let unit: UnitArithmetic
  let step: StepInHand
  let progress: Progress
  let names: Names
  /// The running mean's numbers, while a batch is taken sample by sample.
  let walk: SampleWalk?
  /// The parameter that the cursor is on: an input's weight, or the bias (the number of inputs).
  let selected: Int?
  /// The most terms of a sum that are shown.
  let limit: Int

  /// What units and inputs are called.
  struct Names {
    /// What comes into the layer.
    let inputs: [String]
    /// The units of the layer above.
    let above: [String]
  }

  private var depth: Int { step.before.network.depth }
  /// Whether the layer has this unit alone.
  private var isAlone: Bool { step.before.network.layout.layers[unit.layer].units == 1 }
  private var forward: Progress.Knowledge {
    progress.knowledge(of: .forward(layer: unit.layer), unit: unit.unit)
  }
  private var input: Progress.Knowledge {
    unit.layer == 0
      ? progress.knowledge(of: .input, unit: 0) : progress.knowledge(of: .forward(layer: unit.layer - 1), unit: 0)
  }
  private var delta: Progress.Knowledge { progress.knowledgeOfDelta(layer: unit.layer, unit: unit.unit, depth: depth) }
  private var gradient: Progress.Knowledge { progress.knowledge(of: .backward(layer: unit.layer), unit: unit.unit) }

  func write(into sheet: inout Sheet) {
    writeForward(into: &sheet)
    writeBackward(into: &sheet)
    writeGradient(into: &sheet)
  }

  /// The places of the terms that are shown: all, or the largest first where there are too many.
  private func places(_ terms: [UnitArithmetic.Term]) -> [Int] {
    guard terms.count > limit else { return Array(terms.indices) }
    var largest = terms.indices.sorted { terms[$0].product.magnitude > terms[$1].product.magnitude }.prefix(limit)
    if let selected, terms.indices.contains(selected), !largest.contains(selected) {
      largest[largest.endIndex - 1] = selected
    }
    return Array(largest)
  }

  /// What the terms that are not shown add up to.
  private func rest(of terms: [UnitArithmetic.Term], but places: [Int], _ knowledge: Progress.Knowledge) -> Sheet.Rest?
  {
    guard places.count < terms.count else { return nil }
    let shown = Set(places)
    let sum = terms.indices.reduce(0.0) { shown.contains($1) ? $0 : $0 + Double(terms[$1].product) }
    return Sheet.Rest(count: terms.count - places.count, sum: Float(sum), knowledge: knowledge)
  }

  private func writeForward(into sheet: inout Sheet) {
    sheet.head(.forward, "forward: z = b + Σ x·w")
    let places = places(unit.inputs)
    let start = sheet.lines.count
    let terms = sheet.products(
      places.map {
        Sheet.Product(
          name: names.inputs[$0], left: unit.inputs[$0].value, right: unit.inputs[$0].weight,
          known: (input, .known, forward))
      }, rest: rest(of: unit.inputs, but: places, forward), total: unit.z,
      from: Double(Sheet.printed(unit.bias)) ?? 0)
    if let selected, let row = places.firstIndex(of: selected) { sheet.putCursor(at: start + row) }
    if selected == unit.inputs.count { sheet.putCursor(at: sheet.lines.count) }
    sheet.given("b", "bias", unit.bias)
    sheet.sum("z", "b + Σ x·w", unit.z, of: terms, forward)
    sheet.equation(
      "a", unit.activation.formula, unit.a, forward, numbers: unit.activation.value(inNumbers: unit.z))
    if unit.mask != 1 { sheet.equation("a", "a · dropout's mask", unit.a * unit.mask, forward) }
    guard unit.activation != .softmax else { return }
    sheet.equation(
      "f′(z)", unit.activation.slopeFormula, unit.slope, forward,
      numbers: unit.activation.slope(inNumbers: unit.z, unit.a))
  }

  private func writeBackward(into sheet: inout Sheet) {
    switch unit.error {
    case .output(let target, _, let cost):
      sheet.head(.backward, "error: δ = ∂C/∂z")
      let known = progress.knowledge(of: .input, unit: 0)
      sheet.equation("y", "target", target, known)
      let numbers: Equation.Substitution = isAlone ? step.before.settings.cost.numbers(unit.a, target) : ""
      let formula = step.before.settings.cost.formula(output: unit.activation)
      sheet.equation("C", formula, cost, delta, numbers: numbers)
      writeOutputDelta(target: target, cost: cost, into: &sheet)
    case .above(let terms):
      sheet.head(.backward, "back: δ = f′(z) · Σ δ·w of the layer above")
      let above = progress.knowledgeOfDelta(layer: unit.layer + 1, unit: 0, depth: depth)
      let places = places(terms)
      let products = sheet.products(
        places.map {
          Sheet.Product(
            name: names.above[$0], left: terms[$0].value, right: terms[$0].weight, known: (above, .known, delta))
        }, rest: rest(of: terms, but: places, delta), total: terms.last?.sum ?? 0)
      let sum = terms.last?.sum ?? 0
      sheet.sum("Σ", "Σ δ·w", sum, of: products, delta)
      let numbers: Equation.Substitution =
        unit.mask == 1 ? "\(unit.slope) · \(sum)" : "\(unit.slope) · \(sum) · \(unit.mask)"
      sheet.equation("δ", unit.mask == 1 ? "f′(z) · Σ" : "f′(z) · Σ · mask", unit.delta, delta, numbers: numbers)
    }
  }

  /// At the output: where cost and activation go together, δ is a − y; else the chain rule.
  private func writeOutputDelta(target: Float, cost whole: Float, into sheet: inout Sheet) {
    let cost = step.before.settings.cost
    if step.before.optimizer.kind == .perceptron || cost.isDifference(output: unit.activation) {
      return sheet.equation("δ", "a − y", unit.delta, delta, numbers: "\(unit.a) − \(target)")
    }
    let slope = cost.slopeEquation(unit.a, target, whole: whole)
    sheet.equation(slope.symbol, slope.formula, slope.value, delta, numbers: slope.numbers)
    if let remark = cost.remark(unit.a, whole: whole, output: unit.activation), delta == .known {
      sheet.note(remark)
    }
    guard unit.activation != .softmax else {
      return sheet.equation("δ", "a·(∂C/∂a − Σ a·∂C/∂a)", unit.delta, delta)
    }
    sheet.equation("δ", "∂C/∂a · f′(z)", unit.delta, delta, numbers: "\(slope.value) · \(unit.slope)")
  }

  private func writeGradient(into sheet: inout Sheet) {
    let count = step.before.batchCount
    let title =
      count == 1
      ? "gradient: ∂C/∂w = x·δ"
      : walk == nil
        ? "gradient: x·δ, and the mean of \(count)" : "gradient: x·δ, and \(walk!.count) of \(count) in the mean"
    sheet.head(.gradient, title)
    let layer = step.before.network.layout.layers[unit.layer]
    let mean = walk?.share ?? step.before.gradient
    let places = places(unit.inputs) + [unit.inputs.count]
    let indices = places.map {
      $0 < layer.inputs ? layer.index(unit: unit.unit, input: $0) : layer.biases.lowerBound + unit.unit
    }
    let own = places.map { $0 < layer.inputs ? unit.gradients[$0] : unit.delta }
    let (ownColumn, meanColumn) = (NumberColumn(own), NumberColumn(indices.map { mean.values[$0] }))
    let labels = places.map { $0 < layer.inputs ? names.inputs[$0] : "b" }
    let width = labels.map(\.columnCount).max() ?? 0
    for (place, label) in labels.enumerated() {
      var spans = [
        Span(label + String(repeating: " ", count: width - label.columnCount + 1), sheet.theme.text),
        sheet.span(own[place], in: ownColumn, gradient),
      ]
      if count > 1 {
        spans += [
          Span("  mean ", sheet.theme.faint), sheet.span(mean.values[indices[place]], in: meanColumn, gradient),
        ]
      }
      if places[place] == selected { sheet.putCursor(at: sheet.lines.count) }
      sheet.line(spans)
    }
  }
}
