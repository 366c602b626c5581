extension Float {
  /// Reads a decimal number, spaces around it allowed, rounded to the nearest Float; nil where it is none.
  ///
  /// `nan`, `inf` and numbers out of range give NaN or infinity, so that they can be told from text.
  init?(decimal bytes: ArraySlice<UInt8>) {
    var digits = bytes
    while digits.first == UInt8(ascii: " ") { digits.removeFirst() }
    while digits.last == UInt8(ascii: " ") { digits.removeLast() }
    if let short = Float(shortDecimal: digits) {
      self = short
      return
    }
    guard digits.count <= 512 else { return nil }
    let text = String(decoding: digits, as: UTF8.self).lowercased()
    let isDecimal = text.utf8.allSatisfy { "0123456789+-.e".utf8.contains($0) }
    let isNamed = ["nan", "inf", "infinity"].contains(text.drop { "+-".contains($0) })
    guard isDecimal || isNamed, let value = Float(text) else { return nil }
    self = value
  }

  /// Numbers of few digits, exactly: a whole number below 2²⁴ divided by a power of ten that a Float holds exactly
  /// is rounded once (Clinger 1990).
  private init?(shortDecimal digits: ArraySlice<UInt8>) {
    var whole: Int32 = 0
    var places: Int?
    var digitCount = 0
    let isNegative = digits.first == UInt8(ascii: "-")
    for byte in isNegative ? digits.dropFirst() : digits {
      if byte == UInt8(ascii: "."), places == nil {
        places = 0
      } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), digitCount < 7 {
        whole = whole * 10 + Int32(byte - UInt8(ascii: "0"))
        digitCount += 1
        places = places.map { $0 + 1 }
      } else {
        return nil
      }
    }
    guard digitCount > 0, whole <= 1 << 24 else { return nil }
    let magnitude = Float(whole) / Self.powersOfTen[places ?? 0]
    self = isNegative ? -magnitude : magnitude
  }

  private static let powersOfTen: [Float] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7]
}
