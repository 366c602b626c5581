/// A range for an axis that grows at once and shrinks slowly, so that a live plot keeps still.
public struct StickyRange: Hashable, Sendable {
  /// The range as it is now.
  public private(set) var range: ClosedRange<Double>
  /// The share of the difference that one call to `follow` gives up on a side that has become too wide.
  public var slack: Double

  /// A range to begin with.
  public init(_ range: ClosedRange<Double>, slack: Double = 0.05) {
    self.range = range
    self.slack = slack
  }

  /// Takes in a new range of values: wider ends are taken as they are, narrower ones approached.
  public mutating func follow(_ wanted: ClosedRange<Double>) {
    guard wanted.lowerBound.isFinite, wanted.upperBound.isFinite else { return }
    let (low, high) = (range.lowerBound, range.upperBound)
    let lower = wanted.lowerBound <= low ? wanted.lowerBound : low + (wanted.lowerBound - low) * slack
    let upper = wanted.upperBound >= high ? wanted.upperBound : high + (wanted.upperBound - high) * slack
    range = lower...max(lower, upper)
  }
}
