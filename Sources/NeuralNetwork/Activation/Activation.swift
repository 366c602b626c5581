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
