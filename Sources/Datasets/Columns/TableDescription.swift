/// A table as it is understood: every column with its role and the reason for it, the label, the rows.
public struct TableDescription: Hashable, Sendable {
  /// The path of the file, for messages.
  public var file: String
  /// `CSV`, `ARFF`, `JSON`, …, with what parts the cells.
  public var form: String
  /// What should be known of how the file was read.
  public var notes: [TableNote] = []
  /// The rows of the file.
  public var rows = 0
  /// Rows left out: no label; a missing cell where that was asked for.
  public var rowsWithoutLabel = 0
  /// Rows left out because a cell is missing; those without a label are not counted again.
  public var rowsWithMissing = 0
  /// The column that is to be predicted, and how it is taken.
  public var label: Label
  /// Every column of the file, in its order.
  public var columns: [Column]
  /// The inputs of the network.
  public var inputs: [String]
  /// What is reached without learning.
  public var baseline: Baseline

  /// The rows that are learned from and tested with.
  public var rowsKept: Int { rows - rowsWithoutLabel - rowsWithMissing }

  /// What is to be predicted.
  public struct Label: Hashable, Sendable {
    /// The label's column.
    public var name: String
    /// Why this column.
    public var reason: String
    /// Whether the label is taken for a class or for a number.
    public var task: DataRecipe.Task
    /// Why a class or a number.
    public var taskReason: String
    /// The classes with the number of their rows; empty for numbers.
    public var classes: [ClassCount] = []
  }

  /// A class and its rows.
  public struct ClassCount: Hashable, Sendable {
    /// The class as the file writes it.
    public var name: String
    /// The number of rows of the class.
    public var count: Int
  }

  /// One column of the file.
  public struct Column: Hashable, Sendable {
    /// The column's name in the header, or one made from its place.
    public var name: String
    /// What the column is used for.
    public var role: ColumnRole
    /// Why it has this role, and what becomes of missing cells.
    public var reason: String
    /// `number`, `whole number`, `date` or `text`.
    public var type: String
    /// The number of missing cells.
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
    /// The cells of the first rows as they were read, empty where they are missing.
    public var first: [String] = []
    /// Of a column of yes and no the word for no, then that for yes; empty for others.
    public var flagWords: [String] = []
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
