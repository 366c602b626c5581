/// A table as it stands in a file: columns of numbers, moments and texts, nothing decided yet.
struct RawTable {
  let file: String
  var layout: TableLayout
  var columns: [RawColumn] = []
  private(set) var count = 0
  private(set) var notes: [TableNote] = []

  /// The numbers that are held in memory.
  static let numberLimit = 50_000_000

  /// Reads the rows of a text in UTF-8.
  ///
  /// A column of numbers with more than a few other cells is read again as texts.
  /// - Parameters:
  ///   - chosen: the columns that are read; all where nil.
  ///   - asTexts: columns that are read as texts, whatever they look like.
  ///   - asNumbers: columns whose every cell must be a number or missing.
  init(
    _ text: UnsafeBufferPointer<UInt8>, layout: TableLayout, file: String, chosen: Set<String>? = nil,
    asTexts: Set<String> = [], asNumbers: Set<String> = []
  ) throws(DataError) {
    self.file = file
    self.layout = layout
    for index in layout.names.indices {
      let name = layout.names[index]
      if let chosen, !chosen.contains(name) {
        self.layout.forms[index] = .skipped
      } else if asTexts.contains(name) {
        self.layout.forms[index] = .text
      } else if asNumbers.contains(name), layout.forms[index] == .text {
        self.layout.forms[index] = .number
      }
    }
    try read(text, into: blank)
    let strange = columns.indices.filter { isText(columns[$0], mustBeNumber: asNumbers) }
    if !strange.isEmpty {
      for index in strange { self.layout.forms[index] = .text }
      try read(text, into: blank)
    }
    for column in columns where asNumbers.contains(column.name) {
      guard let strange = column.firstStrange else { continue }
      throw DataError(.notANumber(strange.text), at: DataError.Place(file: file, line: strange.line))
    }
    noteStrangeCells()
  }

  /// Reads the rows into columns of which it is known what they hold.
  ///
  /// - Throws: `DataError` at the first cell that is no number, where many in a column of numbers are none.
  init(
    _ text: UnsafeBufferPointer<UInt8>, layout: TableLayout, file: String, columns: [RawColumn]
  ) throws(DataError) {
    (self.file, self.layout) = (file, layout)
    try read(text, into: columns)
    for column in self.columns where isText(column, mustBeNumber: []) {
      guard let strange = column.firstStrange else { continue }
      throw DataError(.notANumber(strange.text), at: DataError.Place(file: file, line: strange.line))
    }
    noteStrangeCells()
  }

  /// The columns that the layout asks for, without rows.
  private var blank: [RawColumn] {
    zip(layout.names, layout.forms).enumerated().map { index, kind in
      var column = RawColumn(name: kind.0, form: kind.1)
      column.base = layout.bases[index]
      column.notation = layout.notations.element(at: index) ?? .plain
      return column
    }
  }

  private func isText(_ column: RawColumn, mustBeNumber: Set<String>) -> Bool {
    guard column.strangeCount > 0, !mustBeNumber.contains(column.name) else { return false }
    let numbers = column.values.count { !$0.isNaN }
    return column.strangeCount * 20 > numbers
  }

  private mutating func noteStrangeCells() {
    for column in columns {
      guard let strange = column.firstStrange else { continue }
      notes.append(
        .strangeCells(column: column.name, count: column.strangeCount, example: strange.text, line: strange.line))
    }
  }
}

// MARK: Rows

extension RawTable {
  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, into blank: [RawColumn]
  ) throws(DataError) {
    columns = blank
    (count, notes) = (0, [])
    reserve(for: text)
    var rows = RowCutter(text, file: file, dialect: layout.dialect)
    rows.move(to: layout.start, line: layout.line)
    var lengths = RowLengths(width: columns.count)
    while try rows.next() {
      if rows.cells.count != columns.count, try !lengths.accept(rows) { continue }
      lengths.noteFull(rows)
      try append(rows)
    }
    let footer = lengths.footer
    for index in columns.indices { columns[index].removeLast(footer) }
    count -= footer
    notes += try lengths.notes(rows: count, file: file)
    guard count > 0 else { throw DataError(.noRows, at: DataError.Place(file: file)) }
  }

  private mutating func append(_ rows: RowCutter) throws(DataError) {
    count += 1
    guard count * columns.count <= Self.numberLimit else { throw rows.error(.tooLarge(limit: "50 million cells")) }
    let filled = min(columns.count, rows.cells.count)
    for index in 0..<filled {
      do throws(DataError.Problem) {
        try columns[index].append(rows.cells[index], of: rows)
      } catch {
        throw rows.error(error, cell: index)
      }
    }
    for index in filled..<columns.count { columns[index].appendMissing() }
  }

  /// Room for as many rows as the first ones let expect.
  private mutating func reserve(for text: UnsafeBufferPointer<UInt8>) {
    let look = text[layout.start..<min(text.count, layout.start + 1 << 16)]
    let lines = look.count { $0 == Byte.lineFeed }
    guard lines > 20 else { return }
    let rows = min((text.count - layout.start) * lines / look.count * 102 / 100, Self.numberLimit / columns.count)
    for index in columns.indices {
      switch columns[index].form {
      case .number, .date: columns[index].values.reserveCapacity(rows)
      case .text: columns[index].codes.reserveCapacity(rows)
      case .skipped: continue
      }
    }
  }
}

/// What is done about rows that have more or fewer cells than there are columns.
private struct RowLengths {
  let width: Int
  private var short = 0
  private var first: (line: Int, found: Int)?
  private var comments = 0
  /// The last rows, as far as they have hardly any cells.
  private(set) var footer = 0

  init(width: Int) { self.width = width }

  /// Whether the present row is one of the table, and not a comment.
  ///
  /// - Throws: `ragged` where it has more cells, not all empty.
  mutating func accept(_ row: RowCutter) throws(DataError) -> Bool {
    if row.isComment {
      comments += 1
      return false
    }
    if row.cells.count > width {
      guard row.cells[width...].allSatisfy({ $0.end == $0.start }) else {
        throw row.error(.ragged(expected: width, found: row.cells.count), cell: width)
      }
    }
    return true
  }

  mutating func noteFull(_ row: RowCutter) {
    if row.cells.count >= width {
      short += footer
      footer = 0
    } else if width > 2, row.cells.count * 3 <= width || row.cells.count == 1 {
      if first == nil { first = (row.line, row.cells.count) }
      footer += 1
    } else {
      if first == nil { first = (row.line, row.cells.count) }
      short += footer + 1
      footer = 0
    }
  }

  /// - Throws: `ragged` where more than a tenth of the rows are short.
  func notes(rows: Int, file: String) throws(DataError) -> [TableNote] {
    var notes: [TableNote] = []
    if comments > 0 { notes.append(.comments(comments)) }
    if footer > 0 { notes.append(.footer(footer)) }
    if short > 0, let first {
      guard short * 10 <= rows else {
        throw DataError(
          .ragged(expected: width, found: first.found),
          at: DataError.Place(file: file, line: first.line, column: first.found + 1))
      }
      notes.append(.shortRows(short, firstLine: first.line))
    }
    return notes
  }
}
