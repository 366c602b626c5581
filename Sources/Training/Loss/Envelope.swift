/// A curve of any length in bounded memory: buckets of equally many updates, each with the smallest and the largest
/// value that fell into it.
///
/// When the buckets run out, each two become one of double width. At first a bucket holds one update, so every value
/// is exact; later every bucket's extremes and last value are exact values of the run.
public struct Envelope: Hashable, Codable, Sendable {
  /// The most buckets it holds.
  public let capacity: Int
  /// The updates that share a bucket: a power of two.
  public private(set) var width = 1
  /// In the order of updates; a bucket without values is left out.
  public private(set) var buckets: [Bucket] = []

  /// Some neighbouring updates' values.
  public struct Bucket: Hashable, Codable, Sendable {
    /// The first and the last update with a value here.
    public private(set) var updates: ClosedRange<Int>
    /// The smallest value in the bucket.
    public private(set) var least: Float
    /// The largest value in the bucket.
    public private(set) var greatest: Float
    /// The value at the last update.
    public private(set) var last: Float
    /// How many values there are, and their sum.
    public private(set) var count = 1
    /// The sum of the values, in double precision.
    public private(set) var sum: Double

    /// sum / count
    public var mean: Double { sum / Double(count) }

    init(_ value: Float, at update: Int) {
      updates = update...update
      (least, greatest, last, sum) = (value, value, value, Double(value))
    }

    mutating func add(_ value: Float, at update: Int) {
      updates = updates.lowerBound...update
      least = min(least, value)
      greatest = max(greatest, value)
      last = value
      count += 1
      sum += Double(value)
    }

    /// Whether it can have come about by `add`.
    fileprivate var isSound: Bool {
      updates.lowerBound >= 0 && updates.upperBound <= Checkpoint.mostCounted
        && (1...Checkpoint.mostCounted).contains(count) && least <= last && last <= greatest && sum.isFinite
        && least.isFinite && greatest.isFinite
    }

    mutating func join(_ later: Bucket) {
      updates = updates.lowerBound...later.updates.upperBound
      least = min(least, later.least)
      greatest = max(greatest, later.greatest)
      last = later.last
      count += later.count
      sum += later.sum
    }
  }

  /// Traps unless there is room for two buckets.
  public init(capacity: Int = 1024) {
    precondition(capacity > 1, "an envelope needs at least 2 buckets, got \(capacity)")
    self.capacity = capacity
  }

  /// - Throws: a `DecodingError` where it cannot have come about by `append`.
  public init(from decoder: Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    capacity = try container.decode(Int.self, forKey: .capacity)
    width = try container.decode(Int.self, forKey: .width)
    buckets = try container.decode([Bucket].self, forKey: .buckets)
    guard (2...1 << 16).contains(capacity), buckets.count <= capacity, width.isStride, buckets.allSatisfy(\.isSound),
      zip(buckets, buckets.dropFirst()).allSatisfy({ $0.updates.upperBound / width < $1.updates.lowerBound / width })
    else { throw DecodingError.dataCorrupted(of: decoder) }
  }

  /// Takes in the value at an update, not before the last one's; a value at the same update joins it.
  /// Values that are not finite are left out. Complexity: amortized O(1).
  public mutating func append(_ value: Float, at update: Int) {
    guard value.isFinite else { return }
    if let last = buckets.last {
      precondition(update >= last.updates.upperBound, "update \(update) came after \(last.updates.upperBound)")
    }
    while !isWithinLast(update), buckets.count >= capacity { halve() }
    if isWithinLast(update) {
      buckets[buckets.count - 1].add(value, at: update)
    } else {
      buckets.append(Bucket(value, at: update))
    }
  }

  /// Whether an update falls into the last bucket.
  private func isWithinLast(_ update: Int) -> Bool {
    buckets.last.map { update / width == $0.updates.lowerBound / width } ?? false
  }

  /// Forgets what came after an update. A bucket that reaches beyond it goes whole, since its extremes may lie there.
  public mutating func truncate(after update: Int) {
    let kept = buckets.lastIndex { $0.updates.upperBound <= update }.map { $0 + 1 } ?? 0
    buckets.removeSubrange(kept...)
  }

  /// The bucket nearest to an update. Complexity: O(log n).
  public func bucket(at update: Int) -> Bucket? {
    var (low, high) = (0, buckets.count)
    while low < high {
      let middle = (low + high) / 2
      if buckets[middle].updates.upperBound < update { low = middle + 1 } else { high = middle }
    }
    guard low < buckets.count else { return buckets.last }
    guard low > 0, buckets[low].updates.lowerBound > update else { return buckets[low] }
    let before = buckets[low - 1]
    return update - before.updates.upperBound <= buckets[low].updates.lowerBound - update ? before : buckets[low]
  }

  private mutating func halve() {
    width *= 2
    var joined: [Bucket] = []
    joined.reserveCapacity(capacity)
    for bucket in buckets {
      if let last = joined.last, last.updates.lowerBound / width == bucket.updates.lowerBound / width {
        joined[joined.count - 1].join(bucket)
      } else {
        joined.append(bucket)
      }
    }
    buckets = joined
  }

  /// The memory held.
  var bytes: Int { buckets.capacity * MemoryLayout<Bucket>.stride }
}

extension Int {
  /// Whether it is a power of two that a curve may come to count by.
  var isStride: Bool { self > 0 && self <= Checkpoint.mostCounted && nonzeroBitCount == 1 }
}

extension DecodingError {
  /// What was read cannot be.
  static func dataCorrupted(of decoder: Decoder) -> DecodingError {
    .dataCorrupted(Context(codingPath: decoder.codingPath, debugDescription: "numbers that cannot be"))
  }
}
