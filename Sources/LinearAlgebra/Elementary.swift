import CKernels

/// The elementary functions in single precision, with the same bits on every machine.
///
/// The C library's differ in their last places from one machine to the next, so everything that reaches a number of
/// the training uses these. Errors are at most 2.4 units in the last place (tanh: 2, and it never falls; sine, cosine, exp, log: less than 1), special values are
/// those of IEEE 754.
public enum Elementary {
  /// eˣ
  public static func exp(_ x: Float) -> Float { kernel_exp(x) }

  /// eˣ − 1, accurate near 0.
  public static func expm1(_ x: Float) -> Float { kernel_expm1(x) }

  /// The natural logarithm.
  public static func log(_ x: Float) -> Float { kernel_log(x) }

  /// ln(1 + x), accurate near 0.
  public static func log1p(_ x: Float) -> Float { kernel_log1p(x) }

  /// The hyperbolic tangent.
  public static func tanh(_ x: Float) -> Float { kernel_tanh(x) }

  /// 1 / (1 + e⁻ˣ)
  public static func sigmoid(_ x: Float) -> Float { kernel_sigmoid(x) }

  /// The error function, 2/√π ∫₀ˣ exp(−t²) dt.
  public static func erf(_ x: Float) -> Float { kernel_erf(x) }

  /// Φ(z), the normal distribution's share below z, accurate in its tail too.
  public static func normalShare(_ z: Float) -> Float { kernel_normal_share(z) }

  /// e^(−z²/2)
  public static func bell(_ z: Float) -> Float { kernel_bell(z) }

  /// The sine of an angle in radians.
  public static func sin(_ x: Float) -> Float { kernel_sin(x) }

  /// The cosine of an angle in radians.
  public static func cos(_ x: Float) -> Float { kernel_cos(x) }
}
