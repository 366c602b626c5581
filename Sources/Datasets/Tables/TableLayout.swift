/// How a text is laid out: its dialect, where the rows begin, what the columns are called and hold.
struct TableLayout {
  var dialect: Dialect
  var names: [String]
  var forms: [RawColumn.Form]
  var bases: [Double]
  /// How the numbers of each column are written; empty where all are plain.
  var notations: [Notation] = []
  /// Where the first row of data begins.
  var start: Int
  var line: Int
  var notes: [TableNote] = []
  /// The label's column and those to leave out, where the file says so itself.
  var label: String?
  var ignored: [String] = []
  /// Whether the names stand in the file.
  var hasNames = true
}

extension TableLayout {
  /// The rows that are looked at before the table is read.
  static let lookedAt = 1000

  /// Finds out how a text in UTF-8 is laid out.
  ///
  /// - Parameter known: a table whose columns this one should have too.
  static func detect(
    _ text: UnsafeBufferPointer<UInt8>, file: String, expecting known: RawTable? = nil
  ) throws(DataError) -> TableLayout {
    var notes: [TableNote] = []
    let declared = declaredSeparator(text)
    let shape = try Shape.detect(text, file: file, separator: declared?.separator, from: declared?.end ?? 0)
    var first = FirstRows(text, file: file, shape: shape)
    try first.read(from: declared?.end ?? 0, line: declared == nil ? 1 : 2)
    guard !first.rows.isEmpty else { throw DataError(.empty, at: DataError.Place(file: file)) }
    if first.titleLines > 0 { notes.append(.titleLines(first.titleLines)) }
    let dialect = first.dialect
    if dialect.usesDecimalComma, dialect.separator != .semicolon { notes.append(.decimalComma) }
    if let orange = OrangeHeader(first) { return orange.layout(notes: notes) }

    let hasHeader = known.map { first.hasHeader(of: $0) } ?? first.hasHeader
    var names = first.names(hasHeader: hasHeader, notes: &notes)
    let body = hasHeader ? first.rows.dropFirst() : first.rows[...]
    guard let start = body.first else { throw first.error(.noRows) }
    let cells = body.map(\.cells)
    let looks = (0..<names.count).map { ColumnLook(column: $0, rows: cells, text, dialect) }
    names = unique(names, notes: &notes)
    for (name, look) in zip(names, looks) where look.hasAmbiguousDates { notes.append(.ambiguousDates(column: name)) }
    for (name, look) in zip(names, looks) where look.notation != .plain {
      notes.append(.notation(column: name, unit: look.notation.unit))
    }
    return TableLayout(
      dialect: dialect, names: names, forms: looks.map(\.form), bases: looks.map(\.base),
      notations: looks.map(\.notation), start: start.position,
      line: start.line, notes: notes, hasNames: hasHeader || notes.contains(.headerInComment))
  }

  /// Excel's first line `sep=;`.
  private static func declaredSeparator(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (separator: Dialect.Separator, end: Int)? {
    guard text.count > 5, text.prefix(4).elementsEqual("sep=".utf8) else { return nil }
    let all: [Dialect.Separator] = [.comma, .semicolon, .tab, .bar]
    guard let separator = all.first(where: { $0.byte == text[4] }) else { return nil }
    var end = 5
    while end < text.count, text[end] == Byte.lineFeed || text[end] == Byte.carriageReturn { end += 1 }
    return (separator, end)
  }

  /// The names, those that come again with a number behind them.
  private static func unique(_ names: [String], notes: inout [TableNote]) -> [String] {
    var known: Set<String> = []
    return names.map { name in
      var (result, number) = (name, 2)
      while !known.insert(result).inserted {
        result = "\(name).\(number)"
        number += 1
      }
      if result != name { notes.append(.renamed(column: name, as: result)) }
      return result
    }
  }
}
