/// Which separator a text has, and how many cells most of its rows.
struct Shape {
  var separator: Dialect.Separator
  /// The cells of most rows.
  var width: Int
  /// The share of the rows looked at that have so many.
  var share: Double

  /// The rows that decide.
  private static let decidingRows = 100

  /// Tries every separator; of those that cut nearly all rows into equally many cells (two at least), the first of
  /// semicolon, tab, bar, comma, blanks.
  static func detect(
    _ text: UnsafeBufferPointer<UInt8>, file: String, separator: Dialect.Separator?, from start: Int
  ) throws(DataError) -> Shape {
    if let separator { return shape(text, separator, from: start) ?? Shape(separator: separator, width: 1, share: 1) }
    let all: [Dialect.Separator] = [.semicolon, .tab, .bar, .comma, .blanks]
    let shapes = all.compactMap { shape(text, $0, from: start) }
    let best = shapes.max { $0.score < $1.score || $0.score == $1.score && $0.rank > $1.rank }
    guard let best else { return Shape(separator: .comma, width: 1, share: 1) }
    // A tab before the last cell of a row that blanks cut evenly is a blank like the others.
    if best.separator == .tab || best.separator == .comma, best.width * 2 < shapes.last?.width ?? 0,
      let blanks = shapes.last, blanks.separator == .blanks, blanks.share == 1, best.separator == .tab
    {
      return blanks
    }
    return best
  }

  private var score: Double { share >= 0.9 ? 1 : share }

  private var rank: Int {
    switch separator {
    case .semicolon: 0
    case .tab: 1
    case .bar: 2
    case .comma: 3
    case .blanks: 4
    }
  }

  /// Nil where most rows have but one cell.
  private static func shape(
    _ text: UnsafeBufferPointer<UInt8>, _ separator: Dialect.Separator, from start: Int
  ) -> Shape? {
    var rows = RowCutter(text, file: "", dialect: Dialect(separator: separator))
    rows.move(to: start, line: 1)
    var counts: [Int: Int] = [:]
    var total = 0
    while total < decidingRows, (try? rows.next()) == true {
      if rows.isComment { continue }
      total += 1
      counts[rows.cells.count, default: 0] += 1
    }
    guard let mode = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), mode.key > 1 else { return nil }
    let share = Double(mode.value) / Double(total)
    return share >= 0.3 ? Shape(separator: separator, width: mode.key, share: share) : nil
  }
}

extension RowCutter {
  /// Whether the present row begins with `#` or `%`.
  var isComment: Bool {
    guard let first = cells.first, first.end > first.start, !first.isQuoted else { return false }
    return text[first.start] == Byte.hash || text[first.start] == Byte.percent
  }
}
