/// JSON tables: a list of records, one record a line, or one object of lists.
enum JSONRecords {
  /// The records as a table parted by commas; nil where the text is not JSON.
  ///
  /// - Throws: `DataError` where it is JSON, but no list of records.
  static func table(_ text: [UInt8], file: String) throws(DataError) -> [UInt8]? {
    let blanks: Set<UInt8> = [Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn]
    guard let start = text.firstIndex(where: { !blanks.contains($0) }) else { return nil }
    let isList = text[start] == UInt8(ascii: "[")
    guard isList || text[start] == UInt8(ascii: "{") else { return nil }
    var parser = JSONTable(text: text)
    do throws(JSONTable.Failure) {
      try parser.read()
    } catch {
      let line = text.prefix(error.position).count { $0 == Byte.lineFeed } + 1
      throw DataError(.badJSON(reason: error.reason), at: DataError.Place(file: file, line: line))
    }
    return parser.csv
  }
}

/// Reads records whose values are numbers, texts, true, false and null; records within are flattened (`a.b`).
struct JSONTable {
  struct Failure: Error {
    let position: Int
    let reason: String
  }

  let text: [UInt8]
  var position = 0
  private var names: [String: Int] = [:]
  private(set) var order: [String] = []
  var rows: [[Int: [UInt8]]] = []

  /// Records within records.
  private static let depthLimit = 8

  init(text: [UInt8]) { self.text = text }

  /// Reads a list of records, records one after another, or one object that holds a table.
  mutating func read() throws(Failure) {
    skipBlanks()
    let isList = peek == UInt8(ascii: "[")
    if !isList, try readObject() { return try checkRows() }
    if isList { position += 1 }
    while true {
      skipBlanks()
      if isList, peek == UInt8(ascii: "]") { break }
      if position >= text.count { break }
      guard peek == UInt8(ascii: "{") else { throw failure("expected a record { … }") }
      try appendRecord()
    }
    try checkRows()
    if isList, position >= text.count { throw failure("the list is not closed") }
  }

  private func checkRows() throws(Failure) {
    if rows.isEmpty || order.isEmpty { throw failure("there are no records") }
  }

  /// Reads a record, and the comma behind it.
  mutating func appendRecord() throws(Failure) {
    var row: [Int: [UInt8]] = [:]
    try record(prefix: "", depth: 0, into: &row)
    guard (rows.count + 1) * max(1, order.count) <= RawTable.numberLimit / 4 else { throw failure("too large") }
    rows.append(row)
    skipBlanks()
    if peek == Byte.comma { position += 1 }
  }

  /// The records with a row of names above.
  var csv: [UInt8] {
    var result: [UInt8] = []
    result += Array(order.map { Self.cell(Array($0.utf8)) }.joined(separator: [Byte.comma]))
    result.append(Byte.lineFeed)
    for row in rows {
      for column in order.indices {
        if column > 0 { result.append(Byte.comma) }
        if let cell = row[column] { result += cell }
      }
      result.append(Byte.lineFeed)
    }
    return result
  }

  private static func cell(_ text: [UInt8]) -> [UInt8] {
    [Byte.quote] + text.flatMap { $0 == Byte.quote ? [$0, $0] : [$0] } + [Byte.quote]
  }
}

// MARK: Values

extension JSONTable {
  var peek: UInt8? { position < text.count ? text[position] : nil }

  func failure(_ reason: String) -> Failure { Failure(position: position, reason: reason) }

  mutating func skipBlanks() {
    while let byte = peek,
      byte == Byte.space || byte == Byte.tab || byte == Byte.lineFeed || byte == Byte.carriageReturn
    {
      position += 1
    }
  }

  mutating func expect(_ byte: UInt8) throws(Failure) {
    skipBlanks()
    guard peek == byte else { throw failure("expected \(UnicodeScalar(byte))") }
    position += 1
  }

  private mutating func record(prefix: String, depth: Int, into row: inout [Int: [UInt8]]) throws(Failure) {
    guard depth < Self.depthLimit else { throw failure("records lie too deep within each other") }
    try expect(UInt8(ascii: "{"))
    skipBlanks()
    if peek == UInt8(ascii: "}") { return position += 1 }
    while true {
      skipBlanks()
      let key = prefix + String(decoding: try string(), as: UTF8.self)
      try expect(UInt8(ascii: ":"))
      skipBlanks()
      if peek == UInt8(ascii: "{") {
        try record(prefix: key + ".", depth: depth + 1, into: &row)
      } else {
        let value = try value()
        row[try column(key)] = value
      }
      skipBlanks()
      guard peek == Byte.comma else { break }
      position += 1
    }
    try expect(UInt8(ascii: "}"))
  }

  mutating func column(_ key: String) throws(Failure) -> Int {
    if let known = names[key] { return known }
    guard order.count < RowCutter.cellLimit else { throw failure("too many different names") }
    names[key] = order.count
    order.append(key)
    return order.count - 1
  }

  mutating func value() throws(Failure) -> [UInt8] {
    switch peek {
    case Byte.quote: return Self.cell(try string())
    case UInt8(ascii: "["): throw failure("a value is a list; each must be one number or text")
    default:
      let start = position
      while let byte = peek, !",}] \t\r\n".utf8.contains(byte) { position += 1 }
      let word = Array(text[start..<position])
      guard !word.isEmpty, word.count < 64, !word.contains(Byte.quote) else { throw failure("expected a value") }
      return word.elementsEqual("null".utf8) ? [] : word
    }
  }

  /// A text from its opening quote, its escapes resolved.
  mutating func string() throws(Failure) -> [UInt8] {
    guard peek == Byte.quote else { throw failure("expected a text in quotes") }
    position += 1
    var result: [UInt8] = []
    while let byte = peek, byte != Byte.quote {
      position += 1
      guard byte == Byte.backslash else {
        result.append(byte)
        continue
      }
      guard let escaped = peek else { break }
      position += 1
      switch escaped {
      case UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        result.append(Byte.space)
      case UInt8(ascii: "u"): result += try escapedScalar()
      default: result.append(escaped)
      }
    }
    guard peek == Byte.quote else { throw failure("a text is not closed") }
    position += 1
    return result
  }

  private mutating func escapedScalar() throws(Failure) -> [UInt8] {
    func unit(at place: Int) -> UInt16? {
      guard place + 4 <= text.count else { return nil }
      return UInt16(String(decoding: text[place..<place + 4], as: UTF8.self), radix: 16)
    }
    guard let first = unit(at: position) else { throw failure("\\u needs four digits") }
    position += 4
    var units = [first]
    if UTF16.isLeadSurrogate(first), position + 6 <= text.count, text[position] == Byte.backslash,
      let second = unit(at: position + 2)
    {
      units.append(second)
      position += 6
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
