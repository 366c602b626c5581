/// Something that a person should know of how a file was read.
public indirect enum TableNote: Hashable, Sendable {
  /// The text is in another encoding than UTF-8.
  case encoding(TextEncoding)
  /// The file was packed by gzip.
  case packed
  /// There is no row of names; the columns are called V1, V2 and so on.
  case noHeader
  /// The names were taken from a comment above the rows.
  case headerInComment
  /// `2,5` was read as two and a half.
  case decimalComma
  /// So many lines above the table were passed over.
  case titleLines(Int)
  /// So many lines of comment were passed over.
  case comments(Int)
  /// The first column has no name in the header: it names the rows.
  case rowNames
  /// So many rows have too few cells; those that lack are missing.
  case shortRows(Int, firstLine: Int)
  /// So many lines below the table were passed over.
  case footer(Int)
  /// So many cells of a column of numbers are texts, taken as missing; an example and its line.
  case strangeCells(column: String, count: Int, example: String, line: Int)
  /// A column with a name that was taken already was given another.
  case renamed(column: String, as: String)
  /// Dates that could be read either way were read with the month first.
  case ambiguousDates(column: String)
  /// The numbers of a column have a unit behind them; nil: they are clock times, taken as hours.
  case notation(column: String, unit: String?)
  /// So many rows of a file of their own are the test part.
  case testRows(Int, file: String)
  /// Something that is known of the test file.
  case test(TableNote, file: String)
  /// A test file has columns that are not in the file that is learned from.
  case unusedColumns([String])
  /// Rows of a test file that are left out, as they have no label or lack a cell that must be there.
  case rowsLeftOut(Int)
  /// Texts of a test file that no row has that is learned from.
  case unseenTexts(column: String, count: Int, example: String)

  /// Whether it is about the file of the test part.
  var isOfTestFile: Bool {
    switch self {
    case .testRows, .test: true
    case .encoding, .packed, .noHeader, .headerInComment, .decimalComma, .titleLines, .comments, .rowNames, .shortRows,
      .footer, .strangeCells, .renamed, .ambiguousDates, .notation, .unusedColumns, .rowsLeftOut, .unseenTexts:
      false
    }
  }

  /// One sentence.
  public var text: String {
    switch self {
    case .encoding(let encoding): "read as \(encoding.rawValue)"
    case .packed: "unpacked by gzip"
    case .noHeader: "no row of names: the columns are V1, V2, …"
    case .headerInComment: "the names stand in a comment above the rows"
    case .decimalComma: "a comma is a decimal comma"
    case .titleLines(let count): "passed over \(count) \(count == 1 ? "line" : "lines") above the table"
    case .comments(let count): "passed over \(count) \(count == 1 ? "comment" : "comments")"
    case .rowNames: "the first column has no name: it names the rows"
    case .shortRows(let count, let line):
      "\(count) \(count == 1 ? "row has" : "rows have") too few cells, the first in line \(line); the others are missing"
    case .footer(let count): "passed over \(count) \(count == 1 ? "line" : "lines") below the table"
    case .strangeCells(let column, let count, let example, let line):
      "\(count) \(count == 1 ? "cell" : "cells") of \(quoted(column)) \(count == 1 ? "is no number" : "are no numbers"), such as \(quoted(example)) in line \(line): missing"
    case .renamed(let column, let name): "a second column \(quoted(column)) is called \(quoted(name))"
    case .ambiguousDates(let column): "the dates of \(quoted(column)) are read with the month first"
    case .testRows(let count, let file): "the test part is \(count) \(count == 1 ? "row" : "rows") of \(name(file))"
    case .test(let note, let file): "\(name(file)): \(note.text)"
    case .unusedColumns(let names):
      "not used, as the file that is learned from lacks \(names.count == 1 ? "it" : "them"): \(names.prefix(5).map(quoted).joined(separator: ", "))"
    case .rowsLeftOut(let count): "\(count) \(count == 1 ? "row is" : "rows are") left out: no label, or a missing cell"
    case .unseenTexts(let column, let count, let example):
      "\(count) \(count == 1 ? "cell" : "cells") of \(quoted(column)) \(count == 1 ? "was" : "were") never learned from, such as \(quoted(example)): taken for none of the categories"
    case .notation(let column, let unit):
      unit.map { "the cells of \(quoted(column)) are numbers of \(quoted($0))" }
        ?? "the clock times of \(quoted(column)) are numbers of hours"
    }
  }

  private func name(_ file: String) -> String { file.split(separator: "/").last.map { String($0).printable } ?? file }
}
