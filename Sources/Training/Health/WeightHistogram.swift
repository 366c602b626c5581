/// How many values fall into each of equally wide bins.
public struct WeightHistogram: Hashable, Sendable {
  /// The smallest and the largest finite value; 0 and 0 where there is none.
  public let range: ClosedRange<Float>
  /// The number of values in each bin, from the smallest on. The last bin holds its upper end.
  public let counts: [Int]

  /// Traps unless there is a bin. Values that are not finite are left out.
  public init(of values: some Collection<Float>, bins: Int = 32) {
    precondition(bins > 0, "a histogram needs a bin")
    let finite = values.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 0)
    var counts = Array(repeating: 0, count: bins)
    let width = Double(high) - Double(low)
    for value in finite {
      let place = width > 0 ? (Double(value) - Double(low)) / width * Double(bins) : 0
      counts[min(bins - 1, Int(place))] += 1
    }
    range = low...high
    self.counts = counts
  }

  /// The values of the bins' edges, one more than there are bins.
  public var edges: [Double] {
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    return (0...counts.count).map { low + (high - low) * Double($0) / Double(counts.count) }
  }
}
