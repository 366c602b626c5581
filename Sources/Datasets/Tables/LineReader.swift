/// One line of a table, cut into cells that are counted from 0.
struct TableLine {
  private let content: TextContent
  private let cutter: RowCutter

  fileprivate init(_ content: TextContent, _ cutter: RowCutter) {
    self.content = content
    self.cutter = cutter
  }

  /// The number of the line in the file, from 1.
  var line: Int { cutter.line }

  /// The number of cells.
  var count: Int { cutter.cells.count }

  /// Whether a cell is empty.
  func isEmpty(_ cell: Int) -> Bool { cutter.cells[cell].start == cutter.cells[cell].end }

  /// The number in a cell, which may be NaN or infinite, or nil where there is none.
  func number(_ cell: Int) -> Float? {
    let dialect = cutter.dialect
    let number = NumberText.any(cutter.text, cutter.cells[cell], usesDecimalComma: dialect.usesDecimalComma)
    if let number { return Float(number) }
    return text(cell).lowercased() == "nan" ? .nan : nil
  }

  /// The text of a cell without control characters.
  func text(_ cell: Int) -> String { cutter.string(cutter.cells[cell]) }

  /// An error in a cell or in the line.
  func error(_ problem: DataError.Problem, cell: Int? = nil) -> DataError { cutter.error(problem, cell: cell) }
}

/// Reads a table line by line as it stands, for files whose columns are known.
struct LineReader {
  private let content: TextContent
  private var cutter: RowCutter

  /// - Throws: `DataError` where the file cannot be read or is no text.
  init(path: String) throws(DataError) {
    let contents = try FileContents(path: path)
    do throws(DataError.Problem) {
      content = TextContent(try TextEncoding.decoded(contents.bytes).text)
    } catch {
      throw DataError(error, at: contents.place)
    }
    let shape = try Shape.detect(content.text, file: path, separator: nil, from: 0)
    var dialect = Dialect(separator: shape.separator == .blanks ? .comma : shape.separator)
    dialect.usesDecimalComma = dialect.separator == .semicolon
    cutter = RowCutter(content.text, file: path, dialect: dialect)
  }

  /// The next line with something in it, or nil at the end.
  mutating func next() throws(DataError) -> TableLine? { try cutter.next() ? TableLine(content, cutter) : nil }
}

/// A text that stays where it is as long as somebody reads it.
private final class TextContent {
  let text: UnsafeBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    text = UnsafeBufferPointer(copy)
  }

  deinit { text.deallocate() }
}
