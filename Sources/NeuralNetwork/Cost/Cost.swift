import LinearAlgebra

/// The cost of one sample, from its output a and target y; a batch's cost is the mean over its samples. What each is
/// stands in a file of its own in `Rules`.
public enum Cost: String, CaseIterable, Sendable {
  case quadratic
  case crossEntropy = "cross-entropy"
  case exponential, hellinger
  case klDivergence = "kl-divergence"
  case generalizedKL = "generalized-kl"
  case itakuraSaito = "itakura-saito"
  case absolute, huber, hinge

  /// The one list of costs.
  var rule: any CostRule {
    switch self {
    case .quadratic: Quadratic()
    case .crossEntropy: CrossEntropy()
    case .exponential: Exponential()
    case .hellinger: Hellinger()
    case .klDivergence: KLDivergence()
    case .generalizedKL: GeneralizedKL()
    case .itakuraSaito: ItakuraSaito()
    case .absolute: Absolute()
    case .huber: Huber()
    case .hinge: Hinge()
    }
  }
}

extension Cost {
  /// Near the edge of its domain an output, or a target, is taken to be this far inside.
  public static let clip: Float = 1e-7
  /// The exponential's exponent is capped here, so that the cost does not overflow.
  public static let largestExponent: Float = 80

  /// The formula, as the screen shows it, for an output layer of this activation: cross-entropy of softmax, whose outputs
  /// are shares of one whole, has a single term.
  public func formula(output: Activation) -> String { rule.formula(output: output) }

  /// One output's cost, with the numbers in it.
  public func numbers(_ a: Float, _ y: Float) -> Equation.Substitution { rule.numbers(a, y) }

  /// ∂C/∂a of one output; `whole` is the sample's cost (the exponential needs it). Cross-entropy's holds for an output
  /// between 0 and 1 of its own (sigmoid).
  public func slope(_ a: Float, _ y: Float, whole: Float) -> Float { rule.slope(a, y, whole: whole) }

  /// ∂C/∂a of one output in symbols and in numbers.
  public func slopeEquation(_ a: Float, _ y: Float, whole: Float) -> Equation {
    Equation("∂C/∂a", rule.slopeFormula, rule.slopeNumbers(a, y, whole: whole), slope(a, y, whole: whole))
  }

  /// Whether δ = ∂C/∂z is the difference a − y of its own accord, cost and activation taken together.
  public func isDifference(output: Activation) -> Bool { rule.isDifference(output: output) }

  /// Where an output or a sample's cost stands outside what the formula is worked out for: what is done about it.
  public func remark(_ a: Float, whole: Float, output: Activation) -> String? {
    isDifference(output: output) ? nil : rule.remark(a, whole: whole)
  }

  /// The cost of one sample in double precision, from the output layer's weighted sums, its outputs and the targets, for
  /// checks of the engine.
  public func reference(z: [Double], a: [Double], y: [Double], output: Activation) -> Double {
    rule.reference(z: z, a: a, y: y, output: output)
  }
}
