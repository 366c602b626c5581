extension Activation {
  /// f′(z), as the screen shows it.
  public var slopeFormula: String {
    switch self {
    case .threshold: "0"
    case .sigmoid: "a(1−a)"
    case .tanh: "1−a²"
    case .rectifier: "1 if z > 0 else 0"
    case .linear: "1"
    case .leakyRectifier: "1 if z > 0 else 0.01"
    case .elu: "1 if z > 0 else a+1"
    case .softplus: "1/(1+e⁻ᶻ)"
    case .gelu: "Φ(z) + z·φ(z)"
    case .silu: "s + z·s(1−s), s = 1/(1+e⁻ᶻ)"
    case .scaledTanh: "⅔(1.7159 − a²/1.7159)"
    case .softmax: "a(1−a)"
    }
  }

  /// f(z) with the number in it.
  public func value(inNumbers z: Float) -> Equation.Substitution {
    switch self {
    case .threshold: "\(z) ≥ 0?"
    case .sigmoid: "1/(1+exp(\(-z)))"
    case .tanh: "tanh(\(z))"
    case .rectifier: "max(0, \(z))"
    case .linear: ""
    case .leakyRectifier: "max(0.01·\(z), \(z))"
    case .elu: z > 0 ? "\(z)" : "exp(\(z)) − 1"
    case .softplus: "ln(1+exp(\(z)))"
    case .gelu: "\(z)·Φ(\(z))"
    case .silu: "\(z)/(1+exp(\(-z)))"
    case .scaledTanh: "1.7159·tanh(2·\(z)/3)"
    case .softmax: ""
    }
  }

  /// f′(z) with the unit's numbers in it; empty where it is the same for every z.
  public func slope(inNumbers z: Float, _ a: Float) -> Equation.Substitution {
    switch self {
    case .threshold, .linear: return ""
    case .sigmoid, .softmax: return "\(a)·(1 − \(a))"
    case .tanh: return "1 − \(a)²"
    case .rectifier, .leakyRectifier: return "\(z) > 0?"
    case .elu: return z > 0 ? "\(z) > 0?" : "\(a) + 1"
    case .softplus: return "1/(1+exp(\(-z)))"
    case .gelu: return "Φ(\(z)) + \(z)·φ(\(z))"
    case .silu:
      let share = Activation.sigmoid.value(z)
      return "\(share) + \(z)·\(share)·(1 − \(share))"
    case .scaledTanh: return "⅔(1.7159 − \(a)²/1.7159)"
    }
  }
}
