import NeuralNetwork

/// The points that weights have passed through, in bounded memory.
///
/// Keeps every `stride`-th point. When there are as many as there is room for, every second one goes and the stride
/// doubles: the first point stays, the spacing stays even, and the latest point is always at the end.
public struct WeightPath: Hashable, Sendable {
  /// A point and when it was passed.
  public struct Point: Hashable, Sendable {
    /// The updates made until then.
    public let update: Int
    public let parameters: Parameters
  }

  /// The most points that are kept besides the latest.
  public let capacity: Int
  /// How many recordings apart the kept points are.
  public private(set) var stride = 1
  private var kept: [Point] = []
  private var latest: Point?
  private var recorded = 0

  /// Traps unless there is room for two points.
  public init(capacity: Int = 512) {
    precondition(capacity > 1, "a path needs room for two points, got \(capacity)")
    self.capacity = capacity
  }

  /// A path that takes up at most so many bytes (but has room for eight points whatever their size).
  public init(bytes: Int, layout: Parameters.Layout) {
    self.init(capacity: max(8, min(512, bytes / (MemoryLayout<Float>.stride * layout.count))))
  }

  /// The points, from the first to the latest.
  public var points: [Point] {
    guard let latest, kept.last?.update != latest.update else { return kept }
    return kept + [latest]
  }

  public var isEmpty: Bool { latest == nil }

  /// Adds a point. A point that is not later than the latest one (after a step back) cuts off what came after it.
  public mutating func record(_ parameters: Parameters, update: Int) {
    if let latest, update <= latest.update { cut(before: update) }
    let point = Point(update: update, parameters: parameters)
    if recorded % stride == 0 {
      kept.append(point)
      if kept.count > capacity { thin() }
    }
    latest = point
    recorded += 1
  }

  /// Forgets every point from an update on.
  private mutating func cut(before update: Int) {
    kept.removeAll { $0.update >= update }
    latest = kept.last
    recorded = kept.count * stride
  }

  private mutating func thin() {
    kept = kept.indices.filter { $0.isMultiple(of: 2) }.map { kept[$0] }
    stride *= 2
  }
}

extension Array {
  /// At most so many elements, evenly spaced, the first and the last among them.
  func evenlySpaced(atMost limit: Int) -> [Element] {
    guard count > limit, limit > 1 else { return self }
    return (0..<limit).map { self[$0 * (count - 1) / (limit - 1)] }
  }
}
