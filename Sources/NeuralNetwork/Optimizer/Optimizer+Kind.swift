extension Optimizer {
  /// The rules, with PyTorch's definitions and defaults. What each is stands in a file of its own in `Rules`.
  public enum Kind: String, CaseIterable, Sendable {
    case sgd, momentum, nesterov, averaged, implicit, adagrad, rmsprop, adadelta, adam, adamw, nadam
    case perceptron
    case randomSearch = "random-search"
  }
}

extension Optimizer.Kind {
  /// The one list of rules.
  var rule: any OptimizerRule {
    switch self {
    case .sgd: Descent()
    case .momentum: Momentum(isAhead: false)
    case .nesterov: Momentum(isAhead: true)
    case .averaged: Averaged()
    case .implicit: Implicit()
    case .adagrad: Adagrad()
    case .rmsprop: RMSprop()
    case .adadelta: Adadelta()
    case .adam: Adam(isDecaying: false)
    case .adamw: Adam(isDecaying: true)
    case .nadam: Nadam()
    case .perceptron: Descent()
    case .randomSearch: RandomSearch()
    }
  }

  /// What a move needs beside the gradient.
  public var need: Optimizer.Need { rule.need }

  /// What the rule remembers of each parameter.
  public var memoryNames: [String] { rule.memory }

  /// The rule's own ε; nil where it has none.
  public var epsilon: Double? { rule.epsilon }

  /// The update of one parameter, line by line, from its gradient to its new value.
  public func lines(of move: Optimizer.Move) -> [Equation] { rule.lines(of: move) }
}
