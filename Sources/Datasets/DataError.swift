/// Why a data file, or a way to use it, is refused.
public struct DataError: Error, Hashable, Sendable {
  /// Where the mistake is.
  public struct Place: Hashable, Sendable {
    /// The file's path, or what stands for it in messages.
    public let file: String
    /// From 1, as an editor counts.
    public let line: Int?
    /// The cell's number in its line, from 1.
    public let column: Int?

    /// A file, and where known the line and the cell in it, both from 1.
    public init(file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// Where the mistake is; nil where it has no place in a file.
  public let place: Place?
  /// What is wrong.
  public let problem: Problem

  /// A problem, with its place where it has one.
  public init(_ problem: Problem, at place: Place? = nil) {
    self.problem = problem
    self.place = place
  }

  /// What is wrong, with the values that its wording needs.
  public enum Problem: Error, Hashable, Sendable {
    // Any file.
    case notFound
    case unreadable(reason: String)
    case empty
    case tooLarge(limit: String)
    case notUTF8
    case binary
    case foreign(ForeignFormat)
    // Tables.
    case noRows
    case noInputs
    case unknownLabel(String, available: [String])
    case ragged(expected: Int, found: Int)
    case missing(column: String)
    case notANumber(String)
    case notFinite(String)
    case unclosedQuote
    case textAfterQuote
    case tooManyCategories(column: String, limit: Int)
    case oneClass(String)
    case emptyLabel(String)
    case labelsAllDifferent(String)
    case tooManyInputs(inputs: Int, rows: Int)
    case tooManyOutputs(classes: Int, rows: Int)
    case badAttribute(String)
    case sparse
    case badJSON(reason: String)
    // Arrays.
    case badArray(reason: String)
    // IDX.
    case notIDX
    case cutShort(expected: Int, found: Int)
    case badGzip
    case noLabels(expected: [String])
    case labelCount(labels: Int, rows: Int)
    case notLabels
    // Patterns.
    case noPatterns
    case notAMark(String)
    case raggedPattern(expected: Int, found: Int)
    case patternSize(expected: String, found: String)
    // Sequences.
    case noSuchColumn(String, available: [String])
    case timeGap(expected: Int, found: String)
    case sequenceTwice(String)
    // Use.
    case noSuchInput(String, available: [String])
    case numbersForClasses
    case classesForNumbers
    case emptyPart(rows: Int)
  }
}
