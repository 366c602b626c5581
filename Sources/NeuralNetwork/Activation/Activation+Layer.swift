import LinearAlgebra

extension Activation {
  /// The kernel that works it out for a whole layer and batch.
  @inline(__always)
  var function: Kernels.Function {
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
    case .softmax: .softmax
    }
  }
}
