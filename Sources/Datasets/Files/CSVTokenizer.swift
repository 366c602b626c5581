/// One line of a CSV file, cut into cells.
struct CSVRow {
  let file: String
  /// The number of the line in the file (of its first line, where a quoted cell holds more), from 1.
  var line: Int
  /// Whether `2,5` is a number: where semicolons part the cells.
  fileprivate var usesDecimalComma = false
  /// The bytes of the cells, one after another.
  fileprivate var content: [UInt8] = []
  /// Where each cell ends in `content`.
  fileprivate var ends: [Int] = []

  /// The number of cells.
  var count: Int { ends.count }

  /// The bytes of a cell, counted from 0.
  subscript(cell: Int) -> ArraySlice<UInt8> { content[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]] }

  /// The number in a cell, which may be NaN or infinite, or nil where there is none.
  func number(_ cell: Int) -> Float? {
    guard usesDecimalComma else { return Float(decimal: self[cell]) }
    return Float(decimal: self[cell].map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }[...])
  }

  /// The text of a cell without the spaces around it and without control characters.
  func text(_ cell: Int) throws(DataError) -> String {
    guard let text = String(validating: self[cell], as: UTF8.self) else { throw error(.notUTF8, cell: cell) }
    return text.printable.trimmed
  }

  /// An error in a cell, counted from 0, or in the line.
  func error(_ problem: DataError.Problem, cell: Int? = nil) -> DataError {
    DataError(problem, at: DataError.Place(file: file, line: line, column: cell.map { $0 + 1 }))
  }
}

/// Cuts a CSV file (RFC 4180) into lines of cells, holding one line at a time.
///
/// Cells are parted by commas, or by semicolons (a comma is then a decimal one) or tabs where the first line has more of
/// those. Lines end with LF,
/// CRLF or CR; empty lines are left out. A byte-order mark at the beginning is left out.
struct CSVTokenizer {
  private let bytes: ByteStream
  private let file: String
  private var separator = UInt8(ascii: ",")
  private var row: CSVRow
  private var nextLine = 1
  private var pushedBack: [UInt8] = []

  /// The bytes that a line may have.
  static let lineLimit = 16 << 20
  /// The cells that a line may have.
  static let cellLimit = 1 << 16

  init(path: String) throws(DataError) {
    bytes = try ByteStream(path: path)
    file = path
    row = CSVRow(file: path, line: 1)
    try skipMark()
    try detectSeparator()
  }

  /// The next line with something in it, or nil at the end.
  mutating func next() throws(DataError) -> CSVRow? {
    repeat {
      row = CSVRow(file: file, line: nextLine, usesDecimalComma: separator == UInt8(ascii: ";"))
      guard try readLine() else { return nil }
    } while row.count == 1 && row[0].isEmpty
    return row
  }
}

// MARK: Bytes

private let quote = UInt8(ascii: "\"")
private let lineFeed = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
private let space = UInt8(ascii: " ")

extension CSVTokenizer {
  private mutating func nextByte() throws(DataError) -> UInt8? {
    if let byte = pushedBack.popLast() { return byte }
    return try bytes.next()
  }

  private mutating func skipMark() throws(DataError) {
    for expected in [0xEF, 0xBB, 0xBF] as [UInt8] {
      guard let byte = try bytes.next() else { return }
      if byte != expected {
        if expected == 0xEF, byte >= 0xFE {
          throw DataError(.notUTF8, at: DataError.Place(file: file, line: 1, column: 1))
        }
        pushedBack.append(byte)
        return
      }
    }
  }

  /// Looks ahead to the end of the first line, for the separator it has most of.
  private mutating func detectSeparator() throws(DataError) {
    var ahead: [UInt8] = []
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    while ahead.count < 1 << 16, let byte = try nextByte() {
      ahead.append(byte)
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == lineFeed || byte == carriageReturn { break }
      counts[byte, default: 0] += 1
    }
    pushedBack = ahead.reversed()
    for candidate in ";\t".utf8 where counts[candidate, default: 0] > counts[separator, default: 0] {
      separator = candidate
    }
  }
}

// MARK: Lines

extension CSVTokenizer {
  /// Reads one line; false where the file has ended.
  private mutating func readLine() throws(DataError) -> Bool {
    guard let first = try nextByte() else { return false }
    pushedBack.append(first)
    while try readCell() {
      if row.count == Self.cellLimit { throw row.error(.tooLarge(limit: "\(Self.cellLimit) cells in a line")) }
    }
    nextLine += 1
    return true
  }

  /// Reads one cell; false where it was the last of its line.
  private mutating func readCell() throws(DataError) -> Bool {
    var isBlank = true
    defer { row.ends.append(row.content.count) }
    while let byte = try nextByte() {
      switch byte {
      case separator:
        return true
      case lineFeed, carriageReturn:
        try endLine(byte)
        return false
      case quote where isBlank:
        return try readQuoted()
      default:
        isBlank = isBlank && byte == space
        row.content.append(byte)
        if row.content.count > Self.lineLimit {
          throw row.error(.tooLarge(limit: "\(Self.lineLimit >> 20) MiB in a line"), cell: row.count)
        }
      }
    }
    return false
  }

  /// Reads a cell from behind its opening quote; false where it was the last of its line.
  private mutating func readQuoted() throws(DataError) -> Bool {
    while let byte = try nextByte(), row.content.count <= Self.lineLimit {
      if byte == quote {
        guard let following = try nextByte() else { return false }
        if following != quote {
          pushedBack.append(following)
          return try endQuoted()
        }
      } else if byte == lineFeed {
        nextLine += 1
      }
      row.content.append(byte)
    }
    throw row.error(.unclosedQuote, cell: row.count)
  }

  /// Expects a separator or a line's end behind a closing quote; false at a line's end.
  private mutating func endQuoted() throws(DataError) -> Bool {
    while let byte = try nextByte() {
      switch byte {
      case separator: return true
      case lineFeed, carriageReturn:
        try endLine(byte)
        return false
      case space: continue
      default: throw row.error(.textAfterQuote, cell: row.count)
      }
    }
    return false
  }

  /// Takes the LF of a CRLF.
  private mutating func endLine(_ byte: UInt8) throws(DataError) {
    if byte == carriageReturn, let following = try nextByte(), following != lineFeed { pushedBack.append(following) }
  }
}

extension String {
  /// Without the spaces around it.
  var trimmed: String {
    guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[start...end])
  }
}
