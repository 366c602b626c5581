import LinearAlgebra
import Plots
import Session
import Training

extension Run {
  /// A row of the training part with what it holds: `row 3: 0, 1 → 1`; of many inputs the label alone.
  func words(forRow row: Int) -> String {
    let original = trainer.data.trainingRows[row]
    let format = NumberFormat(width: 6, significantDigits: 3, trimsZeros: true)
    let label =
      switch dataset.label(ofRow: original) {
      case .value(let value): format.string(Double(value))
      case .classNumber(let number): trainer.data.classNames?[number] ?? "\(number)"
      }
    let inputs = dataset.inputs.row(original)
    guard inputs.count <= 3 else { return "row \(row) → \(label)" }
    return "row \(row): \(inputs.map { format.string(Double($0)) }.joined(separator: ", ")) → \(label)"
  }
}
