import NeuralNetwork

/// The points that weights have passed through, in bounded memory.
///
/// Keeps the first point, and those after a number of updates that is a multiple of `stride`. When there are as many as
/// there is room for, the stride doubles and what no longer fits it goes: the spacing stays even. The latest point is
/// always at the end.
public struct WeightPath: Hashable, Sendable {
  /// A point and when it was passed.
  public struct Point: Hashable, Sendable {
    /// The updates made until then.
    public let update: Int
    /// The weights and biases at that moment.
    public let parameters: Parameters
  }

  /// The most points that are kept besides the latest.
  public let capacity: Int
  /// How many updates apart the kept points are.
  public private(set) var stride = 1
  private var kept: [Point] = []
  /// The latest point; nil where none has been recorded.
  public private(set) var latest: Point?

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
    guard let latest, endsApart else { return kept }
    return kept + [latest]
  }

  /// Whether the latest point is none of those that are kept.
  private var endsApart: Bool { latest != nil && kept.last?.update != latest?.update }

  /// At most so many of the points, evenly spaced, the first and the latest among them.
  public func points(atMost limit: Int) -> [Parameters] {
    let count = kept.count + (endsApart ? 1 : 0)
    return (0..<count).evenlySpaced(atMost: limit).map { $0 < kept.count ? kept[$0].parameters : latest!.parameters }
  }

  /// Whether no point has been recorded.
  public var isEmpty: Bool { latest == nil }

  /// Whether the point after so many updates would be kept: a run at full speed needs to record no other, but for its
  /// latest.
  public func keeps(update: Int) -> Bool { kept.isEmpty || update.isMultiple(of: stride) }

  /// The updates from one on until a point would be kept.
  public func updatesUntilKept(after update: Int) -> Int { kept.isEmpty ? 1 : stride - update % stride }

  /// Adds a point. A point that is not later than the latest one (after a step back) cuts off what came after it.
  public mutating func record(_ parameters: Parameters, update: Int) {
    if let latest, update <= latest.update { kept.removeAll { $0.update >= update } }
    if kept.isEmpty { stride = 1 }
    let point = Point(update: update, parameters: parameters)
    if keeps(update: update) { kept.append(point) }
    if kept.count > capacity { thin() }
    latest = point
  }

  private mutating func thin() {
    stride *= 2
    kept = [kept[0]] + kept.dropFirst().filter { $0.update.isMultiple(of: stride) }
  }
}

extension RandomAccessCollection {
  /// At most so many elements, evenly spaced, the first and the last among them.
  func evenlySpaced(atMost limit: Int) -> [Element] {
    guard count > limit, limit > 1 else { return Array(self) }
    return (0..<limit).map { self[index(startIndex, offsetBy: $0 * (count - 1) / (limit - 1))] }
  }
}
