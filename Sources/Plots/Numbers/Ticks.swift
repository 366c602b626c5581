/// Round values along an axis: 1, 2 or 5 times a power of ten apart, or powers of ten on a logarithmic axis.
public struct Ticks: Hashable, Sendable {
  /// The values, ascending.
  public let values: [Double]
  /// The values as text, with the same number of decimals on a linear axis.
  public let labels: [String]

  /// Ticks of an axis, at most `maximum` of them.
  public init(_ axis: Axis, maximum: Int) {
    self = axis.isLogarithmic ? Ticks(logarithmic: axis.range, maximum) : Ticks(linear: axis.range, maximum)
  }

  private init(values: [Double], labels: [String]) {
    self.values = values
    self.labels = labels
  }

  /// The finest of the steps 1, 2, 5, 10, … × 10ⁿ that gives no more than `maximum` ticks.
  private init(linear range: ClosedRange<Double>, _ maximum: Int) {
    let raw = (range.upperBound - range.lowerBound) / Double(max(1, maximum))
    let lowest = Int(Logarithm.base10(max(raw, 1e-290)).rounded(.down))
    for power in lowest...lowest + 2 where maximum > 0 {
      for factor in [1.0, 2, 5] {
        let step = factor * Logarithm.power10(power)
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        let last = (range.upperBound / step + 1e-9).rounded(.down)
        guard first.magnitude < 1e9, last.magnitude < 1e9, last - first < Double(maximum) else { continue }
        let values = stride(from: first, through: last, by: 1).map { $0 * step }
        self.init(values: values, labels: values.map { Self.label($0, power: power) })
        return
      }
    }
    self.init(values: [], labels: [])
  }

  /// A value with the decimals that its step needs; very large or small ones as short as they can be told.
  private static func label(_ value: Double, power: Int) -> String {
    let isExtreme = power >= 4 || power < -5 && value.magnitude < 0.01
    if isExtreme { return NumberFormat(width: 6, significantDigits: 5, trimsZeros: true).string(value) }
    return NumberFormat.fixed(value, decimals: max(0, -power))
  }

  private init(logarithmic range: ClosedRange<Double>, _ maximum: Int) {
    let low = Int((Logarithm.base10(range.lowerBound) - 1e-9).rounded(.up))
    let high = Int((Logarithm.base10(range.upperBound) + 1e-9).rounded(.down))
    let powers = high >= low ? high - low + 1 : 0
    var values: [Double]
    if powers * 3 <= maximum {
      values = (low - 1...high + 1).flatMap { n in [1.0, 2, 5].map { $0 * Logarithm.power10(n) } }
    } else {
      let stride = max(1, (powers + max(1, maximum) - 1) / max(1, maximum))
      values = powers == 0 ? [] : Swift.stride(from: low, through: high, by: stride).map { Logarithm.power10($0) }
    }
    values = values.filter { range.contains($0) || ($0 / range.lowerBound - 1).magnitude < 1e-9 }
    if values.count < 2, maximum >= 2 {
      self.init(linear: range, maximum)
      return
    }
    let format = NumberFormat(width: 7, significantDigits: 1, trimsZeros: true)
    self.init(values: values, labels: values.map(format.string))
  }
}
