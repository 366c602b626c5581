import CKernels

extension Kernels {
  /// Functions that the kernels apply to whole arrays, the same numbers as one by one.
  @frozen
  public enum Function: Sendable {
    /// 1 where z ≥ 0, else 0.
    case threshold
    case sigmoid, tanh
    /// max(z, 0)
    case rectifier
    case linear
    /// z where z > 0, else 0.01 z.
    case leakyRectifier
    /// z where z > 0, else eᶻ − 1.
    case elu
    /// ln(1 + eᶻ)
    case softplus
    /// z · ½(1 + erf(z/√2))
    case gelu
    /// z / (1 + e⁻ᶻ)
    case silu
    /// 1.7159 tanh(⅔z)
    case scaledTanh
    /// eᶻ/Σeᶻ over a layer's units, the largest z subtracted first; for a whole layer alone.
    case softmax
    case exp, log, log1p, erf

    @inlinable var code: kernel_function {
      switch self {
      case .threshold: KERNEL_THRESHOLD
      case .sigmoid: KERNEL_SIGMOID
      case .tanh: KERNEL_TANH
      case .rectifier: KERNEL_RECTIFIER
      case .linear: KERNEL_LINEAR
      case .leakyRectifier: KERNEL_LEAKY_RECTIFIER
      case .elu: KERNEL_ELU
      case .softplus: KERNEL_SOFTPLUS
      case .gelu: KERNEL_GELU
      case .silu: KERNEL_SILU
      case .scaledTanh: KERNEL_SCALED_TANH
      case .softmax: KERNEL_SOFTMAX
      case .exp: KERNEL_EXP
      case .log: KERNEL_LOG
      case .log1p: KERNEL_LOG1P
      case .erf: KERNEL_ERF
      }
    }
  }

  /// The costs that the kernels work out, and the output layer's δ with them.
  @frozen
  public enum Cost: Sendable {
    /// ½Σ(a − y)², δ = (a − y) f′(z); not for softmax.
    case quadratic
    /// Σ ln(1 + eᶻ) − yz, δ = a − y
    case sigmoidCrossEntropy
    /// Σ y (ln Σeᶻ − z), δ = a Σy − y
    case softmaxCrossEntropy

    @inlinable var code: kernel_cost {
      switch self {
      case .quadratic: KERNEL_QUADRATIC
      case .sigmoidCrossEntropy: KERNEL_SIGMOID_CROSS_ENTROPY
      case .softmaxCrossEntropy: KERNEL_SOFTMAX_CROSS_ENTROPY
      }
    }
  }

  /// a = f(z), element by element; `a` may be `z`.
  @inlinable
  public static func apply(_ function: Function, to z: Input, into a: Output, count: Int) {
    kernels_in_use().pointee.apply(function.code, z, a, count)
  }

  /// delta ← delta · f′(z), from z and a = f(z). f must be one of the activations: not softmax, exp, log, log1p or erf.
  @inlinable
  public static func multiplyBySlope(of function: Function, z: Input, a: Input, into delta: Output, count: Int) {
    kernels_in_use().pointee.multiply_by_slope(function.code, z, a, delta, count)
  }
}
