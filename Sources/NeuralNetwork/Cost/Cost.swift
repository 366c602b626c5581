/// The cost of one sample, from its output a and target y; a batch's cost is the mean over its samples.
public enum Cost: String, CaseIterable, Sendable {
  case quadratic
  case crossEntropy = "cross-entropy"
  case exponential, hellinger
  case klDivergence = "kl-divergence"
  case generalizedKL = "generalized-kl"
  case itakuraSaito = "itakura-saito"
  case absolute, huber, hinge

  /// The formula, as the screen shows it, for an output layer of this activation: cross-entropy of softmax, whose outputs
  /// are shares of one whole, has a single term.
  public func formula(output: Activation) -> String {
    switch self {
    case .quadratic: "½Σ(a−y)²"
    case .crossEntropy: output == .softmax ? "−Σ y·ln a" : "−Σ y·ln a + (1−y)·ln(1−a)"
    case .exponential: "exp Σ(a−y)²"
    case .hellinger: "Σ(√a−√y)²/√2"
    case .klDivergence: "Σ y·ln(y/a)"
    case .generalizedKL: "Σ y·ln(y/a) − y + a"
    case .itakuraSaito: "Σ y/a − ln(y/a) − 1"
    case .absolute: "Σ|a−y|"
    case .huber: "Σ huber(a−y)"
    case .hinge: "Σ max(0, 1−a·y)"
    }
  }
}
