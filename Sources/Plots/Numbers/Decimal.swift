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
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var all = mantissa.joined().map { $0.wholeNumberValue! }
    var exponent = mantissa[0].count + (parts.count > 1 ? Int(parts[1])! : 0)
    while all.last == 0 { all.removeLast() }
    let zeros = all.prefix { $0 == 0 }.count
    exponent -= zeros
    self.init(digits: Array(all.dropFirst(zeros)), exponent: all.isEmpty ? 1 : exponent)
  }

  /// Written with a fixed number of decimals, rounded half up.
  func string(decimals: Int) -> String {
    let rounded = rounded(toDigits: exponent + decimals)
    let whole = (0..<max(1, rounded.exponent)).map { rounded.digit(rounded.exponent > 0 ? $0 : -1) }
    let fraction = (0..<decimals).map { rounded.digit(rounded.exponent + $0) }
    let text = whole.map(String.init).joined()
    return decimals > 0 ? text + "." + fraction.map(String.init).joined() : text
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
