/// Something that a person should know of how a file was read.
public enum TableNote: Hashable, Sendable {
  case encoding(TextEncoding)
  case packed
  case noHeader
  case headerInComment
  case decimalComma
  case titleLines(Int)
  case comments(Int)
  case rowNames
  case shortRows(Int, firstLine: Int)
  case footer(Int)
  case strangeCells(column: String, count: Int, example: String, line: Int)
  case renamed(column: String, as: String)
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
