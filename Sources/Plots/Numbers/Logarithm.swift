/// Logarithms for axes, in plain arithmetic, so that a picture is the same on every machine.
enum Logarithm {
  private static let ln2 = 0.693147180559945309417
  private static let ln10 = 2.302585092994045684018

  /// log₁₀ x for a positive, finite x: x = m·2ᵉ with m near 1, and ln m = 2(s + s³/3 + s⁵/5 + …), s = (m − 1)/(m + 1).
  static func base10(_ x: Double) -> Double {
    precondition(x > 0 && x.isFinite, "the logarithm needs a positive number, got \(x)")
    var (m, e) = (x.significand, Double(x.exponent))
    if m > 1.414213562373095 { (m, e) = (m / 2, e + 1) }
    let s = (m - 1) / (m + 1)
    let square = s * s
    var sum = 1.0 / 23
    sum = sum * square + 1.0 / 21
    sum = sum * square + 1.0 / 19
    sum = sum * square + 1.0 / 17
    sum = sum * square + 1.0 / 15
    sum = sum * square + 1.0 / 13
    sum = sum * square + 1.0 / 11
    sum = sum * square + 1.0 / 9
    sum = sum * square + 1.0 / 7
    sum = sum * square + 1.0 / 5
    sum = sum * square + 1.0 / 3
    sum = (sum * square + 1) * s
    return (2 * sum + e * ln2) / ln10
  }

  /// 10ˣ: x·ln 10 = n·ln 2 + r, and eʳ by its series.
  static func power10(_ x: Double) -> Double {
    let whole = x.rounded()
    if whole == x, whole.magnitude <= 300 { return power10(Int(whole)) }
    let exponent = min(700, max(-700, x * ln10))
    let n = (exponent / ln2).rounded()
    let r = exponent - n * ln2
    var (term, sum) = (1.0, 1.0)
    for k in 1...16 {
      term *= r / Double(k)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(n), significand: sum)
  }

  /// The nearest number to 10ⁿ, as the literal would be read.
  static func power10(_ n: Int) -> Double { Double("1e\(n)") ?? (n < 0 ? 0 : .infinity) }
}
