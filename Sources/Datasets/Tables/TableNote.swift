/// Something that a person should know of how a file was read.
public enum TableNote: Hashable, Sendable {
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
    }
  }
}
