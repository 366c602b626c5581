/// What a row says in a column, in the file's own words: `colour: red`, not an input of 1 among several of 0.
public struct RowCell: Hashable, Sendable {
  /// The column's name; an input's where there are no columns.
  public let column: String
  /// What it says.
  public let value: Value

  /// A number in the column's own units, or words.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case words(String)
  }
}

extension Dataset {
  /// What a row says in each column that is learned from, in the order of the file.
  ///
  /// Inputs that were made of a column are read back: a category by its name, yes or no by the file's words, a date as a
  /// date, a gap as `missing`. Where the rows are from no table, each input is a number of its own.
  public func cells(ofRow row: Int) -> [RowCell] {
    guard let table, !table.columns.isEmpty else {
      return inputNames.indices.map { RowCell(column: inputNames[$0], value: .number(number(ofRow: row, input: $0))) }
    }
    var next = 0
    return table.columns.filter { $0.inputs > 0 }.map { column in
      defer { next += column.inputs }
      return RowCell(column: column.name, value: value(of: column, from: next..<next + column.inputs, row))
    }
  }

  private func value(of column: TableDescription.Column, from range: Range<Int>, _ row: Int) -> RowCell.Value {
    let first = range.lowerBound
    let hasMark = inputNames[range.upperBound - 1] == column.name + "=missing"
    if hasMark && inputs[row, range.upperBound - 1] == 1 || isGap(row, input: first) { return .words("missing") }
    switch column.role {
    case .category: return .words(category(of: column, from: range, row))
    case .flag where column.flagWords.count == 2: return .words(column.flagWords[inputs[row, first] == 1 ? 1 : 0])
    case .date: return .words(DateText.date(ofDay: Int(number(ofRow: row, input: first).rounded(.down))))
    case .number, .pixel, .flag, .label, .identifier, .text, .constant, .empty, .out:
      return .number(number(ofRow: row, input: first))
    }
  }

  private func category(of column: TableDescription.Column, from range: Range<Int>, _ row: Int) -> String {
    guard let input = range.first(where: { inputs[row, $0] == 1 }) else { return "none of those learned" }
    return String(inputNames[input].dropFirst(column.name.count + 1))
  }

  /// Whether a cell was missing and is filled; O(log of the gaps).
  private func isGap(_ row: Int, input: Int) -> Bool {
    guard let rows = gaps.first(where: { $0.input == input })?.rows else { return false }
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low] == row
  }
}
