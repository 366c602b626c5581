extension PreciseElementary {
  /// The natural logarithm: x = m·2ᵏ with √½ ≤ m < √2, ln m = 2 artanh((m−1)/(m+1)) by its series.
  public static func log(_ x: Double) -> Double {
    guard x > 0, x < .infinity else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    var (m, k) = (x.significand, Double(x.exponent))
    if m > 1.4142135623730951 { (m, k) = (m / 2, k + 1) }
    let t = (m - 1) / (m + 1)
    var sum = 0.0
    for n in stride(from: 25, through: 1, by: -2) { sum = sum * (t * t) + 1 / Double(n) }
    return k * 0x1.62e42fefa39efp-1 + 2 * t * sum
  }

  /// tanh x = (1 − e⁻²ˣ) / (1 + e⁻²ˣ) for x ≥ 0; near 0 good to 10⁻¹⁶ absolutely, not relatively.
  public static func tanh(_ x: Double) -> Double {
    let e = exp(-2 * abs(x))
    let value = (1 - e) / (1 + e)
    return x < 0 ? -value : value
  }

  /// 1 / (1 + e⁻ˣ)
  public static func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

  /// ln(1 + eˣ), without overflow.
  public static func softplus(_ x: Double) -> Double { max(x, 0) + log(1 + exp(-abs(x))) }

  /// erf x = 2/√π · e^(−x²) · Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)), whose terms are all of one sign.
  public static func erf(_ x: Double) -> Double {
    guard abs(x) < 6 else { return x < 0 ? -1 : x > 0 ? 1 : x }
    var (term, sum, n) = (x, x, 0.0)
    while abs(term) > abs(sum) * 0x1p-54 {
      n += 1
      term *= 2 * x * x / (2 * n + 1)
      sum += term
    }
    return 1.1283791670955126 * exp(-x * x) * sum
  }
}
