/// A table as it is understood: every column with its role and the reason for it, the label, the rows.
public struct TableDescription: Hashable, Sendable {
  public var file: String
  /// `CSV`, `ARFF`, `JSON`, …, with what parts the cells.
  public var form: String
  /// What should be known of how the file was read.
  public var notes: [TableNote] = []
  /// The rows of the file.
  public var rows = 0
  /// Rows left out: no label; a missing cell where that was asked for.
  public var rowsWithoutLabel = 0
  public var rowsWithMissing = 0
  public var label: Label
  public var columns: [Column]
  /// The inputs of the network.
  public var inputs: [String]
  /// What is reached without learning.
  public var baseline: Baseline

  /// The rows that are learned from and tested with.
  public var rowsKept: Int { rows - rowsWithoutLabel - rowsWithMissing }

  /// What is to be predicted.
  public struct Label: Hashable, Sendable {
    public var name: String
    /// Why this column.
    public var reason: String
    public var task: DataRecipe.Task
    /// Why a class or a number.
    public var taskReason: String
    /// The classes with the number of their rows; empty for numbers.
    public var classes: [ClassCount] = []
  }

  public struct ClassCount: Hashable, Sendable {
    public var name: String
    public var count: Int
  }

  /// One column of the file.
  public struct Column: Hashable, Sendable {
    public var name: String
    public var role: ColumnRole
    /// Why it has this role, and what becomes of missing cells.
    public var reason: String
    /// `number`, `whole number`, `date` or `text`.
    public var type: String
    public var missing: Int
    /// The number of different values, nil where there are more than are counted.
    public var distinct: Int?
    /// Lowest and highest number, in the column's own units.
    public var range: ClosedRange<Double>?
    /// How the values are spread: numbers over equal parts of the range, texts by frequency.
    public var histogram: [Int]
    /// How much the label goes with it, −1 ... 1 for two numbers (Pearson's r), else 0 ... 1 (correlation ratio η,
    /// Cramér's V); nil where there is nothing to compare.
    public var association: Double?
    /// The inputs that it becomes; 0 where it is left out.
    public var inputs: Int
  }

  /// What is reached without learning.
  public enum Baseline: Hashable, Sendable {
    /// The share of the most frequent class.
    case majority(String, share: Double)
    /// The mean, and how far from it the label is (root mean square), in its own units.
    case mean(Double, deviation: Double)
  }

  /// The columns that are left out, with the reason.
  public var leftOut: [Column] { columns.filter { $0.role != .label && $0.inputs == 0 } }

  /// Columns that alone tell the label almost surely, which may be no accident.
  public var suspectedLeaks: [Column] {
    columns.filter { $0.inputs > 0 && abs($0.association ?? 0) > 0.995 && rowsKept > 20 }
  }
}
