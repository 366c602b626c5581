/// Whether answers given with so much confidence are right that often.
public struct Calibration: Hashable, Sendable {
  /// Answers of about the same confidence.
  public struct Bin: Hashable, Sendable {
    /// The number of answers in the bin, at least 1.
    public let count: Int
    /// Their mean confidence.
    public let confidence: Double
    /// The share that was right.
    public let accuracy: Double
  }

  /// Those bins that have answers, by confidence.
  public let bins: [Bin]
  /// Σ (count / n) · |accuracy − confidence| over the bins (expected calibration error).
  public let expectedError: Double
  /// The mean of (confidence − right)², right being 1 or 0.
  public let brier: Double

  /// Sorts the answers into equal parts of 0 ... 1. Traps unless there is one confidence an answer, and an answer.
  public init(confidences: [Double], isRight: [Bool], bins count: Int = 10) {
    precondition(!confidences.isEmpty && confidences.count == isRight.count && count > 0, "one confidence an answer")
    var totals = Array(repeating: (count: 0, confidence: 0.0, right: 0), count: count)
    var squares = 0.0
    for (confidence, right) in zip(confidences, isRight) {
      let bin = min(count - 1, max(0, Int(confidence * Double(count))))
      totals[bin] = (
        totals[bin].count + 1, totals[bin].confidence + confidence, totals[bin].right + (right ? 1 : 0)
      )
      squares += (confidence - (right ? 1 : 0)) * (confidence - (right ? 1 : 0))
    }
    let n = Double(confidences.count)
    bins = totals.filter { $0.count > 0 }.map {
      Bin(
        count: $0.count, confidence: $0.confidence / Double($0.count), accuracy: Double($0.right) / Double($0.count))
    }
    expectedError = bins.reduce(0) { $0 + Double($1.count) / n * abs($1.accuracy - $1.confidence) }
    brier = squares / n
  }
}
