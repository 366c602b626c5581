/// What the first cells of a column say about all of them.
struct ColumnLook {
  private(set) var form: RawColumn.Form = .text
  private(set) var base = 0.0
  private(set) var notation = Notation.plain
  /// Whether there are dates of which the day or the month may come first.
  private(set) var hasAmbiguousDates = false

  init(
    column: Int, rows: [[CellSpan]], _ text: UnsafeBufferPointer<UInt8>, _ dialect: Dialect
  ) {
    let filled = rows.compactMap { $0.element(at: column) }.filter { !MissingText.isMissing(text, $0) }
    let numbers = filled.compactMap { NumberText.any(text, $0, usesDecimalComma: dialect.usesDecimalComma) }
    if filled.isEmpty || (filled.count - numbers.count) * 20 <= numbers.count {
      form = .number
      base = Self.base(numbers)
    } else {
      lookForDates(filled, text)
    }
    let isComma = dialect.usesDecimalComma
    if form == .text, let found = Notation(of: filled, text, usesDecimalComma: isComma) {
      (form, notation) = (.number, found)
      base = Self.base(filled.compactMap { found.number(text, $0, usesDecimalComma: isComma) })
    }
  }

  private mutating func lookForDates(_ filled: [CellSpan], _ text: UnsafeBufferPointer<UInt8>) {
    let isDayFirst = filled.contains { DateText.saysDayFirst(text, $0) }
    let order: DateText.Order = isDayFirst ? .dayFirst : .monthFirst
    let moments = filled.compactMap { DateText.moment(text, $0, order: order) }
    guard !moments.isEmpty, (filled.count - moments.count) * 20 <= moments.count else { return }
    form = .date(order)
    base = moments[0].days.rounded(.down)
    hasAmbiguousDates =
      !isDayFirst
      && filled.allSatisfy { cell in
        DateText.moment(text, cell, order: .dayFirst) != nil
      } && filled.contains { DateText.moment(text, $0, order: .dayFirst) != DateText.moment(text, $0, order: order) }
  }

  /// A number near all the others, where these are so large that a Float would lose their differences.
  private static func base(_ numbers: [Double]) -> Double {
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return 0 }
    let magnitude = max(abs(low), abs(high))
    return magnitude >= 0x1p20 && high - low < magnitude / 16 ? low.rounded(.down) : 0
  }
}
