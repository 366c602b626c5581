/// How well each class is told from the others.
public struct ClassReport: Hashable, Sendable {
  /// The measures of one class.
  public struct Row: Hashable, Sendable {
    /// Of those called so, the share that is: TP / (TP + FP); 0 where none was called so.
    public let precision: Double
    /// Of those that are, the share called so: TP / (TP + FN); 0 where there is none.
    public let recall: Double
    /// The harmonic mean of both; 0 where both are 0.
    public let f1: Double
    /// The samples of the class.
    public let support: Int
  }

  /// One row a class, in the confusion matrix's order.
  public let rows: [Row]
  /// The share of right answers.
  public let accuracy: Double

  /// - Parameter confusion: `[true class][answer]`, square. Traps unless it is, and there is a sample.
  public init(confusion: [[Int]]) {
    precondition(confusion.allSatisfy { $0.count == confusion.count }, "a confusion matrix is square")
    let total = confusion.reduce(0) { $0 + $1.reduce(0, +) }
    precondition(total > 0, "there are no samples to report on")
    func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
    rows = confusion.indices.map { index in
      let right = confusion[index][index]
      let support = confusion[index].reduce(0, +)
      let called = confusion.reduce(0) { $0 + $1[index] }
      return Row(
        precision: share(right, of: called), recall: share(right, of: support),
        f1: share(2 * right, of: called + support), support: support)
    }
    accuracy = share(confusion.indices.reduce(0) { $0 + confusion[$1][$1] }, of: total)
  }

  /// The plain mean of a measure over the classes.
  public func macro(_ measure: KeyPath<Row, Double>) -> Double {
    rows.reduce(0) { $0 + $1[keyPath: measure] } / Double(rows.count)
  }

  /// The mean of the recalls, which no class dominates.
  public var balancedAccuracy: Double {
    let present = rows.filter { $0.support > 0 }
    return present.reduce(0) { $0 + $1.recall } / Double(present.count)
  }
}
