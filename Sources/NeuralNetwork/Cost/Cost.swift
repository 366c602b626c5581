import LinearAlgebra

/// The cost of one sample, from its output a and target y; a batch's cost is the mean over its samples.
public enum Cost: String, CaseIterable, Sendable {
  case quadratic
  case crossEntropy = "cross-entropy"
  case exponential, hellinger
  case klDivergence = "kl-divergence"
  case generalizedKL = "generalized-kl"
  case itakuraSaito = "itakura-saito"
  case absolute, huber, hinge

  /// The formula, as the screen shows it.
  public var formula: String {
    switch self {
    case .quadratic: "½Σ(a−y)²"
    case .crossEntropy: "−Σ y·ln a + (1−y)·ln(1−a)"
    case .exponential: "exp Σ(a−y)²"
    case .hellinger: "Σ(√a−√y)²/√2"
    case .klDivergence: "Σ y·ln(y/a)"
    case .generalizedKL: "Σ y·ln(y/a) − y + a"
    case .itakuraSaito: "Σ y/a − ln(y/a) − 1"
    case .absolute: "Σ|a−y|"
    case .huber: "Σ huber(a−y)"
    case .hinge: "Σ max(0, 1−a·y)"
    }
  }
}

extension Cost {
  /// Near the edge of its domain an output is taken to be this far inside.
  public static let clip: Float = 1e-7

  /// The cost of one sample. `z`, `a` and `y` are the output layer's weighted sums and outputs and the targets.
  public func value(z: ArraySlice<Float>, a: ArraySlice<Float>, y: ArraySlice<Float>, output: Activation) -> Float {
    if self == .crossEntropy { return Cost.crossEntropy(z: z, y: y, output: output) }
    var sum: Float = 0
    for (a, y) in zip(a, y) { sum += term(a, y) }
    switch self {
    case .quadratic: return 0.5 * sum
    case .exponential: return Elementary.exp(min(sum, 80))
    case .hellinger: return sum * 0.70710678
    default: return sum
    }
  }

  /// One output's term of the sum.
  private func term(_ a: Float, _ y: Float) -> Float {
    let inside = max(a, Cost.clip)
    switch self {
    case .quadratic, .exponential: return (a - y) * (a - y)
    case .crossEntropy: return 0
    case .hellinger: return { $0 * $0 }(inside.squareRoot() - y.squareRoot())
    case .klDivergence: return y > 0 ? y * Elementary.log(y / inside) : 0
    case .generalizedKL: return (y > 0 ? y * Elementary.log(y / inside) : 0) - y + inside
    case .itakuraSaito: return y / inside - Elementary.log(y / inside) - 1
    case .absolute: return abs(a - y)
    case .huber: return { $0 <= 1 ? 0.5 * $0 * $0 : $0 - 0.5 }(abs(a - y))
    case .hinge: return max(0, 1 - a * y)
    }
  }

  /// From z, never through a rounded a: softmax −Σ y·(z − ln Σeᶻ), sigmoid Σ max(z,0) − z·y + ln(1+e^−|z|).
  private static func crossEntropy(z: ArraySlice<Float>, y: ArraySlice<Float>, output: Activation) -> Float {
    var cost: Float = 0
    guard output == .softmax else {
      for (z, y) in zip(z, y) { cost += max(z, 0) - z * y + Elementary.log1p(Elementary.exp(-abs(z))) }
      return cost
    }
    let largest = z.max()!
    var sum: Float = 0
    for z in z { sum += Elementary.exp(z - largest) }
    let logSum = Elementary.log(sum) + largest
    for (z, y) in zip(z, y) { cost += y * (logSum - z) }
    return cost
  }

  /// ∂C/∂a of one output; `whole` is the sample's cost (the exponential needs it).
  public func slope(_ a: Float, _ y: Float, whole: Float) -> Float {
    let inside = max(a, Cost.clip)
    switch self {
    case .quadratic: return a - y
    case .crossEntropy: return (a - y) / max(a * (1 - a), Cost.clip)
    case .exponential: return 2 * (a - y) * whole
    case .hellinger: return 0.70710678 * (1 - y.squareRoot() / inside.squareRoot())
    case .klDivergence: return -y / inside
    case .generalizedKL: return 1 - y / inside
    case .itakuraSaito: return (inside - y) / (inside * inside)
    case .absolute: return a > y ? 1 : a < y ? -1 : 0
    case .huber: return max(-1, min(1, a - y))
    case .hinge: return a * y < 1 ? -y : 0
    }
  }

  /// δᴸ = ∂C/∂z of the output layer for one sample (Nielsen ch. 2, BP1).
  public func delta(
    z: ArraySlice<Float>, a: ArraySlice<Float>, y: ArraySlice<Float>, output: Activation, cost: Float
  ) -> [Float] {
    if self == .crossEntropy, output == .sigmoid { return zip(a, y).map { $0 - $1 } }
    if self == .crossEntropy, output == .softmax {
      let total = y.reduce(0, +)
      return zip(a, y).map { $0 * total - $1 }
    }
    let slopes = zip(a, y).map { slope($0, $1, whole: cost) }
    guard output == .softmax else { return zip(slopes, zip(z, a)).map { $0 * output.derivative($1.0, $1.1) } }
    let mean = zip(slopes, a).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    return zip(slopes, a).map { $1 * ($0 - mean) }
  }
}
