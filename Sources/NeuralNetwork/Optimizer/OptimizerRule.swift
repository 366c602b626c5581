/// What one optimizer is: what it remembers, its step, and its step in words and numbers.
protocol OptimizerRule: Sendable {
  /// What a move needs beside the gradient.
  var need: Optimizer.Need { get }
  /// What it remembers of each parameter.
  var memory: [String] { get }
  /// How many running products it keeps.
  var products: Int { get }
  /// Its own ε; nil where it has none.
  var epsilon: Double? { get }

  /// One step, from the gradient g and what is remembered: w ← w′. The step is counted already.
  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer)

  /// The same step of one parameter in symbols and numbers.
  func lines(of move: Optimizer.Move) -> [Equation]
}

extension OptimizerRule {
  var memory: [String] { [] }
  var products: Int { 0 }
  var epsilon: Double? { nil }

  /// The ε in force.
  func epsilon(_ constants: Optimizer.Constants) -> Float { Float(constants.epsilon ?? epsilon ?? 0) }
}

extension Optimizer {
  /// One parameter's way through an update: the numbers before and after.
  public struct Move: Sendable {
    let index: Int
    /// The value before and after.
    let w, next: Float
    /// The gradient of the objective that the rule took.
    let g: Float
    let rate: Float
    let constants: Constants
    let before, after: Optimizer
    /// The gradient at the new weights, for a rule that looks at it; else that at the old ones.
    let gradientAfter: Float
    /// Whether any parameter at all has moved.
    let hasMoved: Bool

    /// Of the parameter at an index of the flat buffer.
    public init(
      of index: Int, from old: (parameters: Parameters, optimizer: Optimizer),
      to new: (parameters: Parameters, optimizer: Optimizer), along gradient: Parameters, rate: Float,
      constants: Constants, gradientAfter: Parameters? = nil
    ) {
      self.index = index
      (w, next, g) = (old.parameters.values[index], new.parameters.values[index], gradient.values[index])
      self.rate = rate
      self.gradientAfter = gradientAfter?.values[index] ?? g
      self.constants = constants
      (before, after) = (old.optimizer, new.optimizer)
      hasMoved = old.parameters != new.parameters
    }

    /// The steps that the rule has taken, this one included.
    var t: Int { before.steps + 1 }

    /// What the rule remembers of the parameter: number `k` of its memory, before and after.
    func memory(_ k: Int) -> (before: Float, after: Float) {
      let (old, new) = (before.memory, after.memory)
      return (
        old.indices.contains(k) ? old[k].values[index] : 0, new.indices.contains(k) ? new[k].values[index] : 0
      )
    }
  }
}

extension OptimizerRule {
  /// Most rules need the gradient alone.
  var need: Optimizer.Need { .gradient }
}

extension Optimizer {
  /// What a rule needs of the cost to make a move.
  public enum Need: Sendable {
    /// The gradient where the weights are.
    case gradient
    /// The gradient wherever it asks for it: see `solve`.
    case gradientElsewhere
    /// The cost wherever it asks for it: see `search`.
    case cost
  }
}
