/// The magnitude of a number in decimal: 0.d₁d₂d₃… × 10^exponent, with the fewest digits that give back the same Double.
struct Decimal {
  /// The digits, 0…9 each, the first and the last not zero; empty for zero.
  var digits: [Int]
  var exponent: Int

  var isZero: Bool { digits.isEmpty }

  init(digits: [Int], exponent: Int) {
    self.digits = digits
    self.exponent = exponent
  }

  /// The decimal digits of |value|, which must be finite.
  init(_ value: Double) {
    precondition(value.isFinite, "only a finite number has digits, got \(value)")
    var (digits, exponent, isWhole) = ([Int](), 0, true)
    var written = value.magnitude.description.utf8[...]
    while let letter = written.popFirst(), letter != UInt8(ascii: "e") {
      guard letter != UInt8(ascii: ".") else {
        isWhole = false
        continue
      }
      let isLeadingZero = digits.isEmpty && letter == UInt8(ascii: "0")
      if isWhole, !isLeadingZero { exponent += 1 }
      if !isWhole, isLeadingZero { exponent -= 1 }
      if !isLeadingZero { digits.append(Int(letter - UInt8(ascii: "0"))) }
    }
    if !written.isEmpty { exponent += Int(Substring(written))! }
    while digits.last == 0 { digits.removeLast() }
    self.init(digits: digits, exponent: digits.isEmpty ? 1 : exponent)
  }

  /// Written with a fixed number of decimals, rounded half up.
  func string(decimals: Int) -> String {
    let rounded = rounded(toDigits: exponent + decimals)
    var text: [UInt8] = []
    text.reserveCapacity(max(1, rounded.exponent) + 1 + decimals)
    func write(_ index: Int) { text.append(UInt8(ascii: "0") + UInt8(rounded.digit(index))) }
    for place in 0..<max(1, rounded.exponent) { write(rounded.exponent > 0 ? place : -1) }
    if decimals > 0 { text.append(UInt8(ascii: ".")) }
    for place in 0..<decimals { write(rounded.exponent + place) }
    return String(decoding: text, as: UTF8.self)
  }

  private func digit(_ index: Int) -> Int { digits.indices.contains(index) ? digits[index] : 0 }

  /// Rounded half up to so many digits.
  func rounded(toDigits count: Int) -> Decimal {
    guard count < digits.count else { return self }
    guard count >= 0 else { return Decimal(digits: [], exponent: 1) }
    var kept = Array(digits.prefix(count))
    guard digits[count] >= 5 else { return Decimal(digits: kept, exponent: exponent) }
    var place = count - 1
    while place >= 0, kept[place] == 9 {
      kept[place] = 0
      place -= 1
    }
    if place >= 0 {
      kept[place] += 1
      return Decimal(digits: kept, exponent: exponent)
    }
    return Decimal(digits: [1] + kept, exponent: exponent + 1)
  }
}
