import LinearAlgebra

extension Activation {
  /// a = f(z) of one unit. Softmax needs the whole layer: alone it is 1.
  public func value(_ z: Float) -> Float {
    switch self {
    case .threshold: z >= 0 ? 1 : 0
    case .sigmoid: Elementary.sigmoid(z)
    case .tanh: Elementary.tanh(z)
    case .rectifier: z < 0 ? 0 : z
    case .linear: z
    case .leakyRectifier: z < 0 ? 0.01 * z : z
    case .elu: z > 0 ? z : Elementary.expm1(z)
    case .softplus: softPlus(z)
    case .gelu: z * Elementary.normalShare(z)
    case .silu: z * Elementary.sigmoid(z)
    case .scaledTanh: 1.7159 * Elementary.tanh(z * (2 / 3))
    case .softmax: 1
    }
  }

  /// f′(z) of one unit, given z and a = f(z). Softmax couples its units: see `Cost.differentiate`.
  public func derivative(_ z: Float, _ a: Float) -> Float {
    switch self {
    case .threshold: 0
    case .sigmoid: a * (1 - a)
    case .tanh: (1 - a) * (1 + a)
    case .rectifier: z > 0 ? 1 : 0
    case .linear: 1
    case .leakyRectifier: z > 0 ? 1 : 0.01
    case .elu: z > 0 ? 1 : a + 1
    case .softplus: Elementary.sigmoid(z)
    case .gelu: Elementary.normalShare(z) + z * (0.3989423 * Elementary.bell(z))
    case .silu: siluSlope(z)
    case .scaledTanh: (2 / 3 / 1.7159) * ((1.7159 - a) * (1.7159 + a))
    case .softmax: a * (1 - a)
    }
  }
}

/// ln(1+eᶻ), without overflow.
func softPlus(_ z: Float) -> Float { max(z, 0) + Elementary.log1p(Elementary.exp(-abs(z))) }

/// s(1 + z(1−s)), s = 1/(1+e⁻ᶻ)
private func siluSlope(_ z: Float) -> Float {
  let share = Elementary.sigmoid(z)
  return share * (1 + z * (1 - share))
}
