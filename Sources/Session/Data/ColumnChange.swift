/// Something that can be decided anew about a column of a table.
public enum ColumnChange: Hashable, Sendable {
  /// The next or previous thing that it may be taken for: what is guessed, a number, a category, nothing.
  case role(by: Int)
  /// The next or previous treatment of its missing cells, that of all columns among them.
  case missing(by: Int)
  /// It is to be predicted.
  case predict
}
