/// A column of a table as it was read: numbers, moments, or texts.
struct RawColumn {
  enum Form: Hashable {
    case number
    case date(DateText.Order)
    case text
    case skipped
  }

  var name: String
  var form: Form
  /// What is taken off every number, so that large ones with small differences (moments) keep these in a Float.
  var base = 0.0
  var notation = Notation.plain
  /// The numbers less `base`, or the days since 1970; NaN where the cell is missing.
  var values: [Float] = []
  /// The number of each cell's text, −1 where the cell is missing.
  var codes: [Int32] = []
  var pool = TextPool()
  /// Cells of a column of numbers that are neither a number nor a word for none.
  var strangeCount = 0
  var firstStrange: Strange?
  /// Whether moments differ in their time of day.
  var hasTimes = false

  struct Strange: Hashable {
    let text: String
    let line: Int
  }

  init(name: String, form: Form) {
    self.name = name
    self.form = form
  }
}

extension RawColumn {
  /// Takes the cell of one more row.
  ///
  /// - Throws: the problem with it.
  @inline(__always)
  mutating func append(_ cell: CellSpan, of row: RowCutter) throws(DataError.Problem) {
    switch form {
    case .number:
      let point = row.dialect.usesDecimalComma ? Byte.comma : Byte.dot
      guard let value = NumberText.plain(row.text, cell, point: point) else { return try appendOther(cell, of: row) }
      try append(value, cell, row)
    case .text: try appendText(cell, of: row)
    case .date(let order): appendMoment(cell, of: row, order)
    case .skipped: return
    }
  }

  /// A missing cell, such as one behind the end of a short row.
  mutating func appendMissing() {
    switch form {
    case .number, .date: values.append(.nan)
    case .text: codes.append(-1)
    case .skipped: return
    }
  }

  mutating func removeLast(_ count: Int) {
    values.removeLast(min(count, values.count))
    codes.removeLast(min(count, codes.count))
  }

  @inline(__always)
  private mutating func append(_ value: Double, _ cell: CellSpan, _ row: RowCutter) throws(DataError.Problem) {
    let number = base == 0 ? value.nearestFloat(row.text, cell) : Float(value - base)
    guard number.isFinite else { throw .notFinite(row.string(cell)) }
    values.append(number)
  }

  private mutating func appendOther(_ cell: CellSpan, of row: RowCutter) throws(DataError.Problem) {
    if MissingText.isMissing(row.text, cell) {
      values.append(.nan)
    } else if let value = NumberText.any(row.text, cell, usesDecimalComma: row.dialect.usesDecimalComma) {
      let number = Float(value - base)
      guard number.isFinite else { throw .notFinite(row.string(cell)) }
      values.append(number)
    } else if let value = notation.number(row.text, cell, usesDecimalComma: row.dialect.usesDecimalComma) {
      values.append(Float(value - base))
    } else {
      appendStrange(cell, of: row)
    }
  }

  private mutating func appendStrange(_ cell: CellSpan, of row: RowCutter) {
    strangeCount += 1
    if firstStrange == nil { firstStrange = Strange(text: row.string(cell), line: row.line) }
    values.append(.nan)
  }

  private mutating func appendMoment(_ cell: CellSpan, of row: RowCutter, _ order: DateText.Order) {
    if MissingText.isMissing(row.text, cell) { return values.append(.nan) }
    guard let moment = DateText.moment(row.text, cell, order: order) else { return appendStrange(cell, of: row) }
    hasTimes = hasTimes || moment.hasTime
    values.append(Float(moment.days - base))
  }

  private mutating func appendText(_ cell: CellSpan, of row: RowCutter) throws(DataError.Problem) {
    if MissingText.isMissingText(row.text, cell) { return codes.append(-1) }
    codes.append(pool.number(of: UnsafeBufferPointer(rebasing: row.text[cell.start..<cell.end])) ?? Int32.max)
  }
}
