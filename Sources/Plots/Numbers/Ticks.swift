/// Round values along an axis: 1, 2 or 5 times a power of ten apart, or powers of ten on a logarithmic axis.
public struct Ticks: Hashable, Sendable {
  public let values: [Double]
  /// The values as text, with the same number of decimals on a linear axis.
  public let labels: [String]

  /// Ticks of an axis, at most `maximum` of them (none, if that is below 2 and no round value lies inside).
  public init(_ axis: Axis, maximum: Int) {
    self = axis.isLogarithmic ? Ticks(logarithmic: axis.range, maximum) : Ticks(linear: axis.range, maximum)
  }

  private init(values: [Double], labels: [String]) {
    self.values = values
    self.labels = labels
  }

  private init(linear range: ClosedRange<Double>, _ maximum: Int) {
    guard maximum > 0 else {
      self.init(values: [], labels: [])
      return
    }
    let (step, power) = Self.step(range.upperBound - range.lowerBound, Double(maximum))
    let first = (range.lowerBound / step - 1e-9).rounded(.up)
    let last = (range.upperBound / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 1000, first.magnitude < 1e9, last.magnitude < 1e9 else {
      self.init(values: [], labels: [])
      return
    }
    let values = stride(from: first, through: last, by: 1).map { $0 * step }
    self.init(values: values, labels: values.map { Self.label($0, power: power) })
  }

  /// The smallest of 1, 2, 5, 10, … × 10ⁿ that gives at most `count` ticks, and n.
  private static func step(_ span: Double, _ count: Double) -> (Double, Int) {
    let raw = span / max(1, count)
    var power = Int(Logarithm.base10(max(raw, 1e-300)).rounded(.down))
    for factor in [1.0, 2, 5, 10] {
      let step = factor * Logarithm.power10(power)
      if step >= raw * 0.999_999, (span / step).rounded(.down) + 1 <= max(2, count) {
        if factor == 10 { power += 1 }
        return (step, power)
      }
    }
    return (2 * Logarithm.power10(power + 1), power + 1)
  }

  private static func label(_ value: Double, power: Int) -> String {
    if power >= 4 || power < -5 { return NumberFormat(width: 7, significantDigits: 3, trimsZeros: true).string(value) }
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
