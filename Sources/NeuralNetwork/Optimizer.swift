/// A rule that turns gradients into steps, with what it remembers between steps.
///
/// State in, state out: an optimizer is a value, and changing its kind in mid-run keeps the weights and starts the
/// new rule from an empty memory.
public struct Optimizer: Hashable, Sendable {
  public let kind: Kind
  /// The steps taken since the memory was empty.
  public private(set) var steps = 0
  /// What the rule remembers: momentum's velocity; Adam's first and second moments.
  public private(set) var memory: [Parameters] = []

  public init(_ kind: Kind) { self.kind = kind }

  /// The rules, with PyTorch's definitions.
  public enum Kind: String, CaseIterable, Sendable {
    case sgd, momentum, nesterov, averaged, implicit, adagrad, rmsprop, adadelta, adam, adamw, nadam
    case perceptron
    case randomSearch = "random-search"
  }

  /// Moves the parameters one step along the gradient of the objective (data term and penalty).
  public mutating func update(_ parameters: inout Parameters, along gradient: Parameters, rate: Float) {
    steps += 1
    switch kind {
    case .momentum:
      if memory.isEmpty { memory = [Parameters(layout: gradient.layout)] }
      for i in 0..<gradient.count {
        memory[0].values[i] = 0.9 * memory[0].values[i] + gradient.values[i]
        parameters.values[i] -= rate * memory[0].values[i]
      }
    default:
      for i in 0..<gradient.count { parameters.values[i] -= rate * gradient.values[i] }
    }
  }
}
