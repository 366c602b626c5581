/// What a column of a table is to the network.
public enum ColumnRole: String, CaseIterable, Hashable, Sendable {
  /// What is to be predicted.
  case label
  /// One input, the number itself.
  case number
  /// One input a category.
  case category
  /// One input, 0 or 1: `yes` and `no`, `TRUE` and `FALSE`.
  case flag
  /// Days since 1970, and month, weekday and hour where they tell something.
  case date
  /// A point of a picture.
  case pixel
  /// A number or a name of the row itself: left out.
  case identifier
  /// Sentences or names, nearly all different: left out.
  case text
  /// The same in every row: left out.
  case constant
  /// Nothing in it: left out.
  case empty
  /// Left out because it was asked for.
  case out

  /// Whether the column becomes inputs of the network.
  public var isInput: Bool {
    switch self {
    case .number, .category, .flag, .date, .pixel: true
    case .label, .identifier, .text, .constant, .empty, .out: false
    }
  }

  /// The roles that may be asked for, in `data.columns`.
  public static let choices: [ColumnRole] = [.number, .category, .out]
}
