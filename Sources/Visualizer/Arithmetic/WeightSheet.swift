import NeuralNetwork
import Plots
import Screen
import Training

/// One weight or bias in full: each sample's pull on it, their mean, and the optimizer's way to its new value.
struct WeightSheet {
  let name: ParameterName
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
    sheet.head(.update, "update: \(name)")
    writePulls(into: &sheet)
    for line in UpdateArithmetic(of: index, in: step).lines {
      sheet.equation(line.symbol, line.formula, line.value, update, numbers: sheet.spans(of: line.numbers))
    }
  }

  private func writePulls(into sheet: inout Sheet) {
    let rows = Array(step.before.batchRows)
    let arithmetic = WeightArithmetic(name, of: step.before.propagation, rows: rows)
    let count = walk?.count ?? rows.count
    let pulls = Array(arithmetic.pulls.prefix(count))
    let order =
      pulls.count <= limit
      ? Array(pulls.indices)
      : Array(pulls.indices.sorted { pulls[$0].value.magnitude > pulls[$1].value.magnitude }.prefix(limit))
    if rows.count > 1 {
      let largest = pulls.map(\.value.magnitude).max() ?? 0
      let column = NumberColumn(pulls.map(\.value))
      for place in order {
        sheet.line([
          Span("row \(pulls[place].row)".padded(to: 9), sheet.theme.faint),
          sheet.span(pulls[place].value, in: column, gradient),
          Span("  ", sheet.theme.text),
          gradient == .known
            ? sheet.bar(pulls[place].value, of: largest, width: sheet.width - column.width - 12) : Span(""),
        ])
      }
      if order.count < rows.count { sheet.note("\(order.count) of \(rows.count) samples shown, largest pull first") }
    }
    let mean = walk?.share.values[index] ?? step.before.gradient.values[index]
    let formula =
      rows.count == 1 ? "x·δ" : count < rows.count ? "Σ of \(count) / \(rows.count)" : "mean of \(rows.count) pulls"
    sheet.equation("∂C/∂w", formula, mean, gradient)
  }
}

extension Sheet {
  /// The parts of a line with numbers in it.
  func spans(of numbers: Equation.Substitution) -> [Span] {
    numbers.parts.map { part in
      switch part {
      case .text(let text): Span(text, theme.faint)
      case .number(let value): number(value)
      }
    }
  }

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
