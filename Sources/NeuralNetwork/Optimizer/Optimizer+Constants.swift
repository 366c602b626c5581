extension Optimizer {
  /// The constants of the rules, with PyTorch's meanings and defaults; each rule reads those that it has.
  ///
  /// In double precision, as PyTorch has them: 1 − 0.999 is worked out before it is rounded.
  public struct Constants: Hashable, Sendable {
    /// μ: the share of the velocity that momentum and nesterov keep, 0…1.
    public var momentum: Double
    /// β₁: the share of the mean gradient that adam, adamw and nadam keep, 0 to below 1.
    public var beta1: Double
    /// β₂: the share of the mean square that adam, adamw and nadam keep, 0 to below 1.
    public var beta2: Double
    /// ε, added to a root so that nothing is divided by 0; nil for the rule's own: see `Kind.epsilon`.
    public var epsilon: Double?
    /// λ: adamw shrinks the weights, and the biases, by ηλ in each update.
    public var decay: Double

    /// The defaults are PyTorch's; `epsilon` nil stands for the rule's own.
    public init(
      momentum: Double = 0.9, beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double? = nil, decay: Double = 0.01
    ) {
      self.momentum = momentum
      self.beta1 = beta1
      self.beta2 = beta2
      self.epsilon = epsilon
      self.decay = decay
    }
  }
}

extension Double {
  /// 1 − x, as a single-precision number and with the digits that one has.
  var complement: Float { Float(1 - self) }
}
