import Foundation
import Plots

/// Numbers that stand below each other, their decimal points aligned: as many decimals as the largest needs to show
/// its significant digits.
struct NumberColumn {
  let decimals: Int
  let width: Int

  /// Of numbers that each show four significant digits, and `extra` more, as far as seven decimals and the extra ones go.
  static func operands(_ values: [Float], extra: Int = 0) -> NumberColumn {
    let least = values.filter { $0.isFinite && $0 != 0 }.map(\.magnitude).min() ?? 1
    return NumberColumn(values, decimals: max(1, min(7, 3 - Int(log10(Double(least)).rounded(.down)))) + extra)
  }

  /// Of products: as many decimals, nine at most, as the factors that are printed support in every line.
  static func products(_ factors: [(left: Float, right: Float)], _ left: NumberColumn, _ right: NumberColumn)
    -> NumberColumn
  {
    let lines = factors.filter { ($0.left * $0.right).isFinite }.map { factors in
      let printed = (Double(left.digits(factors.left)) ?? 0) * (Double(right.digits(factors.right)) ?? 0)
      return (printed: printed, value: Double(factors.left * factors.right))
    }
    let decimals =
      (1...9).last { count in
        lines.allSatisfy {
          NumberFormat.fixed($0.printed, decimals: count) == NumberFormat.fixed($0.value, decimals: count)
        }
      } ?? 1
    // Zeros at the end of every line say nothing.
    let needed = (min(3, decimals)...decimals).first { count in
      lines.allSatisfy {
        Double(NumberFormat.fixed($0.value, decimals: count))
          == Double(NumberFormat.fixed($0.value, decimals: decimals))
      }
    }
    return NumberColumn(factors.map { $0.left * $0.right }, decimals: needed ?? decimals)
  }

  private init(_ values: [Float], decimals: Int) {
    self.decimals = decimals
    width = values.filter(\.isFinite).map { NumberFormat.fixed(Double($0), decimals: decimals).count }.max() ?? 3
  }

  private func digits(_ value: Float) -> String { NumberFormat.fixed(Double(value), decimals: decimals) }

  init(_ values: some Sequence<Float>, significantDigits: Int = 4) {
    let finite = values.filter(\.isFinite)
    let largest = finite.map(\.magnitude).max() ?? 0
    let exponent = largest > 0 ? Int(log10(Double(largest)).rounded(.down)) : 0
    decimals = largest == 0 ? 1 : max(0, min(9, significantDigits - 1 - exponent))
    let count = decimals
    width = finite.map { NumberFormat.fixed(Double($0), decimals: count).count }.max() ?? 3
  }

  /// The number that a reader finds in the column.
  func printed(_ value: Float) -> Double { Double(digits(value)) ?? .nan }

  func string(_ value: Float) -> String {
    let text = NumberFormat.fixed(Double(value), decimals: decimals)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A place in the column for a number that is not known yet.
  func blank(_ mark: Character) -> String {
    String(repeating: " ", count: max(0, width - min(4, width))) + String(repeating: mark, count: min(4, width))
  }
}
