/// Cuts a text in UTF-8 into rows of cells (RFC 4180, and its kin with other separators), one row at a time.
///
/// Rows end with LF, CRLF or CR; empty ones are passed over. Nothing is copied: a cell is a place in the text.
struct RowCutter {
  let text: UnsafeBufferPointer<UInt8>
  let file: String
  let dialect: Dialect
  /// The cells of the present row.
  private(set) var cells: [CellSpan] = []
  /// The line of the file in which the present row begins, from 1.
  private(set) var line = 1
  private(set) var position = 0
  private var nextLine = 1

  /// The bytes that a row may have.
  static let rowLimit = 16 << 20
  /// The cells that a row may have.
  static let cellLimit = 1 << 16

  init(_ text: UnsafeBufferPointer<UInt8>, file: String, dialect: Dialect) {
    self.text = text
    self.file = file
    self.dialect = dialect
  }

  /// Begins anew at a place in the text, which is in the given line.
  mutating func move(to position: Int, line: Int) {
    self.position = position
    nextLine = line
  }

  /// Goes to the next row with something in it; false at the end.
  mutating func next() throws(DataError) -> Bool {
    while position < text.count {
      cells.removeAll(keepingCapacity: true)
      line = nextLine
      if let separator = dialect.separator.byte { try cut(at: separator) } else { try cutAtBlanks() }
      if cells.contains(where: { $0.end > $0.start || $0.isQuoted }) { return true }
    }
    return false
  }

  /// An error in a cell of the present row, counted from 0, or in the row.
  func error(_ problem: DataError.Problem, cell: Int? = nil) -> DataError {
    DataError(problem, at: DataError.Place(file: file, line: line, column: cell.map { $0 + 1 }))
  }
}

// MARK: Separators

extension RowCutter {
  private mutating func cut(at separator: UInt8) throws(DataError) {
    let limit = min(text.count, position + Self.rowLimit)
    var at = position
    while true {
      if at < limit, mayOpen(text[at]), let end = try quoted(from: at, separator) {
        at = end
      } else {
        let start = at
        while at < limit, text[at] != separator, text[at] != Byte.lineFeed, text[at] != Byte.carriageReturn { at += 1 }
        if at == limit, limit < text.count {
          throw error(.tooLarge(limit: "\(Self.rowLimit >> 20) MiB in a line"), cell: cells.count)
        }
        try append(start, at)
      }
      guard at < text.count else { return position = at }
      guard text[at] == separator else { return endLine(at) }
      at += 1
    }
  }

  private func mayOpen(_ byte: UInt8) -> Bool {
    byte == Byte.quote || byte == Byte.space
      || dialect.hasSingleQuotes && (byte == Byte.singleQuote || byte == Byte.tab)
  }

  private mutating func cutAtBlanks() throws(DataError) {
    let limit = min(text.count, position + Self.rowLimit)
    var at = position
    while at < limit {
      let byte = text[at]
      if byte == Byte.lineFeed || byte == Byte.carriageReturn { return endLine(at) }
      if byte == Byte.space || byte == Byte.tab {
        at += 1
      } else if byte == Byte.quote, let end = try quoted(from: at, Byte.space) {
        at = end
      } else {
        let start = at
        while at < limit, !Self.endsWord(text[at]) { at += 1 }
        try append(start, at)
      }
    }
    if limit < text.count { throw error(.tooLarge(limit: "\(Self.rowLimit >> 20) MiB in a line"), cell: cells.count) }
    position = at
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn
  }

  /// Behind LF, CR or CRLF.
  private mutating func endLine(_ at: Int) {
    let isPair = text[at] == Byte.carriageReturn && at + 1 < text.count && text[at + 1] == Byte.lineFeed
    position = at + (isPair ? 2 : 1)
    nextLine += 1
  }
}

// MARK: Cells

extension RowCutter {
  private mutating func append(_ start: Int, _ end: Int) throws(DataError) {
    var (start, end) = (start, end)
    while start < end, let width = blank(at: start, before: end) { start += width }
    while start < end, let width = blank(endingAt: end, from: start) { end -= width }
    try append(CellSpan(start: start, end: end))
  }

  private mutating func append(_ cell: CellSpan) throws(DataError) {
    guard cells.count < Self.cellLimit else { throw error(.tooLarge(limit: "\(Self.cellLimit) cells in a line")) }
    cells.append(cell)
  }

  /// The bytes of the blank at a place: a space, a tab, or a no-break space.
  private func blank(at place: Int, before end: Int) -> Int? {
    switch text[place] {
    case Byte.space, Byte.tab: 1
    case 0xC2 where place + 1 < end && text[place + 1] == 0xA0: 2
    default: nil
    }
  }

  private func blank(endingAt end: Int, from start: Int) -> Int? {
    switch text[end - 1] {
    case Byte.space, Byte.tab: 1
    case 0xA0 where end - 2 >= start && text[end - 2] == 0xC2: 2
    default: nil
    }
  }

  /// Takes a quoted cell that begins, perhaps behind blanks, at a place; nil where there is none.
  ///
  /// - Returns: the place of the separator or the line's end behind it.
  private mutating func quoted(from place: Int, _ separator: UInt8) throws(DataError) -> Int? {
    var at = place
    while at < text.count, text[at] == Byte.space || text[at] == Byte.tab && separator != Byte.tab { at += 1 }
    guard at < text.count, text[at] == Byte.quote || dialect.hasSingleQuotes && text[at] == Byte.singleQuote else {
      return nil
    }
    let quote = text[at]
    let start = at + 1
    let end = try closing(quote, from: start)
    at = end + 1
    while at < text.count, text[at] == Byte.space || text[at] == Byte.tab && separator != Byte.tab { at += 1 }
    let isBehindBlank = separator == Byte.space && (at > end + 1 || at == text.count)
    guard
      at == text.count || text[at] == separator || text[at] == Byte.lineFeed || text[at] == Byte.carriageReturn
        || isBehindBlank
    else { throw error(.textAfterQuote, cell: cells.count) }
    try append(CellSpan(start: start, end: end, isQuoted: true))
    return at
  }

  /// The place of the quote that closes a cell; a doubled one is a part of it, and with `'` so is one behind `\`.
  private mutating func closing(_ quote: UInt8, from start: Int) throws(DataError) -> Int {
    let limit = min(text.count, start + Self.rowLimit)
    let before = nextLine
    var at = start
    while at < limit {
      if text[at] == quote {
        guard at + 1 < limit, text[at + 1] == quote else { return at }
        at += 1
      } else if text[at] == Byte.lineFeed {
        nextLine += 1
      } else if dialect.hasSingleQuotes, text[at] == Byte.backslash {
        at += 1
      }
      at += 1
    }
    nextLine = before
    throw error(.unclosedQuote, cell: cells.count)
  }
}

// MARK: Texts

extension RowCutter {
  /// The text of a cell, without control characters; a doubled quote is one.
  func string(_ cell: CellSpan) -> String {
    let bytes = UnsafeBufferPointer(rebasing: text[cell.start..<cell.end])
    let string = String(decoding: bytes, as: UTF8.self)
    guard cell.isQuoted else { return string.printable }
    let whole = string.replacing("\"\"", with: "\"")
    return (dialect.hasSingleQuotes ? whole.replacing("\\'", with: "'") : whole).printable.trimmed
  }
}

extension String {
  /// Without the spaces around it.
  var trimmed: String {
    guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[start...end])
  }
}
