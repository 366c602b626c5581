/// A range of values laid along a line, linearly or logarithmically.
public struct Axis: Hashable, Sendable {
  /// The values at its start and its end.
  public let range: ClosedRange<Double>
  /// Whether equal ratios, not equal differences, are equally far apart.
  public let isLogarithmic: Bool

  private let start: Double
  private let length: Double

  /// An axis over a range; one that is empty or not finite is widened. Logarithmic needs a range above zero.
  public init(_ range: ClosedRange<Double>, isLogarithmic: Bool = false) {
    self.range = range.usable
    self.isLogarithmic = isLogarithmic && self.range.lowerBound > 0
    start = self.isLogarithmic ? Logarithm.base10(self.range.lowerBound) : self.range.lowerBound
    let end = self.isLogarithmic ? Logarithm.base10(self.range.upperBound) : self.range.upperBound
    length = end - start
  }

  /// Where a value lies: 0 at the start, 1 at the end, beyond them outside of the range; nil for what is not finite,
  /// and 0 for what a logarithmic axis cannot show.
  public func position(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    if isLogarithmic { return value > 0 ? (Logarithm.base10(value) - start) / length : 0 }
    return (value - start) / length
  }

  /// The value at a position.
  public func value(at position: Double) -> Double {
    let point = start + position * length
    return isLogarithmic ? Logarithm.power10(point) : point
  }
}
