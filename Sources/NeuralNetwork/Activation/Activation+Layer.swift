import LinearAlgebra

extension Activation {
  /// a = f(z) for a whole layer and batch, `[samples, units]` both.
  func apply(to z: Kernels.Input, into a: Kernels.Output, samples: Int, units: Int) {
    if let function {
      Kernels.apply(function, to: z, into: a, count: samples * units)
    } else {
      Kernels.softmax(z, into: a, rows: samples, columns: units)
    }
  }

  /// delta ← delta ⊙ f′(z). Softmax, which couples its units, has no slope of its own: see `Cost.differentiate`.
  func multiplyBySlope(z: Kernels.Input, a: Kernels.Input, into delta: Kernels.Output, count: Int) {
    guard let function else { preconditionFailure("softmax belongs in the output layer") }
    Kernels.multiplyBySlope(of: function, z: z, a: a, into: delta, count: count)
  }

  /// The kernel that applies it element by element; nil for softmax.
  private var function: Kernels.Function? {
    switch self {
    case .threshold: .threshold
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .rectifier: .rectifier
    case .linear: .linear
    case .leakyRectifier: .leakyRectifier
    case .elu: .elu
    case .softplus: .softplus
    case .gelu: .gelu
    case .silu: .silu
    case .scaledTanh: .scaledTanh
    case .softmax: nil
    }
  }
}
