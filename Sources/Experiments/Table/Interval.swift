/// The numbers that a setting may have.
public struct Interval: Hashable, Sendable {
  /// The lower bound; −∞ where there is none.
  public let lower: Double
  /// The upper bound; ∞ where there is none.
  public let upper: Double
  /// Whether the lower bound itself is allowed.
  public let includesLower: Bool
  /// Whether the upper bound itself is allowed.
  public let includesUpper: Bool

  private init(_ lower: Double, _ upper: Double, includesLower: Bool, includesUpper: Bool) {
    (self.lower, self.upper) = (lower, upper)
    (self.includesLower, self.includesUpper) = (includesLower, includesUpper)
  }

  /// From a bound to another, both included.
  static func from(_ lower: Double, to upper: Double) -> Interval {
    Interval(lower, upper, includesLower: true, includesUpper: true)
  }

  /// From a bound, itself included, to below another.
  static func from(_ lower: Double, toBelow upper: Double) -> Interval {
    Interval(lower, upper, includesLower: true, includesUpper: false)
  }

  /// Above a bound, up to another that is included.
  static func above(_ lower: Double, upTo upper: Double) -> Interval {
    Interval(lower, upper, includesLower: false, includesUpper: true)
  }

  /// Every finite number above a bound.
  static func above(_ lower: Double) -> Interval {
    Interval(lower, .infinity, includesLower: false, includesUpper: false)
  }

  /// Whether a number is finite and inside.
  public func contains(_ value: Double) -> Bool {
    value.isFinite && (includesLower ? value >= lower : value > lower)
      && (includesUpper ? value <= upper : value < upper)
  }

  /// In words: `above 0 and up to 1`, `from 0 to 50`.
  var words: String {
    let start = (includesLower ? "from " : "above ") + SettingValue.number(lower).text!
    guard upper.isFinite else { return start }
    let end = SettingValue.number(upper).text!
    return start + (includesLower ? "" : " and") + (includesUpper ? (includesLower ? " to " : " up to ") : " to below ")
      + end
  }
}
