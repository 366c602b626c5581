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
    /// There is no file at the path.
    case notFound
    /// The system refuses to read the file; the reason is the system's.
    case unreadable(reason: String)
    /// The file has no bytes.
    case empty
    /// More than the limit, which is written with its unit.
    case tooLarge(limit: String)
    /// The bytes are not valid UTF-8.
    case notUTF8
    /// There are zero bytes where text was expected.
    case binary
    /// A format that is known but not read.
    case foreign(ForeignFormat)
    // Tables.
    /// A header alone.
    case noRows
    /// No column is left beside the label; `leftOut` are those that were left out, each with its reason.
    case noInputs(leftOut: [String])
    /// No column has the label's name; `available` are those there are.
    case unknownLabel(String, available: [String])
    /// A row with too many or too few cells; tables may have up to a tenth of their rows too short.
    case ragged(expected: Int, found: Int)
    /// An empty cell where a value is needed.
    case missing(column: String)
    /// The text of a cell that should be a number.
    case notANumber(String)
    /// The cell or number that is NaN, infinite, or too large for single precision.
    case notFinite(String)
    /// A quoted cell goes on to the end of the file.
    case unclosedQuote
    /// Something other than a separator follows a closing quote.
    case textAfterQuote
    /// A column whose values are to be told apart has more different ones than the limit.
    case tooManyCategories(column: String, limit: Int)
    /// The one label that every row has.
    case oneClass(String)
    /// The label's column, whose every cell is missing.
    case emptyLabel(String)
    /// The label's column, a text that is different in every row.
    case labelsAllDifferent(String)
    /// Inputs × rows beyond what is held in memory, 50 million numbers.
    case tooManyInputs(inputs: Int, rows: Int)
    /// Classes × rows beyond what is held in memory, 50 million numbers.
    case tooManyOutputs(classes: Int, rows: Int)
    /// A line of an ARFF header that is no attribute.
    case badAttribute(String)
    /// ARFF rows in braces.
    case sparse
    /// Not a JSON list of records.
    case badJSON(reason: String)
    // Arrays.
    /// Not a NumPy array of a kind that is read.
    case badArray(reason: String)
    // IDX.
    /// The header is not that of an IDX file.
    case notIDX
    /// Fewer bytes than the header's sizes call for.
    case cutShort(expected: Int, found: Int)
    /// The compressed data do not unpack, or not to their checksum.
    case badGzip
    /// No file of labels stands beside the file; these names were tried.
    case noLabels(expected: [String])
    /// The file of labels has not one for each row.
    case labelCount(labels: Int, rows: Int)
    /// The file of labels holds something else than one whole number a row, from 0.
    case notLabels
    // Test files.
    /// A test file beside samples that are made, not read.
    case testWithoutFile
    /// The test file is the file that is learned from.
    case testIsSource
    /// The test file is a table where an array is learned from, or the other way round.
    case testForm(isTable: Bool)
    /// Columns that the test file should have; `available` are those there are.
    case testLacks([String], available: [String])
    /// Rows of the test file have another shape than those that are learned from.
    case testInputs(expected: String, found: String)
    /// A class of the test file that is in no row that is learned from.
    case unknownClass(String)
    // Patterns.
    /// The text has no drawing in it.
    case noPatterns
    /// A sign in a drawing that is neither `#` nor `.`.
    case notAMark(String)
    /// A row of a pattern is not as long as those above; for a CSV file, the pixels are not whole rows.
    case raggedPattern(expected: Int, found: Int)
    /// A pattern is wider, narrower, higher or lower than those before it.
    case patternSize(expected: String, found: String)
    // Sequences.
    /// No column has the name that was asked for; `available` are those there are.
    case noSuchColumn(String, available: [String])
    /// A step's time is not the last one's plus 1; `found` is the cell's text.
    case timeGap(expected: Int, found: String)
    /// A sequence goes on after another one has begun.
    case sequenceTwice(String)
    // Use.
    /// No input has the name that was asked for; `available` are those there are.
    case noSuchInput(String, available: [String])
    /// The label is a number, but the network's output wants classes.
    case numbersForClasses
    /// The label is a class, but the network's output wants numbers.
    case classesForNumbers
    /// So few rows that a part of the split would have none.
    case emptyPart(rows: Int)
    /// Fewer groups than folds, so that some fold would have none.
    case fewGroups(groups: Int, folds: Int)
  }
}
