import LinearAlgebra

/// A CSV file whose first line names the columns; see `CSVTokenizer` for its syntax.
///
/// A column is numbers or categories, by what most of its first 100 cells are. Categories become one input each
/// (`colour=red`), in alphabetical order, 1 where the row has it and 0 where not.
public struct CSVFile: Sendable {
  public let path: String
  /// The label's column; the last where nil.
  public let label: String?
  /// Whether the label is a class or a number; where nil its column decides.
  public let task: DataRecipe.Task?
  /// The columns of inputs that are read; all but the label where nil.
  public let columns: Set<String>?

  /// The lines that decide what a column is.
  private static let decidingLines = 100

  public init(path: String, label: String? = nil, task: DataRecipe.Task? = nil, columns: Set<String>? = nil) {
    self.path = path
    self.label = label
    self.task = task
    self.columns = columns
  }

  /// Reads the file in one pass, holding 50 million numbers at most.
  ///
  /// - Throws: `DataError` with line and cell for the first mistake.
  public func read() throws(DataError) -> Dataset {
    var lines = try CSVTokenizer(path: path)
    guard let header = try lines.next() else { throw DataError(.empty, at: DataError.Place(file: path)) }
    let names = try Self.names(in: header)
    var first: [CSVRow] = []
    while first.count < Self.decidingLines, let row = try lines.next() { first.append(row) }
    guard !first.isEmpty else { throw header.error(.noRows) }

    let labelCell = try labelCell(names, header)
    var table = CSVTable(columns: try columns(names, labelCell, header, first), labelCell: labelCell, file: path)
    for row in first { try table.append(row) }
    while let row = try lines.next() { try table.append(row) }
    return try table.dataset(task: task)
  }

  private static func names(in header: CSVRow) throws(DataError) -> [String] {
    var names: [String] = []
    for cell in 0..<header.count {
      let name = try header.text(cell)
      if let first = names.firstIndex(of: name), !name.isEmpty {
        throw header.error(.duplicateColumn(name, first: first + 1), cell: cell)
      }
      names.append(name)
    }
    if (0..<header.count).allSatisfy({ header.number($0) != nil }) {
      throw header.error(.numbersInHeader(names[0]), cell: 0)
    }
    return names.enumerated().map { $1.isEmpty ? "column\($0 + 1)" : $1 }
  }

  private func labelCell(_ names: [String], _ header: CSVRow) throws(DataError) -> Int {
    guard let label else { return names.count - 1 }
    guard let cell = names.firstIndex(of: label) else {
      throw header.error(.unknownLabel(label, available: names))
    }
    return cell
  }

  private func columns(
    _ names: [String], _ labelCell: Int, _ header: CSVRow, _ first: [CSVRow]
  ) throws(DataError) -> [CSVTable.Column] {
    if let columns, let missing = columns.subtracting(names).min() {
      throw header.error(.noSuchInput(missing, available: names))
    }
    let result = names.indices.map { cell in
      let isLabel = cell == labelCell
      let isRead = isLabel || columns?.contains(names[cell]) ?? true
      let isNumber = isLabel && task == .regression || Self.isNumber(cell, in: first)
      return CSVTable.Column(
        name: names[cell], kind: !isRead ? .skipped : isNumber ? .numbers : .categories, limit: isLabel ? 1000 : 100)
    }
    guard result.indices.contains(where: { $0 != labelCell && result[$0].kind != .skipped }) else {
      throw header.error(.noInputs)
    }
    return result
  }

  /// Whether at least half of the cells that are not empty are numbers.
  private static func isNumber(_ cell: Int, in rows: [CSVRow]) -> Bool {
    let filled = rows.filter { cell < $0.count && !$0[cell].isEmpty }
    return 2 * filled.count(where: { $0.number(cell) != nil }) >= filled.count
  }
}
