import Datasets

/// How well a network does on the part that was sealed, as it was when the seal was opened.
public struct TestReport: Hashable, Sendable {
  /// The number of samples.
  public let count: Int
  /// The updates that had been made.
  public let updates: Int
  /// How often the part has been looked at, this time included.
  public let openings: Int
  /// What was found.
  public let score: Score

  /// What is measured of classes, and of numbers.
  public enum Score: Hashable, Sendable {
    case classes(Classes)
    case numbers(Numbers)
  }

  /// Classes told right and wrong.
  public struct Classes: Hashable, Sendable {
    /// The classes by number.
    public let names: [String]
    /// `[true class][answer]`
    public let confusion: [[Int]]
    /// Precision and recall of each class.
    public let report: ClassReport
    /// Where the share of right answers lies with a confidence of 95 %.
    public let interval: WilsonInterval
    /// Whether answers given with so much confidence are right that often.
    public let calibration: Calibration
    /// The share that is right where the training part's most frequent class is always named.
    public let majority: Double
    /// The share that a network without hidden layers gets right, learned from the same rows.
    public let linear: Double?
  }

  /// Numbers and how far off they are, in the label's own units.
  public struct Numbers: Hashable, Sendable {
    /// What was predicted for each row.
    public let predicted: [Double]
    /// What each row has.
    public let actual: [Double]
    /// How far one is from the other.
    public let errors: RegressionErrors
    /// The same where the training part's mean is always named.
    public let mean: RegressionErrors
    /// The same of a network without hidden layers, learned from the same rows.
    public let linear: RegressionErrors?
  }
}
