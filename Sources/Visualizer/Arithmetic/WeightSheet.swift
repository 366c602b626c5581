import NeuralNetwork
import Plots
import Screen
import Training

/// One weight or bias in full: each sample's pull on it, their mean, and the optimizer's way to its new value.
struct WeightSheet {
  let name: ParameterName
  /// What the screen calls it.
  let label: String
  let index: Int
  let step: StepInHand
  let progress: Progress
  /// The samples shown so far, while a batch is taken sample by sample.
  let walk: SampleWalk?
  /// The most pulls that are shown.
  let limit: Int

  private var gradient: Progress.Knowledge { progress.knowledge(of: .backward(layer: name.layer), unit: name.unit) }
  private var update: Progress.Knowledge { progress.knowledge(of: .update, unit: 0) }

  func write(into sheet: inout Sheet) {
    let rows = Array(step.before.batchRows)
    let all = WeightArithmetic(name, of: step.before.propagation, rows: rows).pulls
    let pulls = Array(all.prefix(walk?.count ?? rows.count))
    sheet.head(.update, "update: \(label)")
    writeMean(of: pulls, outOf: rows.count, into: &sheet)
    for line in UpdateArithmetic(of: index, in: step).lines {
      sheet.equation(line.symbol, line.formula, line.value, update, numbers: line.numbers)
    }
    if rows.count > 1 { writePulls(pulls, into: &sheet) }
  }

  private func writeMean(of pulls: [WeightArithmetic.Pull], outOf count: Int, into sheet: inout Sheet) {
    let mean = walk?.share.values[index] ?? step.before.gradient.values[index]
    guard count == 1, let pull = pulls.first else {
      let formula = pulls.count < count ? "Σ of \(pulls.count) pulls / \(count)" : "mean of \(count) pulls"
      let column = Self.column(of: pulls)
      let printed = pulls.reduce(0) { $0 + column.printed($1.value) } / Double(max(1, count))
      return sheet.sum("∂C/∂w", formula, mean, of: printed, gradient)
    }
    sheet.equation("∂C/∂w", "x·δ", mean, gradient, numbers: "\(pull.input) · \(pull.delta)")
  }

  /// How all pulls are printed: with six significant digits of the largest, so that their mean follows from them.
  private static func column(of pulls: [WeightArithmetic.Pull]) -> NumberColumn {
    NumberColumn(pulls.map(\.value), significantDigits: 6)
  }

  /// Each sample's pull with a bar; of too many the largest.
  private func writePulls(_ pulls: [WeightArithmetic.Pull], into sheet: inout Sheet) {
    var shown = pulls
    if pulls.count > limit {
      shown = Array(pulls.sorted { $0.value.magnitude > $1.value.magnitude }.prefix(limit))
      sheet.note("pulls, \(limit) of \(pulls.count) shown, largest first")
    } else {
      sheet.note("pulls")
    }
    let largest = shown.map(\.value.magnitude).max() ?? 0
    let column = Self.column(of: pulls)
    if shown.count < pulls.count {
      let rest = pulls.reduce(0) { $0 + column.printed($1.value) } - shown.reduce(0) { $0 + column.printed($1.value) }
      let words = "the other \(pulls.count - shown.count) "
      sheet.line([Span(words, sheet.theme.faint), sheet.span(Float(rest), in: column, gradient)])
    }
    for pull in shown {
      let width = sheet.width - column.width - 12
      sheet.line([
        Span("row \(pull.row)".padded(to: 9), sheet.theme.faint), sheet.span(pull.value, in: column, gradient),
        Span("  ", sheet.theme.text),
        gradient == .known ? sheet.bar(pull.value, of: largest, width: width) : Span(""),
      ])
    }
  }
}

extension Sheet {
  /// A bar from the left whose length is a value's share of the largest.
  func bar(_ value: Float, of largest: Float, width: Int) -> Span {
    guard largest > 0, value.isFinite, width > 0 else { return Span("") }
    let length = Int((value.magnitude / largest * Float(width)).rounded())
    let glyph = theme.glyphs == .ascii ? (value < 0 ? "-" : "+") : (value < 0 ? "▒" : "█")
    return Span(String(repeating: glyph, count: length), theme.style(ofSign: Double(value)))
  }
}

extension String {
  /// With spaces after it up to a width.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
