import Datasets
import LinearAlgebra
import Plots
import Session
import Training

extension Run {
  /// A row of the training part with what it holds: `row 3: 0, 1 → 1`, a table's in its own words; of many inputs the
  /// label alone.
  func words(forRow row: Int) -> String {
    let original = trainer.data.trainingRows[row]
    let format = NumberFormat.short
    let label =
      switch dataset.label(ofRow: original) {
      case .value(let value): format.string(Double(value) + dataset.labelOffset)
      case .classNumber(let number): trainer.data.classNames?[number] ?? "\(number)"
      }
    let cells = dataset.inputs.columns <= 3 || dataset.table != nil ? dataset.cells(ofRow: original) : []
    guard (1...3).contains(cells.count) else { return "row \(row) → \(label)" }
    return "row \(row): \(cells.map(\.words).joined(separator: ", ")) → \(label)"
  }
}

extension RowCell {
  /// `colour: red`
  var text: String { "\(column): \(words)" }

  /// `colour: red`, and of a number nothing but itself.
  var shortText: String { if case .number = value { words } else { text } }

  /// What it says, without the column's name.
  var words: String {
    switch value {
    case .number(let number):
      NumberFormat.short.string(number)
    case .words(let words): words
    }
  }
}
