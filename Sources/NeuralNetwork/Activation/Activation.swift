import LinearAlgebra

/// What a unit makes of its weighted sum z.
public enum Activation: String, CaseIterable, Sendable {
  case threshold, sigmoid, tanh, rectifier, linear
  case leakyRectifier = "leaky-relu"
  case elu, softplus, gelu, silu
  case scaledTanh = "scaled-tanh"
  case softmax

  /// Reads a name as demo files write it; `relu` is the rectifier.
  public init?(name: String) {
    if name == "relu" {
      self = .rectifier
    } else if let known = Activation(rawValue: name) {
      self = known
    } else {
      return nil
    }
  }

  /// The smallest and largest output a unit can have.
  public var range: ClosedRange<Float> {
    switch self {
    case .threshold, .sigmoid, .softmax: 0...1
    case .tanh: -1...1
    case .scaledTanh: -1.7159...1.7159
    case .rectifier, .softplus: 0...(.infinity)
    case .elu: -1...(.infinity)
    case .gelu: -0.17...(.infinity)
    case .silu: -0.2785...(.infinity)
    case .linear, .leakyRectifier: -.infinity ... .infinity
    }
  }

  /// The formula, as the screen shows it.
  public var formula: String {
    switch self {
    case .threshold: "1 if z ≥ 0 else 0"
    case .sigmoid: "1/(1+e⁻ᶻ)"
    case .tanh: "tanh z"
    case .rectifier: "max(0,z)"
    case .linear: "z"
    case .leakyRectifier: "max(0.01z,z)"
    case .elu: "z if z>0 else eᶻ−1"
    case .softplus: "ln(1+eᶻ)"
    case .gelu: "z·Φ(z)"
    case .silu: "z/(1+e⁻ᶻ)"
    case .scaledTanh: "1.7159·tanh(2z/3)"
    case .softmax: "eᶻ/Σeᶻ"
    }
  }
}

extension Activation {
  /// a = f(z) of one unit. Softmax needs the whole layer: see `apply`; alone it is 1.
  public func value(_ z: Float) -> Float {
    switch self {
    case .threshold: z >= 0 ? 1 : 0
    case .sigmoid: logistic(z)
    case .tanh: Elementary.tanh(z)
    case .rectifier: z > 0 ? z : 0
    case .linear: z
    case .leakyRectifier: z > 0 ? z : 0.01 * z
    case .elu: z > 0 ? z : Elementary.exp(z) - 1
    case .softplus: softPlus(z)
    case .gelu: z * (0.5 * (1 + Elementary.erf(z * 0.70710678)))
    case .silu: z * logistic(z)
    case .scaledTanh: 1.7159 * Elementary.tanh(z * (2 / 3))
    case .softmax: 1
    }
  }

  /// f′(z) of one unit, given z and a = f(z). Softmax couples its units: see `Cost.delta`.
  public func derivative(_ z: Float, _ a: Float) -> Float {
    switch self {
    case .threshold: 0
    case .sigmoid: a * (1 - a)
    case .tanh: 1 - a * a
    case .rectifier: z > 0 ? 1 : 0
    case .linear: 1
    case .leakyRectifier: z > 0 ? 1 : 0.01
    case .elu: z > 0 ? 1 : a + 1
    case .softplus: logistic(z)
    case .gelu: 0.5 * (1 + Elementary.erf(z * 0.70710678)) + z * (0.3989423 * Elementary.exp(-0.5 * z * z))
    case .silu:
      { s in s * (1 + z * (1 - s)) }(logistic(z))
    case .scaledTanh: (2 / 3) * (1.7159 - a * a / 1.7159)
    case .softmax: a * (1 - a)
    }
  }

  /// a = f(z) for a whole layer and batch, `[count, units]` both.
  public func apply(_ z: [Float], into a: inout [Float], count: Int, units: Int) {
    guard self == .softmax else {
      for i in 0..<count * units { a[i] = value(z[i]) }
      return
    }
    for row in 0..<count {
      let cells = row * units..<(row + 1) * units
      let largest = z[cells].max()!
      var sum: Float = 0
      for i in cells {
        a[i] = Elementary.exp(z[i] - largest)
        sum += a[i]
      }
      for i in cells { a[i] /= sum }
    }
  }
}

/// 1/(1+e⁻ᶻ), without overflow.
func logistic(_ z: Float) -> Float {
  if z >= 0 { return 1 / (1 + Elementary.exp(-z)) }
  let e = Elementary.exp(z)
  return e / (1 + e)
}

/// ln(1+eᶻ), without overflow.
func softPlus(_ z: Float) -> Float { max(z, 0) + Elementary.log1p(Elementary.exp(-abs(z))) }
