import NeuralNetwork
import Plots
import Screen
import Training

/// One unit at one step of time in full, and what each step gives to the gradient of one of its weights.
struct TimeSheet {
  let shown: ShownSequence
  let moment: Int
  let unit: Int
  /// The weight that is looked at: an input's, a unit's, or with their number the bias.
  let input: Int
  /// The most terms that are shown.
  let limit: Int

  private var network: RecurrentNetwork { shown.trainer.network }

  func write(into sheet: inout Sheet) {
    guard moment < shown.length else { return sheet.note("the sequence has ended before this step") }
    let arithmetic = RecurrentUnitArithmetic(of: unit, step: moment, sample: 0, in: shown.pass, network)
    let forward: Progress.Knowledge = shown.knows(moment) ? .known : .unknown
    writeSum(arithmetic, forward, into: &sheet)
    sheet.head(.backward, "back: δ at step \(moment + 1)")
    sheet.equation("δ", "∂C/∂z", arithmetic.delta, shown.knowsDelta(moment))
    writeShares(into: &sheet)
  }

  private func writeSum(_ arithmetic: RecurrentUnitArithmetic, _ forward: Progress.Knowledge, into sheet: inout Sheet) {
    sheet.head(.forward, "forward at step \(moment + 1): z = b + Σ x·w + Σ h[t−1]·w")
    let terms = arithmetic.terms
    let places = terms.indices.sorted { (terms[$0].product.magnitude, $1) > (terms[$1].product.magnitude, $0) }
    let shownTerms = places.prefix(limit).sorted()
    let start = sheet.lines.count
    _ = sheet.products(
      shownTerms.map {
        Sheet.Product(
          name: name(of: terms[$0].source), left: terms[$0].value, right: terms[$0].weight,
          known: (forward, .known, forward))
      }, total: arithmetic.z, from: Double(arithmetic.bias))
    if let row = shownTerms.firstIndex(of: input) { sheet.putCursor(at: start + row) }
    if shownTerms.count < terms.count { sheet.note("\(shownTerms.count) of \(terms.count) shown, largest first") }
    sheet.equation("b", "bias", arithmetic.bias, .known)
    sheet.equation("z", "b + Σ", arithmetic.z, forward)
    sheet.equation(
      "h", network.activation.formula, arithmetic.h, forward, numbers: network.activation.value(inNumbers: arithmetic.z)
    )
    sheet.equation("f′(z)", network.activation.slopeFormula, arithmetic.slope, forward)
  }

  /// A bar for each step: which part of the weight's gradient comes from it.
  private func writeShares(into sheet: inout Sheet) {
    let layer = network.layout.layers[0]
    let isBias = input >= layer.inputs
    let index = isBias ? layer.biases.lowerBound + unit : layer.index(unit: unit, input: input)
    sheet.head(.gradient, "gradient of \(isBias ? "b" : "w from \(sourceName)"): what each step gives")
    let shares = shown.pass.shares(ofParameter: index, in: network)
    let largest = shares.map(\.magnitude).max() ?? 0
    let column = NumberColumn(shares)
    for (step, share) in shares.enumerated() {
      let known = shown.knowsDelta(step)
      sheet.line([
        Span("step \(step + 1)" + String(repeating: " ", count: max(0, 5 - "\(step + 1)".count)), sheet.theme.faint),
        sheet.span(share, in: column, known), Span("  ", sheet.theme.text),
        known == .known ? sheet.bar(share, of: largest, width: sheet.width - column.width - 14) : Span(""),
      ])
    }
    let isDone = shown.knowsDelta(0)
    sheet.equation("∂C/∂w", "their sum", shares.reduce(0, +), isDone)
  }

  private var sourceName: String {
    name(of: input < network.inputs ? .input(input) : .unit(input - network.inputs))
  }

  private func name(of source: RecurrentUnitArithmetic.Source) -> String {
    switch source {
    case .input(let number): shown.trainer.data.training.inputNames[number]
    case .unit(let number): "h\(number + 1)[t−1]"
    }
  }
}

extension ShownSequence {
  /// Whether the errors have passed a step on their way back.
  func knowsDelta(_ step: Int) -> Progress.Knowledge { hasPassedBack(step) ? .known : .unknown }
}
