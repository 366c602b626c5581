/// The magnitude of a number in decimal: 0.d₁d₂d₃… × 10^exponent, with the fewest digits that give back the same Double.
struct Decimal {
  /// d₁d₂d₃… as a whole number, whose last digit is not zero; 0 for zero.
  let coefficient: UInt64
  /// How many digits the coefficient has; none for zero.
  let count: Int
  var exponent: Int

  var isZero: Bool { count == 0 }

  private init(_ coefficient: UInt64, count: Int, exponent: Int) {
    var (coefficient, count) = (coefficient, coefficient == 0 ? 0 : count)
    while count > 1, coefficient % 10 == 0 { (coefficient, count) = (coefficient / 10, count - 1) }
    (self.coefficient, self.count, self.exponent) = (coefficient, count, exponent)
  }

  /// The decimal digits of |value|, which must be finite.
  init(_ value: Double) {
    precondition(value.isFinite, "only a finite number has digits, got \(value)")
    // At most 17 digits differ from zero, or stand before the point with a zero after it.
    var (coefficient, count, exponent, isWhole): (UInt64, Int, Int, Bool) = (0, 0, 0, true)
    var written = value.magnitude.description.utf8[...]
    while let letter = written.popFirst(), letter != UInt8(ascii: "e") {
      guard letter != UInt8(ascii: ".") else {
        isWhole = false
        continue
      }
      let isLeadingZero = count == 0 && letter == UInt8(ascii: "0")
      if isWhole, !isLeadingZero { exponent += 1 }
      if !isWhole, isLeadingZero { exponent -= 1 }
      guard !isLeadingZero else { continue }
      coefficient = 10 * coefficient + UInt64(letter - UInt8(ascii: "0"))
      count += 1
    }
    if !written.isEmpty { exponent += Int(Substring(written))! }
    self.init(coefficient, count: count, exponent: count == 0 ? 1 : exponent)
  }

  /// Written with a fixed number of decimals, rounded half up.
  func string(decimals: Int) -> String {
    let rounded = rounded(toDigits: exponent + decimals)
    let whole = max(1, rounded.exponent)
    let length = decimals > 0 ? whole + 1 + decimals : whole
    return String(unsafeUninitializedCapacity: length) { text in
      var rest = rounded.coefficient
      // Which of the number's digits comes next, from the last to the first.
      var digit = rounded.exponent + decimals - 1
      for place in stride(from: length - 1, through: 0, by: -1) {
        if decimals > 0, place == whole {
          text.initializeElement(at: place, to: UInt8(ascii: "."))
          continue
        }
        let isOwn = digit >= 0 && digit < rounded.count
        text.initializeElement(at: place, to: UInt8(ascii: "0") + (isOwn ? UInt8(rest % 10) : 0))
        if isOwn { rest /= 10 }
        digit -= 1
      }
      return length
    }
  }

  /// Rounded half up to so many digits.
  func rounded(toDigits kept: Int) -> Decimal {
    guard kept < count else { return self }
    guard kept >= 0 else { return Decimal(0, count: 0, exponent: 1) }
    let unit = Self.powers[count - kept]
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
    let result = remainder >= unit / 2 ? quotient + 1 : quotient
    let carries = result == Self.powers[kept]
    return Decimal(result, count: carries ? kept + 1 : kept, exponent: carries ? exponent + 1 : exponent)
  }

  /// Its digits with the point elsewhere.
  func with(exponent: Int) -> Decimal {
    var result = self
    result.exponent = exponent
    return result
  }

  /// 10ⁿ for every count of digits.
  private static let powers: [UInt64] = (0..<18).reduce(into: [1]) { powers, _ in powers.append(10 * powers.last!) }
}
