import LinearAlgebra

/// A rule that turns gradients into steps, with what it remembers between steps.
///
/// State in, state out: an optimizer is a value. Changing its kind in mid-run keeps the weights and starts the new
/// rule from an empty memory; a copy goes on exactly as the original does.
public struct Optimizer: Hashable, Sendable {
  /// The rule.
  public let kind: Kind
  /// The steps taken since the memory was empty.
  public internal(set) var steps = 0
  /// What the rule remembers, one number a parameter each: see `Kind.memoryNames`. Empty before the first step.
  public internal(set) var memory: [Parameters] = []
  /// The running products that correct Adam's bias: β₁ᵗ and β₂ᵗ; Nadam's are ∏μ, β₂ᵗ and 0.96^(0.004t).
  public internal(set) var products: [Double]
  /// How often the last step evaluated the gradient anew (implicit), or tried new weights (random search).
  public internal(set) var iterations = 0
  /// What the last implicit step leaves open, ‖w′ − w + ηg(w′)‖ as a share of ‖w′ − w‖: see `solve`.
  public internal(set) var residual: Float = 0
  /// What random search draws its trials from.
  public internal(set) var stream: RandomStream

  /// A rule with an empty memory. The seed serves random search alone.
  public init(_ kind: Kind, seed: UInt64 = 0) {
    self.kind = kind
    products = Array(repeating: 1, count: kind.rule.products)
    stream = RandomStream(seed: seed, purpose: .search)
  }

  /// A rule in the midst of its work, as saved before; nil where the pieces do not belong together.
  public init?(
    _ kind: Kind, steps: Int, memory: [Parameters], products: [Double], stream: RandomStream
  ) {
    self.init(kind)
    let memories = steps > 0 ? kind.memoryNames.count : 0
    guard steps >= 0, memory.count == memories, products.count == kind.rule.products else { return nil }
    (self.steps, self.memory, self.products, self.stream) = (steps, memory, products, stream)
  }

  /// Moves the parameters one step along the gradient of the objective (data term and penalty).
  ///
  /// Where a number of the step would not be finite, nothing changes and the index of the first such parameter is
  /// returned. `implicit` takes its explicit step here; see `solve`. Random search needs no gradient; see `search`.
  @discardableResult
  public mutating func update(
    _ parameters: inout Parameters, along gradient: Parameters, rate: Float, constants: Constants = Constants()
  ) -> Int? {
    precondition(gradient.count == parameters.count, "the gradient is of another network")
    if kind == .sgd, rate < Optimizer.harmless,
      parameters.values.subtract(gradient.values, times: rate, limit: Optimizer.harmless)
    {
      steps += 1
      return nil
    }
    if steps == 0 { memory = kind.memoryNames.map { _ in Parameters(layout: gradient.layout) } }
    guard !isHarmless(gradient, rate: rate) else {
      move(&parameters, along: gradient, rate: rate, constants)
      return nil
    }
    if let place = gradient.values.firstIndex(where: { !$0.isFinite }) { return place }
    let (before, weights) = (self, parameters)
    move(&parameters, along: gradient, rate: rate, constants)
    guard let place = firstNotFinite(parameters) else { return nil }
    (self, parameters) = (before, weights)
    return place
  }

  /// One step of the rule.
  private mutating func move(
    _ parameters: inout Parameters, along gradient: Parameters, rate: Float, _ constants: Constants
  ) {
    steps += 1
    kind.rule.move(&parameters.values, along: gradient.values, rate: rate, constants: constants, remembering: &self)
  }

  /// Whether gradient, memory and rate are so small that no rule can leave the finite numbers in one step.
  private func isHarmless(_ gradient: Parameters, rate: Float) -> Bool {
    rate < Optimizer.harmless && gradient.values.largestMagnitude < Optimizer.harmless
      && memory.allSatisfy { $0.values.largestMagnitude < Optimizer.harmless }
  }

  /// Numbers below this lead no rule beyond the finite ones in a step.
  static let harmless: Float = 0x1p30

  private func firstNotFinite(_ parameters: Parameters) -> Int? {
    for numbers in [parameters] + memory {
      if let place = numbers.values.firstIndex(where: { !$0.isFinite }) { return place }
    }
    return nil
  }
}
