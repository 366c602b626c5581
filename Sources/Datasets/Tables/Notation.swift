/// How the numbers of a column are written, where they are more than digits.
enum Notation: Hashable {
  case plain
  /// `70 kg`, `19 years`: the same unit behind every number.
  case unit([UInt8])
  /// `7:30` and `3:25:10`: hours, minutes and seconds.
  case clock

  /// What nearly all cells have in common; nil where they are no numbers, or parted between several units.
  init?(of cells: [CellSpan], _ text: UnsafeBufferPointer<UInt8>, usesDecimalComma: Bool) {
    guard cells.count > 2 else { return nil }
    let clocks = cells.count { Self.hours(text, $0) != nil }
    if (cells.count - clocks) * 20 <= clocks {
      self = .clock
      return
    }
    guard let unit = cells.lazy.compactMap({ Self.unit(text, $0) }).first else { return nil }
    let same = cells.count { Self.number(text, $0, before: unit, usesDecimalComma: usesDecimalComma) != nil }
    guard (cells.count - same) * 20 <= same else { return nil }
    self = .unit(unit)
  }

  /// The unit's name.
  var unit: String? {
    if case .unit(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  /// The number that a cell is; nil where it is not written so.
  func number(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan, usesDecimalComma: Bool) -> Double? {
    switch self {
    case .plain: nil
    case .unit(let unit): Self.number(text, cell, before: unit, usesDecimalComma: usesDecimalComma)
    case .clock: Self.hours(text, cell)
    }
  }

  /// What stands behind the digits of a cell, at most eight bytes without digits.
  private static func unit(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> [UInt8]? {
    guard let last = text[cell.start..<cell.end].lastIndex(where: Byte.digits.contains) else { return nil }
    let rest = text[(last + 1)..<cell.end].drop { $0 == Byte.space }
    return (1...8).contains(rest.count) ? Array(rest) : nil
  }

  private static func number(
    _ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan, before unit: [UInt8], usesDecimalComma: Bool
  ) -> Double? {
    var number = cell
    if text[cell.start..<cell.end].suffix(unit.count).elementsEqual(unit) { number.end -= unit.count }
    while number.end > number.start, text[number.end - 1] == Byte.space { number.end -= 1 }
    return NumberText.any(text, number, usesDecimalComma: usesDecimalComma).flatMap { $0.isFinite ? $0 : nil }
  }

  /// `7:30` is 7.5.
  private static func hours(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> Double? {
    guard (4...16).contains(cell.end - cell.start) else { return nil }
    let parts = text[cell.start..<cell.end].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, (1...4).contains(parts[0].count) else { return nil }
    var hours = 0.0
    for (part, worth) in zip(parts, [1, 60, 3600.0]) {
      let isLast = worth == 3600
      guard part.allSatisfy({ Byte.digits.contains($0) || isLast && $0 == Byte.dot }),
        let value = Double(String(decoding: part, as: UTF8.self)),
        worth == 1 || value < 60 && part.prefix(while: Byte.digits.contains).count == 2
      else { return nil }
      hours += value / worth
    }
    return hours
  }
}
