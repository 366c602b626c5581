/// Elementary functions in double precision, the same bits on every machine.
///
/// Goals: equal bits everywhere (no library call, no fused multiply-add), then an error far below single precision.
/// They serve test functions and references, not the training: beyond |x| of about 10⁵ the reduction of sine and cosine
/// loses digits.
public enum PreciseElementary {
  /// eˣ: x = k·ln 2 + r with |r| ≤ ½ ln 2, eʳ by its Taylor series to r¹³ (remainder below 10⁻¹⁷).
  public static func exp(_ x: Double) -> Double {
    guard x < 709 else { return x.isNaN ? x : .infinity }
    guard x > -708 else { return 0 }
    let k = (x * 1.4426950408889634).rounded()
    let r = (x - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33
    var sum = 1.0
    for n in stride(from: 13, to: 0, by: -1) { sum = 1 + r / Double(n) * sum }
    return Double(sign: .plus, exponent: Int(k), significand: sum)
  }

  /// The sine of an angle in radians; NaN unless |x| is below 10⁹.
  public static func sin(_ x: Double) -> Double {
    guard let (quadrant, r) = reduce(x) else { return .nan }
    switch quadrant {
    case 0: return sineNearZero(r)
    case 1: return cosineNearZero(r)
    case 2: return -sineNearZero(r)
    default: return -cosineNearZero(r)
    }
  }

  /// The cosine of an angle in radians; NaN unless |x| is below 10⁹.
  public static func cos(_ x: Double) -> Double {
    guard let (quadrant, r) = reduce(x) else { return .nan }
    switch quadrant {
    case 0: return cosineNearZero(r)
    case 1: return -sineNearZero(r)
    case 2: return -cosineNearZero(r)
    default: return sineNearZero(r)
    }
  }

  /// x = (4m + quadrant)·π/2 + r with |r| ≤ π/4, π/2 in three parts (Cody and Waite); nil where x is not finite or huge.
  private static func reduce(_ x: Double) -> (quadrant: Int, r: Double)? {
    guard abs(x) < 1e9 else { return nil }
    let k = (x * 0.6366197723675814).rounded()
    let r = ((x - k * 0x1.921fb544p0) - k * 0x1.0b4611a6p-34) - k * 0x1.3198a2e037073p-69
    return (Int(k) & 3, r)
  }

  /// r − r³/3! + … to r¹⁷, for |r| ≤ π/4.
  private static func sineNearZero(_ r: Double) -> Double {
    var sum = 1.0
    for n in stride(from: 16, to: 0, by: -2) { sum = 1 - r * r / Double(n * (n + 1)) * sum }
    return r * sum
  }

  /// 1 − r²/2! + … to r¹⁸, for |r| ≤ π/4.
  private static func cosineNearZero(_ r: Double) -> Double {
    var sum = 1.0
    for n in stride(from: 17, to: 0, by: -2) { sum = 1 - r * r / Double(n * (n + 1)) * sum }
    return sum
  }
}
