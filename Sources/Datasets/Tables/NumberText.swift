/// Numbers as people and programs write them.
enum NumberText {
  /// The number that a cell is, plainly written: sign, digits, a point, an exponent. Nil where it is anything else.
  ///
  /// Up to 19 digits are gathered in a whole number; where that is below 2⁵³ and the power of ten at most 10²², one
  /// division or product rounds correctly (Clinger 1990). All else goes by way of the standard library.
  @inline(__always)
  static func plain(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan, point: UInt8 = Byte.dot) -> Double? {
    var at = cell.start
    let end = cell.end
    guard at < end else { return nil }
    let isNegative = text[at] == UInt8(ascii: "-")
    if isNegative || text[at] == UInt8(ascii: "+") { at += 1 }
    var whole: UInt64 = 0
    var digits = 0
    var places = 0
    var isBehindPoint = false
    while at < end {
      let digit = text[at] &- UInt8(ascii: "0")
      if digit < 10 {
        whole = whole &* 10 &+ UInt64(digit)
        digits += 1
        if isBehindPoint { places += 1 }
      } else if text[at] == point, !isBehindPoint {
        isBehindPoint = true
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    guard at == end, digits <= 19, whole < 1 << 53, places <= 22 else { return long(text, cell, point: point) }
    let magnitude = Double(whole) / powersOfTen[places]
    return isNegative ? -magnitude : magnitude
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// A number with an exponent or many digits.
  private static func long(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan, point: UInt8) -> Double? {
    guard cell.end - cell.start <= 512 else { return nil }
    var bytes = text[cell.start..<cell.end].map { $0 == point ? Byte.dot : $0 }
    guard bytes.allSatisfy({ Byte.digits.contains($0) || "+-.eEdD".utf8.contains($0) }) else { return nil }
    bytes = bytes.map { $0 | 0x20 == UInt8(ascii: "d") ? UInt8(ascii: "e") : $0 }
    return Double(String(decoding: bytes, as: UTF8.self))
  }

  /// The number that a cell is in any of the forms: also with thousands parted by commas, points, blanks or
  /// apostrophes, a currency's mark, a percent sign, the minus sign U+2212, in parentheses (negative).
  ///
  /// `45 %` is 45, `$1,234.50` is 1234.5.
  static func any(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan, usesDecimalComma: Bool) -> Double? {
    guard cell.end > cell.start, cell.end - cell.start <= 64 else { return nil }
    let point = usesDecimalComma ? Byte.comma : Byte.dot
    // Most cells by far are of this kind.
    if text[cell.start..<cell.end].allSatisfy({ Byte.digits.contains($0) || $0 == point || "+-".utf8.contains($0) }) {
      return plain(text, cell, point: point)
    }
    var string = String(decoding: UnsafeBufferPointer(rebasing: text[cell.start..<cell.end]), as: UTF8.self)
    if let named = special[string.lowercased()] { return named }
    guard string.utf8.contains(where: Byte.digits.contains) else { return nil }
    string = string.replacing("\u{2212}", with: "-").trimmed
    var isNegative = false
    if string.hasPrefix("("), string.hasSuffix(")") {
      isNegative = true
      string = String(string.dropFirst().dropLast())
    }
    for mark in marks {
      if string.hasPrefix(mark) { string = String(string.dropFirst(mark.count)) }
      if string.hasPrefix("-" + mark) { string = "-" + string.dropFirst(mark.count + 1) }
      if string.hasSuffix(mark) { string = String(string.dropLast(mark.count)) }
    }
    guard let digits = withoutThousands(string.trimmed, usesDecimalComma: usesDecimalComma),
      digits.utf8.allSatisfy({ Byte.digits.contains($0) || "+-.eE".utf8.contains($0) }), let value = Double(digits)
    else { return nil }
    return isNegative ? -value : value
  }

  private static let special: [String: Double] = [
    "inf": .infinity, "+inf": .infinity, "-inf": -.infinity, "infinity": .infinity, "-infinity": -.infinity,
  ]

  private static let marks = ["$", "€", "£", "¥", "₹", "US$", "USD", "EUR", "GBP", "CHF", "%"]

  /// `1234567.5` for `1,234,567.5`; nil where the groups are not of three digits each.
  private static func withoutThousands(_ text: String, usesDecimalComma: Bool) -> String? {
    let point: Character = usesDecimalComma ? "," : "."
    let groupMarks: Set<Character> =
      usesDecimalComma ? [".", " ", "\u{A0}", "\u{202F}", "'", "’"] : [",", " ", "\u{A0}", "\u{202F}", "'", "’"]
    let parts = text.split(separator: point, maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(omittingEmptySubsequences: false, whereSeparator: groupMarks.contains)
    let first = groups[0].drop { "+-".contains($0) }
    guard groups.count == 1 || (1...3).contains(first.count) && groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return nil
    }
    return groups.joined() + (parts.count > 1 ? "." + parts[1] : "")
  }
}

extension Double {
  /// The nearest Float; where the number lies within an ulp of halfway between two Floats, the text decides.
  @inline(__always)
  func nearestFloat(_ text: UnsafeBufferPointer<UInt8>, _ cell: CellSpan) -> Float {
    let low = bitPattern & 0x1FFF_FFFF
    guard low &- 0x0FFF_FFFF <= 2 else { return Float(self) }
    let string = String(decoding: UnsafeBufferPointer(rebasing: text[cell.start..<cell.end]), as: UTF8.self)
    return Float(string) ?? Float(self)
  }
}
