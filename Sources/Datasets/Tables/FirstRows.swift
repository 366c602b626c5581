/// The first rows of a table, looked at before it is read.
struct FirstRows {
  struct Row {
    var cells: [CellSpan]
    let position: Int
    let line: Int
  }

  let text: UnsafeBufferPointer<UInt8>
  let file: String
  let shape: Shape
  private(set) var dialect: Dialect
  private(set) var rows: [Row] = []
  private(set) var titleLines = 0
  /// A comment above the rows that has as many cells as they.
  private(set) var commentNames: [String]?

  init(_ text: UnsafeBufferPointer<UInt8>, file: String, shape: Shape) {
    self.text = text
    self.file = file
    self.shape = shape
    dialect = Dialect(separator: shape.separator)
  }

  func error(_ problem: DataError.Problem) -> DataError {
    DataError(problem, at: DataError.Place(file: file, line: rows.first?.line))
  }

  /// Takes rows from where the table begins, as many as are needed to know its columns.
  mutating func read(from start: Int, line: Int) throws(DataError) {
    var cutter = RowCutter(text, file: file, dialect: dialect)
    cutter.move(to: start, line: line)
    let limit = max(50, min(TableLayout.lookedAt, 200_000 / max(1, shape.width)))
    var position = start
    while rows.count < limit {
      do throws(DataError) {
        guard try cutter.next() else { break }
      } catch {
        // What is wrong far below is told when it is read.
        if rows.count > 1 { break }
        throw error
      }
      let row = Row(cells: cutter.cells, position: position, line: cutter.line)
      position = cutter.position
      if isLead(row, cutter) { continue }
      rows.append(row)
    }
    dialect.usesDecimalComma = hasDecimalCommas
    if let header = rows.first, header.cells.count > shape.width, rows.count > 1 {
      let tail = header.cells.dropFirst(shape.width)
      if tail.allSatisfy({ $0.end == $0.start }) { rows[0].cells.removeLast(tail.count) }
    }
  }

  /// Whether a row is a title or a comment above or within the table.
  private mutating func isLead(_ row: Row, _ cutter: RowCutter) -> Bool {
    let count = row.cells.count
    if cutter.isComment, count != shape.width || rows.isEmpty && isPlainComment(row) {
      if rows.isEmpty { noteNames(in: row, cutter) }
      return true
    }
    guard rows.isEmpty, shape.width > 1 else { return false }
    if isCountOfRows(row) {
      titleLines += 1
      return true
    }
    let isHeaderOfNamedRows = count == shape.width - 1 && count > 1 && row.cells.allSatisfy { !isNumber($0) }
    if count >= shape.width || isHeaderOfNamedRows { return false }
    titleLines += 1
    return true
  }

  /// scikit-learn's first line: the numbers of rows and inputs, then the classes' names.
  private func isCountOfRows(_ row: Row) -> Bool {
    guard row.cells.count > 3, let inputs = NumberText.plain(text, row.cells[1]), isNumber(row.cells[0]) else {
      return false
    }
    return inputs == Double(shape.width - 1) && row.cells[2...].allSatisfy { !isNumber($0) && $0.end > $0.start }
  }

  /// `# a, b`: a mark, a blank, and words; `#Passengers` is a name.
  private func isPlainComment(_ row: Row) -> Bool {
    let first = row.cells[0]
    return first.end - first.start == 1 || text[first.start + 1] == Byte.space || text[first.start] == Byte.percent
  }

  private mutating func noteNames(in row: Row, _ cutter: RowCutter) {
    var cells = row.cells
    cells[0].start += 1
    while cells[0].start < cells[0].end, text[cells[0].start] == Byte.space { cells[0].start += 1 }
    if cells[0].start == cells[0].end { cells.removeFirst() }
    commentNames = cells.count == shape.width ? cells.map(cutter.string) : nil
  }

  private func isNumber(_ cell: CellSpan) -> Bool {
    NumberText.any(text, cell, usesDecimalComma: dialect.usesDecimalComma) != nil
  }
}

// MARK: Decimal commas

extension FirstRows {
  /// Whether more cells are numbers with a comma before other than three digits than numbers with a point.
  private var hasDecimalCommas: Bool {
    guard dialect.separator != .comma || rows.contains(where: { $0.cells.contains(where: \.isQuoted) }) else {
      return false
    }
    var (commas, points) = (0, 0)
    for row in rows.prefix(200) {
      for cell in row.cells {
        switch mark(in: cell) {
        case Byte.comma: commas += 1
        case Byte.dot: points += 1
        default: continue
        }
      }
    }
    return commas > points
  }

  /// The one comma or point of a number that does not part thousands.
  private func mark(in cell: CellSpan) -> UInt8? {
    var (mark, at): (UInt8?, Int) = (nil, 0)
    for place in cell.start..<cell.end {
      let byte = text[place]
      if byte == Byte.comma || byte == Byte.dot {
        if mark != nil { return nil }
        (mark, at) = (byte, place)
      } else if !Byte.digits.contains(byte), place > cell.start || byte != UInt8(ascii: "-") {
        return nil
      }
    }
    let isThousands = mark == Byte.comma && cell.end - at == 4 && dialect.separator != .semicolon
    return isThousands ? nil : mark
  }
}

// MARK: Names

extension FirstRows {
  /// Whether the first row names the columns: its cells are of another kind than those below.
  ///
  /// A text above numbers speaks for it, a number above numbers against it; above texts, a text that does not come
  /// again speaks for it where the others do, and one that comes again against it.
  var hasHeader: Bool {
    guard rows.count > 1 else { return rows[0].cells.allSatisfy { !isNumber($0) } }
    let (first, body) = (rows[0], rows.dropFirst())
    if countsYears(first) || namesRows(first, body.map(\.cells)) { return true }
    let shift = shape.width - first.cells.count == 1 ? 1 : 0
    var votes = 0
    for column in 0..<min(first.cells.count, shape.width) {
      votes += vote(first.cells[column], body.lazy.compactMap { $0.cells.element(at: column + shift) })
    }
    if votes != 0 { return votes > 0 }
    let texts = first.cells.map { bytes($0) }
    return Set(texts).count == texts.count && !texts.contains([]) && first.cells.allSatisfy { !isNumber($0) }
  }

  /// Whether the first row has names of a table's columns; where that table has none, this has none either.
  func hasHeader(of known: RawTable) -> Bool {
    guard known.layout.hasNames else { return false }
    let cutter = RowCutter(text, file: file, dialect: dialect)
    let names = Set(known.columns.map(\.name))
    return rows[0].cells.contains { names.contains(cutter.string($0)) } || hasHeader
  }

  /// Names of columns that are years one after another, behind a text.
  private func countsYears(_ row: Row) -> Bool {
    let years = row.cells.compactMap { NumberText.plain(text, $0) }
    return years.count >= 3 && years.count < row.cells.count && years.allSatisfy { (1500...2200).contains($0) }
      && zip(years, years.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// R's `write.csv`: nothing in quotes above the rows' names, and names above all else.
  private func namesRows(_ first: Row, _ body: [[CellSpan]]) -> Bool {
    guard first.cells.count > 1, first.cells[0].isQuoted else { return false }
    return first.cells[0].start == first.cells[0].end
      && first.cells.dropFirst().allSatisfy { $0.isQuoted && $0.end > $0.start }
      && body.allSatisfy { $0.first.map { $0.end > $0.start } ?? false }
  }

  private func vote(_ name: CellSpan, _ cells: some Sequence<CellSpan>) -> Int {
    let filled = cells.filter { !MissingText.isMissing(text, $0) }
    guard !filled.isEmpty, name.end > name.start else { return 0 }
    let numbers = filled.count(where: isNumber)
    if numbers * 10 >= filled.count * 9 {
      // In quotes above numbers without, a number is a name.
      if isNumber(name) { return name.isQuoted && !filled.contains(where: \.isQuoted) ? 1 : -1 }
      return MissingText.isMissing(text, name) ? 0 : 1
    }
    let own = bytes(name)
    let others = filled.map(bytes)
    if others.contains(own) { return -1 }
    if isNumber(name) { return 0 }
    return Set(others).count * 2 <= others.count ? 1 : 0
  }

  private func bytes(_ cell: CellSpan) -> ArraySlice<UInt8> { ArraySlice(text[cell.start..<cell.end]) }

  /// The name of each column.
  func names(hasHeader: Bool, notes: inout [TableNote]) -> [String] {
    if !hasHeader {
      if let commentNames {
        notes.append(.headerInComment)
        return commentNames
      }
      notes.append(.noHeader)
      return (1...max(shape.width, rows[0].cells.count)).map { "V\($0)" }
    }
    let cutter = RowCutter(text, file: file, dialect: dialect)
    var names = rows[0].cells.map(cutter.string)
    if names.count == shape.width - 1, rows.count > 1 {
      names.insert("", at: 0)
    }
    if names.count > 1, names[0].isEmpty { notes.append(.rowNames) }
    for index in names.indices
    where names[index].count > 2 && names[index].hasPrefix("'") && names[index].hasSuffix("'") {
      names[index] = String(names[index].dropFirst().dropLast())
    }
    return names.enumerated().map { $1.isEmpty ? "column\($0 + 1)" : $1 }
  }
}

extension Array {
  func element(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
