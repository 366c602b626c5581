/// How a text is cut into rows and cells.
public struct Dialect: Hashable, Sendable {
  /// What stands between two cells.
  public enum Separator: Hashable, Sendable {
    case comma, semicolon, tab, bar
    /// Runs of blanks, as R's `write.table` and many older files have them.
    case blanks

    /// The byte, where there is one.
    var byte: UInt8? {
      switch self {
      case .comma: UInt8(ascii: ",")
      case .semicolon: UInt8(ascii: ";")
      case .tab: UInt8(ascii: "\t")
      case .bar: UInt8(ascii: "|")
      case .blanks: nil
      }
    }

    /// As a person says it.
    public var name: String {
      switch self {
      case .comma: "commas"
      case .semicolon: "semicolons"
      case .tab: "tabs"
      case .bar: "bars"
      case .blanks: "blanks"
      }
    }
  }

  /// What stands between two cells.
  public var separator: Separator
  /// Whether `2,5` is two and a half.
  public var usesDecimalComma = false
  /// Whether `'` opens a quoted cell too (ARFF).
  var hasSingleQuotes = false
}

/// Where a cell stands in a text: its bytes without quotes and the blanks around it.
struct CellSpan {
  var start: Int
  var end: Int
  var isQuoted = false
}

enum Byte {
  static let quote = UInt8(ascii: "\"")
  static let singleQuote = UInt8(ascii: "'")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let comma = UInt8(ascii: ",")
  static let dot = UInt8(ascii: ".")
  static let hash = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let backslash = UInt8(ascii: "\\")
  static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
}
