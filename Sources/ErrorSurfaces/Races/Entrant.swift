import NeuralNetwork

/// Who takes part in a race: an optimizer at a learning rate.
public struct Entrant: Hashable, Sendable {
  /// The rule that it goes by.
  public var optimizer: Optimizer.Kind
  /// η of every update on a test function; in training the schedule makes each epoch's rate of it.
  public var rate: Float

  /// An optimizer with its learning rate; nothing is checked.
  public init(_ optimizer: Optimizer.Kind, rate: Float) {
    self.optimizer = optimizer
    self.rate = rate
  }

  /// Six optimizers for a network that is trained at a rate.
  ///
  /// The adaptive ones move every weight by about the rate whatever the gradient's size, so they get a third of it.
  public static func lineup(rate: Float) -> [Entrant] { lineup(rate: rate, adaptive: rate / 3) }

  /// Six optimizers for a test function, the adaptive ones with steps of a hundredth of the domain's width.
  public static func lineup(on function: TestFunction) -> [Entrant] {
    let width = function.domain.a.upperBound - function.domain.a.lowerBound
    return lineup(rate: function.learningRate, adaptive: width / 100)
  }

  private static func lineup(rate: Float, adaptive: Float) -> [Entrant] {
    [
      Entrant(.sgd, rate: rate), Entrant(.momentum, rate: rate), Entrant(.nesterov, rate: rate),
      Entrant(.adagrad, rate: 10 * adaptive), Entrant(.rmsprop, rate: adaptive), Entrant(.adam, rate: adaptive),
    ]
  }
}
