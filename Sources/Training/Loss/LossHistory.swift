/// How the cost went, in bounded memory, and where the settings were changed.
public struct LossHistory: Hashable, Codable, Sendable {
  /// The cost of each update's own batch, as training met it.
  public private(set) var batches: Envelope
  /// The cost of the whole training part, where it was measured.
  public private(set) var training: Envelope
  /// The cost of the test part, where it was measured.
  public private(set) var test: Envelope
  /// The changes, in the order in which they were made.
  public private(set) var marks: [Mark] = []
  /// The updates after which an epoch ended: every `epochEvery`-th of them.
  public private(set) var epochs: [Int] = []
  /// Each how-manieth epoch's end is kept: a power of two.
  public private(set) var epochEvery = 1
  private var epochCount = 0

  /// A change of the settings, or of something else from outside.
  public struct Mark: Hashable, Codable, Sendable {
    /// The updates made before the change.
    public let update: Int
    /// The change in words: `η 0.03 → 0.1`.
    public let label: String
  }

  /// `capacity` is the most buckets of each curve.
  public init(capacity: Int = 1024) {
    batches = Envelope(capacity: capacity)
    training = Envelope(capacity: capacity)
    test = Envelope(capacity: capacity)
  }

  /// - Throws: a `DecodingError` where it cannot have come about by training.
  public init(from decoder: Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    batches = try container.decode(Envelope.self, forKey: .batches)
    training = try container.decode(Envelope.self, forKey: .training)
    test = try container.decode(Envelope.self, forKey: .test)
    marks = try container.decode([Mark].self, forKey: .marks)
    epochs = try container.decode([Int].self, forKey: .epochs)
    epochEvery = try container.decode(Int.self, forKey: .epochEvery)
    epochCount = try container.decode(Int.self, forKey: .epochCount)
    let counts = marks.map(\.update) + epochs + [epochCount]
    guard counts.allSatisfy((0...Checkpoint.mostCounted).contains), epochEvery.isStride,
      marks.count <= batches.capacity, epochs.count < batches.capacity,
      zip(epochs, epochs.dropFirst()).allSatisfy(<=)
    else { throw DecodingError.dataCorrupted(of: decoder) }
  }

  /// The cost of the batch that led to an update.
  public mutating func append(batch cost: Float, at update: Int) { batches.append(cost, at: update) }

  /// Measured costs; those of earlier updates than the last measured one are left out.
  public mutating func append(training: Double?, test: Double?, at update: Int) {
    if let training, update >= self.training.buckets.last?.updates.upperBound ?? 0 {
      self.training.append(Float(training), at: update)
    }
    if let test, update >= self.test.buckets.last?.updates.upperBound ?? 0 { self.test.append(Float(test), at: update) }
  }

  /// An epoch ended after an update.
  public mutating func endEpoch(at update: Int) {
    epochCount += 1
    guard epochCount.isMultiple(of: epochEvery) else { return }
    epochs.append(update)
    guard epochs.count >= batches.capacity else { return }
    epochs = epochs.indices.filter { !$0.isMultiple(of: 2) }.map { epochs[$0] }
    epochEvery *= 2
  }

  /// Notes a change. Of very many the oldest are forgotten.
  public mutating func mark(_ label: String, at update: Int) {
    if marks.count >= batches.capacity { marks.removeFirst(batches.capacity / 2) }
    marks.append(Mark(update: update, label: label))
  }

  /// What was before the end of an update: the beginning of another branch.
  public func upTo(update: Int, epoch: Int) -> LossHistory {
    var copy = self
    copy.batches.truncate(after: update)
    copy.training.truncate(after: update)
    copy.test.truncate(after: update)
    copy.marks.removeAll { $0.update > update }
    copy.epochs.removeAll { $0 > update }
    copy.epochCount = epoch
    return copy
  }

  /// The last update that anything is noted of, 0 where there is none.
  public var lastUpdate: Int {
    [batches, training, test].compactMap { $0.buckets.last?.updates.upperBound }.max() ?? 0
  }

  /// The memory held.
  var bytes: Int {
    batches.bytes + training.bytes + test.bytes + epochs.capacity * MemoryLayout<Int>.stride
      + marks.count * (MemoryLayout<Mark>.stride + 48)
  }
}
