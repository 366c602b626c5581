import LinearAlgebra

/// The columns of a CSV file while it is read.
struct CSVTable {
  struct Column {
    enum Kind { case numbers, categories, skipped }

    let name: String
    let kind: Kind
    /// The categories there may be.
    let limit: Int
    /// The numbers, or the indices of the categories.
    var values: [Float] = []
    /// The index of each category, by its text in the file's own bytes.
    var categories: [ArraySlice<UInt8>: Int] = [:]
    /// The texts of the categories.
    var texts: [String] = []
  }

  var columns: [Column]
  let labelCell: Int
  let file: String
  private var held = 0

  /// The numbers that are held in memory.
  private static let numberLimit = 50_000_000

  init(columns: [Column], labelCell: Int, file: String) {
    self.file = file
    self.columns = columns
    self.labelCell = labelCell
  }

  /// Takes the cells of one more line.
  mutating func append(_ row: CSVRow) throws(DataError) {
    guard row.count == columns.count else {
      throw row.error(.ragged(expected: columns.count, found: row.count), cell: min(columns.count, row.count))
    }
    held += columns.count
    guard held <= Self.numberLimit else { throw row.error(.tooLarge(limit: "50 million cells")) }
    for cell in columns.indices { try columns[cell].append(row, cell: cell) }
  }

  /// All rows as a data set.
  func dataset(task: DataRecipe.Task?) throws(DataError) -> Dataset {
    let inputs = columns.indices.filter { $0 != labelCell && columns[$0].kind != .skipped }.map { columns[$0] }
    let label = columns[labelCell]
    let count = label.values.count
    var elements: [Float] = []
    elements.reserveCapacity(count * inputs.reduce(0) { $0 + $1.width })
    let ranks = inputs.map(\.ranks)
    for row in 0..<count {
      for (column, ranks) in zip(inputs, ranks) { column.appendInputs(ofRow: row, ranks: ranks, to: &elements) }
    }
    let names = inputs.flatMap(\.inputNames)
    return Dataset(
      inputs: Matrix(rows: count, columns: names.count, elements: elements), inputNames: names,
      labels: try label.labels(task: task, in: file))
  }
}

// MARK: Cells

extension CSVTable.Column {
  mutating func append(_ row: CSVRow, cell: Int) throws(DataError) {
    switch kind {
    case .skipped: return
    case .numbers: values.append(try number(row, cell))
    case .categories: values.append(try category(row, cell))
    }
  }

  private func number(_ row: CSVRow, _ cell: Int) throws(DataError) -> Float {
    let number = row.number(cell)
    if let number, number.isFinite { return number }
    let text = try row.text(cell)
    if text.isEmpty { throw row.error(.missing(column: name), cell: cell) }
    throw row.error(number == nil ? .notANumber(text) : .notFinite(text), cell: cell)
  }

  private mutating func category(_ row: CSVRow, _ cell: Int) throws(DataError) -> Float {
    if let known = categories[row[cell]] { return Float(known) }
    let text = try row.text(cell)
    if text.isEmpty { throw row.error(.missing(column: name), cell: cell) }
    let index = texts.firstIndex(of: text) ?? texts.count
    guard index < limit else { throw row.error(.tooManyCategories(column: name, limit: limit), cell: cell) }
    if index == texts.count { texts.append(text) }
    // A copy, lest the slice keep the whole line alive.
    categories[ArraySlice(Array(row[cell]))] = index
    return Float(index)
  }
}

// MARK: Inputs and labels

extension CSVTable.Column {
  /// The inputs that the column becomes.
  var width: Int { kind == .categories ? texts.count : 1 }

  var inputNames: [String] { kind == .categories ? texts.sorted().map { "\(name)=\($0)" } : [name] }

  /// The alphabetical place of each category.
  var ranks: [Int] {
    let sorted = texts.sorted()
    return texts.map { text in sorted.firstIndex(of: text)! }
  }

  func appendInputs(ofRow row: Int, ranks: [Int], to elements: inout [Float]) {
    guard kind == .categories else { return elements.append(values[row]) }
    let rank = ranks[Int(values[row])]
    for place in ranks.indices { elements.append(place == rank ? 1 : 0) }
  }

  func labels(task: DataRecipe.Task?, in file: String) throws(DataError) -> Dataset.Labels {
    if kind == .categories {
      let ranks = ranks
      return try classes(values.map { ranks[Int($0)] }, names: texts.sorted(), in: file)
    }
    if task == .regression { return .values(values) }
    let distinct = Set(values).sorted()
    guard task == .classification || Self.areClasses(distinct, count: values.count) else { return .values(values) }
    guard distinct.count <= limit else {
      throw DataError(.tooManyCategories(column: name, limit: limit), at: DataError.Place(file: file))
    }
    let ranks = Dictionary(uniqueKeysWithValues: zip(distinct, 0...))
    return try classes(values.map { ranks[$0]! }, names: distinct.map(Self.className), in: file)
  }

  private func classes(
    _ numbers: [Int], names: [String], in file: String
  ) throws(DataError) -> Dataset.Labels {
    guard names.count > 1 else { throw DataError(.oneClass(names[0]), at: DataError.Place(file: file)) }
    return .classes(numbers, names: names)
  }

  /// Numbers are taken for classes where there are few, all whole, that come back again and again.
  private static func areClasses(_ distinct: [Float], count: Int) -> Bool {
    (2...10).contains(distinct.count) && count >= 2 * distinct.count && distinct.allSatisfy { $0 == $0.rounded() }
  }

  /// `3` for 3, not `3.0`.
  private static func className(_ number: Float) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
