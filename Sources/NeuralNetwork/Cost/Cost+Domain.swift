extension Cost {
  /// The outputs that a cost is defined for.
  public enum Domain: Sendable {
    /// Any number.
    case anything
    /// a > 0
    case positive
    /// 0 < a < 1, as a probability.
    case probability
    /// a > 0, and all outputs sum to 1.
    case distribution

    /// What is demanded of the outputs, to go after "needs".
    public var demand: String {
      switch self {
      case .anything: "any outputs"
      case .positive: "outputs above 0"
      case .probability: "outputs between 0 and 1"
      case .distribution: "outputs above 0 that sum to 1"
      }
    }
  }

  /// The outputs that the cost is defined for.
  public var domain: Domain { rule.domain }

  /// The output activations that keep within the domain (its edge included: see `clip`).
  public var outputs: [Activation] {
    switch domain {
    case .anything: Activation.allCases
    case .positive: [.sigmoid, .softmax, .softplus, .rectifier]
    case .probability: [.sigmoid, .softmax]
    case .distribution: [.softmax]
    }
  }
}
