/// Tables that are one JSON object: lists by column, records or rows under a name, and what pandas writes.
extension JSONTable {
  /// Reads `{"x": [1, 2], "y": [3, 4]}`, `{"data": [{"x": 1, "y": 3}, …]}`, `{"columns": […], "data": [[1, 3], …]}` or
  /// `{"x": {"0": 1, "1": 2}, "y": {…}}`.
  ///
  /// - Returns: false where the text is none of these; then nothing has been read.
  mutating func readObject() throws(Failure) -> Bool {
    let start = position
    let isObject = try looksLikeObjectOfColumns()
    position = start
    guard isObject else { return false }
    var found = Found()
    try expect(UInt8(ascii: "{"))
    repeat {
      skipBlanks()
      let key = String(decoding: try string(), as: UTF8.self)
      try expect(UInt8(ascii: ":"))
      try member(key, into: &found)
      skipBlanks()
    } while try isFollowed()
    try expect(UInt8(ascii: "}"))
    if rows.isEmpty { try makeRows(of: found) }
    return true
  }

  /// What an object's members hold.
  private struct Found {
    /// Lists of values by name, in the order of the file.
    var columns: [(name: String, cells: [[UInt8]])] = []
    /// Lists of lists.
    var lines: [[[UInt8]]] = []
  }

  private mutating func isFollowed() throws(Failure) -> Bool {
    guard peek == Byte.comma else { return false }
    position += 1
    return true
  }

  /// Whether the first object holds a list, or is the only one and holds nothing but objects.
  private mutating func looksLikeObjectOfColumns() throws(Failure) -> Bool {
    var (hasList, hasOnlyObjects, count) = (false, true, 0)
    try expect(UInt8(ascii: "{"))
    skipBlanks()
    guard peek == Byte.quote else { return false }
    repeat {
      skipBlanks()
      _ = try string()
      try expect(UInt8(ascii: ":"))
      skipBlanks()
      hasList = hasList || peek == UInt8(ascii: "[")
      hasOnlyObjects = hasOnlyObjects && peek == UInt8(ascii: "{")
      count += 1
      try skipValue()
      skipBlanks()
    } while try isFollowed()
    try expect(UInt8(ascii: "}"))
    skipBlanks()
    return position == text.count && (hasList || hasOnlyObjects && count > 1)
  }

  /// Passes over a value, however deep it is.
  private mutating func skipValue() throws(Failure) {
    var depth = 0
    repeat {
      skipBlanks()
      switch peek {
      case nil: throw failure("a value is not closed")
      case Byte.quote: _ = try string()
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        position += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        position += 1
      case Byte.comma, UInt8(ascii: ":"): position += 1
      default: _ = try value()
      }
      skipBlanks()
    } while depth > 0
  }

  private mutating func member(_ key: String, into found: inout Found) throws(Failure) {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "{"): found.columns.append((key, try cellsOfObject()))
    case UInt8(ascii: "["):
      position += 1
      skipBlanks()
      if peek == UInt8(ascii: "{") {
        try records()
      } else if peek == UInt8(ascii: "[") {
        try lines(into: &found)
      } else {
        found.columns.append((key, try cells(upTo: UInt8(ascii: "]"))))
      }
    default: _ = try value()
    }
  }

  /// The members of an object of plain values, in the order of the file; of another object none.
  private mutating func cellsOfObject() throws(Failure) -> [[UInt8]] {
    let start = position
    position += 1
    var cells: [[UInt8]] = []
    skipBlanks()
    while peek == Byte.quote {
      _ = try string()
      try expect(UInt8(ascii: ":"))
      skipBlanks()
      if peek == UInt8(ascii: "{") || peek == UInt8(ascii: "[") {
        position = start
        try skipValue()
        return []
      }
      cells.append(try value())
      skipBlanks()
      if peek == Byte.comma { position += 1 }
      skipBlanks()
    }
    try expect(UInt8(ascii: "}"))
    return cells
  }

  /// Values parted by commas; the closing mark is read too.
  private mutating func cells(upTo end: UInt8) throws(Failure) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    skipBlanks()
    while peek != end {
      cells.append(try value())
      guard cells.count <= RawTable.numberLimit / 4 else { throw failure("too large") }
      skipBlanks()
      if peek == Byte.comma { position += 1 } else if peek != end { throw failure("the list is not closed") }
      skipBlanks()
    }
    position += 1
    return cells
  }

  private mutating func lines(into found: inout Found) throws(Failure) {
    var count = 0
    while peek == UInt8(ascii: "[") {
      position += 1
      found.lines.append(try cells(upTo: UInt8(ascii: "]")))
      count += found.lines.last!.count
      guard count <= RawTable.numberLimit / 4 else { throw failure("too large") }
      skipBlanks()
      if peek == Byte.comma { position += 1 }
      skipBlanks()
    }
    try expect(UInt8(ascii: "]"))
  }

  /// The records of a list whose bracket has been read.
  private mutating func records() throws(Failure) {
    while peek == UInt8(ascii: "{") {
      try appendRecord()
      skipBlanks()
    }
    try expect(UInt8(ascii: "]"))
  }

  private mutating func makeRows(of found: Found) throws(Failure) {
    guard found.lines.isEmpty else { return try makeRows(ofLines: found) }
    let columns = found.columns.filter { !$0.cells.isEmpty }
    guard let count = columns.first?.cells.count, columns.allSatisfy({ $0.cells.count == count }) else {
      throw failure("the lists are not equally long")
    }
    for (name, _) in columns { _ = try column(name) }
    for row in 0..<count {
      rows.append(Dictionary(uniqueKeysWithValues: columns.indices.map { ($0, columns[$0].cells[row]) }))
    }
  }

  /// Names stand in a list beside the rows that has one for each of their cells.
  private mutating func makeRows(ofLines found: Found) throws(Failure) {
    let width = found.lines[0].count
    guard found.lines.allSatisfy({ $0.count == width }) else { throw failure("the rows are not equally long") }
    let isNamed = found.columns.first { $0.cells.count == width && ["columns", "names", "header"].contains($0.name) }
    for place in 0..<width { _ = try column(isNamed.map { Self.text(of: $0.cells[place]) } ?? "V\(place + 1)") }
    guard order.count == width else { throw failure("two columns have the same name") }
    for line in found.lines { rows.append(Dictionary(uniqueKeysWithValues: line.enumerated().map { ($0, $1) })) }
  }

  /// A cell without the quotes that it is written in.
  private static func text(of cell: [UInt8]) -> String {
    let text = String(decoding: cell, as: UTF8.self)
    return text.hasPrefix("\"") ? String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"") : text
  }
}
