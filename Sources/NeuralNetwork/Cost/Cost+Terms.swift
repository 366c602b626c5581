import LinearAlgebra

extension Cost {
  /// Near the edge of its domain an output, or a target, is taken to be this far inside.
  public static let clip: Float = 1e-7
  /// The exponential's exponent is capped here, lest the cost overflow.
  public static let largestExponent: Float = 80
  /// The exponential at its cap.
  static let largestExponential = Elementary.exp(largestExponent)

  /// One output's term of the sum over outputs; `whole` makes the cost of the sum. Cross-entropy, which is worked out
  /// from z, has none.
  func term(_ a: Float, _ y: Float) -> Float {
    let inside = max(a, Cost.clip)
    switch self {
    case .quadratic, .exponential: return (a - y) * (a - y)
    case .crossEntropy: return 0
    case .hellinger: return square(inside.squareRoot() - y.squareRoot())
    case .klDivergence: return y > 0 ? y * Elementary.log(y / inside) : 0
    case .generalizedKL: return (y > 0 ? y * Elementary.log(y / inside) : 0) - y + inside
    case .itakuraSaito:
      let ratio = max(y, Cost.clip) / inside
      return ratio - Elementary.log(ratio) - 1
    case .absolute: return abs(a - y)
    case .huber:
      let distance = abs(a - y)
      return distance <= 1 ? 0.5 * distance * distance : distance - 0.5
    case .hinge: return max(0, 1 - a * y)
    }
  }

  /// A sample's cost, from the sum of its outputs' terms.
  func whole(_ sum: Float) -> Float {
    switch self {
    case .quadratic: 0.5 * sum
    case .exponential: Elementary.exp(sum > Cost.largestExponent ? Cost.largestExponent : sum)
    case .hellinger: sum * 0.70710678
    default: sum
    }
  }

  /// ∂C/∂a of one output; `whole` is the sample's cost (the exponential needs it). Cross-entropy's holds for an output
  /// between 0 and 1 of its own (sigmoid).
  public func slope(_ a: Float, _ y: Float, whole: Float) -> Float {
    let inside = max(a, Cost.clip)
    switch self {
    case .quadratic: return a - y
    case .crossEntropy: return (a - y) / max(a * (1 - a), Cost.clip)
    case .exponential: return 2 * (a - y) * whole
    case .hellinger: return 0.70710678 * (1 - y.squareRoot() / inside.squareRoot())
    case .klDivergence: return -y / inside
    case .generalizedKL: return 1 - y / inside
    case .itakuraSaito: return (inside - max(y, Cost.clip)) / (inside * inside)
    case .absolute: return a > y ? 1 : a < y ? -1 : a - y
    case .huber: return abs(a - y) <= 1 ? a - y : a > y ? 1 : a < y ? -1 : a - y
    case .hinge: return a * y < 1 ? -y : 0
    }
  }
}

private func square(_ x: Float) -> Float { x * x }
