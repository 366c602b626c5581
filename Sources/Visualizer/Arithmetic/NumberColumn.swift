import Foundation
import Plots

/// Numbers that stand below each other, their decimal points aligned: as many decimals as the largest needs to show
/// its significant digits.
struct NumberColumn {
  let decimals: Int
  let width: Int

  init(_ values: some Sequence<Float>, significantDigits: Int = 4) {
    let finite = values.filter(\.isFinite)
    let largest = finite.map(\.magnitude).max() ?? 0
    let exponent = largest > 0 ? Int(log10(Double(largest)).rounded(.down)) : 0
    decimals = largest == 0 ? 1 : max(0, min(9, significantDigits - 1 - exponent))
    let count = decimals
    width = finite.map { NumberFormat.fixed(Double($0), decimals: count).count }.max() ?? 3
  }

  func string(_ value: Float) -> String {
    let text = NumberFormat.fixed(Double(value), decimals: decimals)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A place in the column for a number that is not known yet.
  func blank(_ mark: Character) -> String {
    String(repeating: " ", count: max(0, width - min(4, width))) + String(repeating: mark, count: min(4, width))
  }
}
