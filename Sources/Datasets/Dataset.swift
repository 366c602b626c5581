import LinearAlgebra

/// Rows of data as they came from a file or a generator: not yet split, engineered, scaled or coded.
///
/// A row keeps its number when others are added or removed by hand.
public struct Dataset: Hashable, Sendable {
  /// What is to be predicted.
  public enum Labels: Hashable, Sendable {
    /// The class of each row, as an index into the names.
    case classes([Int], names: [String])
    /// A number for each row.
    case values([Float])
  }

  /// Rows and columns of pixels.
  public struct ImageSize: Hashable, Sendable {
    /// The picture's height in pixels.
    public let rows: Int
    /// The picture's width in pixels.
    public let columns: Int

    /// A size in pixels: rows from top to bottom, columns from left to right.
    public init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// `[count, inputs]`
  public internal(set) var inputs: Matrix
  /// The names of the raw inputs, one a column of `inputs`.
  public let inputNames: [String]
  /// What is to be predicted for each row.
  public internal(set) var labels: Labels
  /// The range of each input that a map shows.
  public let domain: [ClosedRange<Float>]
  /// Where a row of inputs is a picture.
  public let imageSize: ImageSize?

  /// What is to be predicted, by the name of its column.
  public internal(set) var labelName: String?
  /// What was taken off a label that is a number, so that large ones (moments) keep their differences: the number is
  /// the value plus this.
  public internal(set) var labelOffset = 0.0
  /// The same for each input; empty where there is none.
  public internal(set) var inputOffsets: [Double] = []
  /// How the file was understood, where the rows are from a table.
  public internal(set) var table: TableDescription?
  /// The inputs that were missing, filled with the median of all rows until the training part is known.
  var gaps: [InputGap] = []
  /// The rows that are the test part, where they came from a file of their own.
  public internal(set) var testFile: TestFile?
  /// By which rows are put into parts: a number for each row, the same for all of a group.
  var splitKeys: [Double]?

  /// How many of the last rows were added by hand.
  var addedCount = 0
  /// The numbers of the rows that were removed by hand.
  var removed: Set<Int> = []

  /// - Parameter domain: measured from the rows where nil, with a margin of a tenth on either side.
  ///
  /// Traps unless there is one label a row and one name and domain an input.
  public init(
    inputs: Matrix, inputNames: [String], labels: Labels, domain: [ClosedRange<Float>]? = nil,
    imageSize: ImageSize? = nil
  ) {
    precondition(labels.count == inputs.rows, "\(inputs.rows) rows, \(labels.count) labels")
    precondition(inputNames.count == inputs.columns, "\(inputs.columns) inputs, \(inputNames.count) names")
    self.inputs = inputs
    self.inputNames = inputNames
    self.labels = labels
    self.domain = domain ?? Self.measuredDomain(of: inputs)
    self.imageSize = imageSize ?? Self.imageSize(fromNames: inputNames)
    precondition(self.domain.count == inputs.columns, "\(inputs.columns) inputs, \(self.domain.count) domains")
  }

  /// The number of rows, those of a test file and those removed by hand not counted.
  public var count: Int { inputs.rows - removed.count - (testFile?.rows.count ?? 0) }

  /// The names of the classes, where a class is to be predicted.
  public var classNames: [String]? {
    if case .classes(_, let names) = labels { names } else { nil }
  }

  private static func measuredDomain(of inputs: Matrix) -> [ClosedRange<Float>] {
    var lows = Array(repeating: Float.infinity, count: inputs.columns)
    var highs = Array(repeating: -Float.infinity, count: inputs.columns)
    inputs.elements.withUnsafeBufferPointer { elements in
      for row in 0..<inputs.rows {
        for column in 0..<inputs.columns {
          lows[column] = min(lows[column], elements[row * inputs.columns + column])
          highs[column] = max(highs[column], elements[row * inputs.columns + column])
        }
      }
    }
    return zip(lows, highs).map { low, high in
      guard low <= high else { return -1...1 }
      let margin = high > low ? (high / 10 - low / 10) : 1
      return max(low - margin, -Float.greatestFiniteMagnitude)...min(high + margin, Float.greatestFiniteMagnitude)
    }
  }

  /// Names `pixel_ROW_COLUMN`, row by row from `pixel_0_0`, are those of a picture.
  static func imageSize(fromNames names: [String]) -> ImageSize? {
    guard let parts = names.last?.split(separator: "_"), parts.count == 3, parts[0] == "pixel",
      let lastRow = Int(parts[1]), let lastColumn = Int(parts[2]), lastRow >= 0, lastColumn >= 0,
      lastRow < names.count, lastColumn < names.count
    else { return nil }
    let expected = (0...lastRow).flatMap { row in (0...lastColumn).map { "pixel_\(row)_\($0)" } }
    return names == expected ? ImageSize(rows: lastRow + 1, columns: lastColumn + 1) : nil
  }
}

extension Dataset.Labels {
  var count: Int {
    switch self {
    case .classes(let classes, _): classes.count
    case .values(let values): values.count
    }
  }
}
