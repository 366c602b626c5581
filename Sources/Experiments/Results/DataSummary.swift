import Datasets

extension TrainingSummary {
  /// What a run learned from.
  public struct DataSummary: Hashable, Sendable {
    /// The label's column; nil for generated data.
    public var label: String?
    /// Whether a class or a number is predicted.
    public var task: DataRecipe.Task
    /// The names of what the network is given, in the order of its input units.
    public var inputs: [String]
    /// The number of rows in each part.
    public var rows: Rows
    /// The columns that were left out, each with its reason.
    public var leftOut: [LeftOut]
    /// The file that the test part is from; nil where it is some of the source's rows.
    public var testFile: String?

    /// The number of rows in each part.
    public struct Rows: Hashable, Sendable {
      /// The rows learned from.
      public var training: Int
      /// The rows watched while a network is made, the test part being sealed; 0 where it is not.
      public var validation: Int
      /// Sealed or not.
      public var test: Int
      /// Left out because the label or another cell is missing.
      public var dropped: Int
    }

    /// A column that is not used.
    public struct LeftOut: Hashable, Sendable {
      /// The column's name.
      public var column: String
      /// Why it is not used, in words.
      public var reason: String
    }

    /// A summary of a dataset and of what was made of it.
    public init(of dataset: Dataset, _ data: LearningData) {
      label = dataset.labelName
      task = dataset.classNames == nil ? .regression : .classification
      inputs = data.inputNames
      rows = Rows(
        training: data.training.count, validation: data.testIsValidation ? data.test.count : 0,
        test: data.testIsValidation ? data.sealed?.count ?? 0 : data.test.count,
        dropped: dataset.table.map { $0.rows - $0.rowsKept } ?? 0)
      leftOut = dataset.table?.leftOut.map { LeftOut(column: $0.name, reason: $0.reason) } ?? []
      testFile = dataset.testFile?.path
    }

    /// Members of a JSON object.
    var members: String {
      let counts = JSONText.object([
        ("training", "\(rows.training)"), ("validation", "\(rows.validation)"), ("test", "\(rows.test)"),
        ("dropped", "\(rows.dropped)"),
      ])
      let left = JSONText.object(leftOut.map { ($0.column, JSONText.string($0.reason)) })
      return "\"label\": \(label.map(JSONText.string) ?? "null"), \"task\": \"\(task.rawValue)\", "
        + "\"inputs\": \(JSONText.list(inputs.map(JSONText.string))), \"rows\": \(counts), \"left_out\": \(left)"
        + (testFile.map { ", \"test_file\": \(JSONText.string($0))" } ?? "")
    }
  }
}
