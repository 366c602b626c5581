/// A test part that is not looked at while a network is made: it is opened by a deliberate act, which is counted.
public struct SealedTest: Hashable, Sendable {
  private let samples: Samples
  /// The rows of the data set that it holds, in its order.
  public let rows: [Int]
  /// How often it was opened.
  public private(set) var openings = 0

  /// Samples and the numbers of their rows; `openings` is above 0 where the part was opened before.
  public init(samples: Samples, rows: [Int], openings: Int = 0) {
    self.samples = samples
    self.rows = rows
    self.openings = openings
  }

  /// The number of samples, which is no secret.
  public var count: Int { samples.count }

  /// Opens it, and counts that.
  public mutating func open() -> Samples {
    openings += 1
    return samples
  }
}
