import LinearAlgebra

/// How the learning rate changes from epoch to epoch.
public enum Schedule: String, CaseIterable, Sendable {
  /// η in every epoch.
  case constant
  /// η·γ^⌊t/s⌋, t in epochs: times the factor γ after every s epochs (PyTorch's StepLR).
  case step
  /// η / (1 + t/h), t in epochs: half of it after h epochs.
  case inverseTime = "1/t"
  /// ½η(1 + cos(πt/T)), t in epochs: down to 0 at T, and there it stays (Loshchilov and Hutter 2017, no restart).
  case cosine

  /// The constants of the schedules; each reads its own.
  public struct Constants: Hashable, Sendable {
    /// s: the epochs between two steps, at least 1.
    public var stepEpochs: Int
    /// γ: what a step multiplies the rate with, above 0.
    public var stepFactor: Double
    /// h: the epochs after which 1/t has halved the rate, above 0.
    public var inverseEpochs: Double
    /// T: the epochs after which cosine has come to 0, at least 1.
    public var cosineEpochs: Int

    /// The defaults of the schedules: s = 50 and γ = 0.5, h = 50, T = 200.
    public init(
      stepEpochs: Int = 50, stepFactor: Double = 0.5, inverseEpochs: Double = 50, cosineEpochs: Int = 200
    ) {
      self.stepEpochs = stepEpochs
      self.stepFactor = stepFactor
      self.inverseEpochs = inverseEpochs
      self.cosineEpochs = cosineEpochs
    }
  }

  /// The learning rate of an epoch, counted from 0.
  public func rate(_ initial: Float, epoch: Int, constants: Constants = Constants()) -> Float {
    switch self {
    case .constant: return initial
    case .step: return Float(Double(initial) * power(constants.stepFactor, epoch / max(1, constants.stepEpochs)))
    case .inverseTime: return initial / (1 + Float(epoch) / Float(constants.inverseEpochs))
    case .cosine:
      guard epoch < constants.cosineEpochs else { return 0 }
      return 0.5 * initial * (1 + Elementary.cos(Float.pi * Float(epoch) / Float(constants.cosineEpochs)))
    }
  }

  /// The formula, as the screen shows it, with the constants in it.
  public func formula(_ constants: Constants = Constants()) -> String {
    let factor = Float(constants.stepFactor)
    switch self {
    case .constant: return "η"
    case .step: return "η·\(factor == 0.5 ? "½" : "\(factor)")^⌊t/\(constants.stepEpochs)⌋"
    case .inverseTime: return "η/(1+t/\(Float(constants.inverseEpochs).plain))"
    case .cosine: return "½η(1+cos πt/\(constants.cosineEpochs))"
    }
  }
}

extension Float {
  /// In the fewest digits, without the point where it is whole.
  var plain: String { self == rounded() && magnitude < 0x1p24 ? "\(Int(self))" : "\(self)" }
}

/// baseⁿ by repeated squaring, n at least 0.
private func power(_ base: Double, _ exponent: Int) -> Double {
  var (result, square, left) = (1.0, base, exponent)
  while left > 0 {
    if left % 2 == 1 { result *= square }
    square *= square
    left /= 2
  }
  return result
}
