/// The levels at which contour lines are drawn, ascending.
public struct Contours: Hashable, Sendable {
  /// The levels in the units of the values, finite and ascending.
  public let levels: [Double]

  /// Lines at such levels, in any order; those that are not finite are left out.
  public init(levels: [Double]) { self.levels = levels.filter(\.isFinite).sorted() }

  /// `count` levels equally far apart inside a range.
  public static func linear(_ range: ClosedRange<Double>, count: Int) -> Contours {
    Contours(along: Axis(range), count: count)
  }

  /// `count` levels in equal ratios inside a range; linear if the range is not above zero.
  public static func logarithmic(_ range: ClosedRange<Double>, count: Int) -> Contours {
    Contours(along: Axis(range, isLogarithmic: true), count: count)
  }

  private init(along axis: Axis, count: Int) {
    self.init(levels: (0..<max(0, count)).map { axis.value(at: Double($0 + 1) / Double(count + 1)) })
  }

  /// The number of levels at or below a value; nil for what is not finite.
  public func band(of value: Double) -> Int? {
    guard value.isFinite else { return nil }
    var (low, high) = (0, levels.count)
    while low < high {
      let middle = (low + high) / 2
      if levels[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
