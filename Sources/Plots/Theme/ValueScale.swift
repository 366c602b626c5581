/// How values become positions on a colour scale.
public struct ValueScale: Hashable, Sendable {
  /// The colour scales.
  public enum Kind: String, CaseIterable, Sendable {
    /// Orange below zero, blue above it.
    case diverging
    /// From dark to bright, for costs.
    case sequential
    /// From black to white, for pictures.
    case grey
    /// A colour a class: the whole part of a value is the number of the class, the rest how sure it is.
    case classes
  }

  /// The colours that the positions become.
  public let kind: Kind
  private let axis: Axis

  /// The values at the two ends of the scale.
  public var low: Double { axis.range.lowerBound }
  /// The value at the upper end of the scale.
  public var high: Double { axis.range.upperBound }
  /// Whether equal ratios, not equal differences, are equally far apart.
  public var isLogarithmic: Bool { axis.isLogarithmic }

  /// Signed values; `limit` and `−limit` have the strongest colours.
  public static func diverging(limit: Double) -> ValueScale {
    let end = limit.isFinite && limit != 0 ? limit.magnitude : 1
    return ValueScale(kind: .diverging, axis: Axis(-end...end))
  }

  /// Costs. A logarithmic scale needs a range above zero, else it is taken as linear.
  public static func sequential(_ range: ClosedRange<Double>, logarithmic: Bool = false) -> ValueScale {
    ValueScale(kind: .sequential, axis: Axis(range, isLogarithmic: logarithmic))
  }

  /// Brightness of a picture.
  public static func grey(_ range: ClosedRange<Double> = 0...1) -> ValueScale {
    ValueScale(kind: .grey, axis: Axis(range))
  }

  /// Classes by number, from 0, each with a share of certainty below 1: how far it is ahead of the next.
  public static let classes = ValueScale(kind: .classes, axis: Axis(0...1))

  /// Where a value lies on the scale, 0…1, clamped to its ends; nil for NaN and infinities.
  ///
  /// On a diverging scale zero is 0.5. On a logarithmic one, values at or below zero are at 0.
  public func position(of value: Double) -> Double? {
    axis.position(of: value).map { min(1, max(0, $0)) }
  }

  /// The same also beyond the ends, as far as a picture may need it; NaN for what is not finite.
  func place(of value: Double) -> Double { axis.position(of: value).map { min(1e6, max(-1e6, $0)) } ?? .nan }

  /// The value at a position, 0…1.
  public func value(at position: Double) -> Double {
    axis.value(at: position)
  }
}

extension ClosedRange<Double> {
  /// This range with finite ends that differ.
  var usable: ClosedRange<Double> {
    let limit = 1e300
    let low = lowerBound.isFinite ? Swift.max(-limit, Swift.min(limit, lowerBound)) : 0
    let high = upperBound.isFinite ? Swift.max(-limit, Swift.min(limit, upperBound)) : Swift.max(low, 1)
    if low < high, high - low > high.magnitude.ulp * 8 { return low...high }
    let margin = Swift.max(low.magnitude * 0.05, 1e-6)
    return low - margin...low + margin
  }
}
