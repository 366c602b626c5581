import LinearAlgebra

/// How the learning rate changes from epoch to epoch.
public enum Schedule: String, CaseIterable, Sendable {
  case constant
  /// Halved every 50 epochs.
  case step
  /// η / (1 + t/50), t in epochs.
  case inverseTime = "1/t"
  /// ½η(1 + cos(πt/T)), t in epochs, T = 200: down to 0, and there it stays (Loshchilov and Hutter 2017, no restart).
  case cosine

  /// The learning rate of an epoch, counted from 0.
  public func rate(_ initial: Float, epoch: Int) -> Float {
    switch self {
    case .constant: initial
    case .step: initial * Float(sign: .plus, exponent: -min(epoch / 50, 1000), significand: 1)
    case .inverseTime: initial / (1 + Float(epoch) / 50)
    case .cosine: epoch < 200 ? 0.5 * initial * (1 + Elementary.cos(Float.pi * Float(epoch) / 200)) : 0
    }
  }

  /// The formula, as the screen shows it.
  public var formula: String {
    switch self {
    case .constant: "η"
    case .step: "η·½^⌊t/50⌋"
    case .inverseTime: "η/(1+t/50)"
    case .cosine: "½η(1+cos πt/200)"
    }
  }
}
