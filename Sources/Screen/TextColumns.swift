/// Text as cells can hold it: one scalar, one column.
///
/// Tabs and line breaks become a space. Control and formatting characters (escape codes, bidirectional overrides)
/// and combining marks are dropped, so that no text from a file can steer the terminal. What is two columns wide,
/// or has no agreed width, becomes `?`.
public struct TextColumns: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator

  /// The columns of a text.
  public init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

  /// The next column's scalar; nil at the end.
  public mutating func next() -> Unicode.Scalar? {
    while let scalar = scalars.next() {
      if let column = scalar.asColumn { return column }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// What a cell shows for this scalar; nil where it takes no column.
  fileprivate var asColumn: Unicode.Scalar? {
    if value >= 0x20 && value < 0x7f || Self.printed.contains(where: { $0.contains(value) }) { return self }
    if value == 0x09 || value == 0x0a || value == 0x85 { return " " }
    if value < 0xa0 { return nil }
    if value >= 0x2190 && value < 0x2900 { return properties.isEmojiPresentation ? "?" : self }
    switch properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark: return nil
    case .spacingMark, .privateUse, .unassigned, .surrogate: return "?"
    case .lineSeparator, .paragraphSeparator, .spaceSeparator: return " "
    default: return isWide ? "?" : self
    }
  }

  /// What pictures and formulas are made of, to be told without the tables of Unicode: Latin and Greek letters, arrows and
  /// mathematical signs, lines and blocks, braille. None is an emoji.
  static let printed: [ClosedRange<UInt32>] = [
    0x2190...0x2319, 0x2500...0x25fc, 0x2800...0x28ff, 0xa1...0xac, 0xae...0x2ff, 0x3b1...0x3c9, 0x2080...0x2089,
  ]

  /// Whether a terminal gives it two columns: East Asian Width W or F, and what is shown as an emoji.
  private var isWide: Bool {
    properties.isEmojiPresentation || Self.wideRanges.contains { $0.contains(value) }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff,
    0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff01...0xff60, 0xffe0...0xffe6, 0x16fe0...0x18cff, 0x1aff0...0x1b2ff,
    0x1f000...0x1faff, 0x20000...0x3fffd,
  ]
}

extension String {
  /// The columns that this text takes in a frame.
  public var columnCount: Int { TextColumns(self).reduce(0) { count, _ in count + 1 } }

  /// This text as a frame shows it, cut to a number of columns; the last one tells that it was cut.
  public func truncated(to columns: Int, ellipsis: Unicode.Scalar = "…") -> String {
    String(scalars: self.columns(atMost: columns, ellipsis: ellipsis))
  }

  /// What the columns show of this text, cut likewise.
  func columns(atMost limit: Int, ellipsis: Unicode.Scalar) -> [Unicode.Scalar] {
    guard limit > 0 else { return [] }
    var shown: [Unicode.Scalar] = []
    shown.reserveCapacity(Swift.min(limit, utf8.count))
    for scalar in TextColumns(self) {
      guard shown.count < limit else {
        shown[limit - 1] = ellipsis
        break
      }
      shown.append(scalar)
    }
    return shown
  }

  /// This text in lines of at most so many columns, broken between words where that is possible; line breaks in it are kept.
  public func wrapped(to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    return split(separator: "\n", omittingEmptySubsequences: false).flatMap { Self.wrap($0, columns) }
  }

  private static func wrap(_ paragraph: Substring, _ columns: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in paragraph.split(separator: " ") {
      var rest = Array(TextColumns(String(word)))
      if !line.isEmpty, line.columnCount + 1 + rest.count > columns {
        lines.append(line)
        line = ""
      }
      if !line.isEmpty { line += " " }
      while rest.count > columns {
        lines.append(String(scalars: rest.prefix(columns)))
        rest.removeFirst(columns)
      }
      line += String(scalars: rest)
    }
    return lines + [line]
  }

  private init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}
