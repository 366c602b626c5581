import ErrorSurfaces
import LinearAlgebra
import NeuralNetwork
import Training

/// How hopeless it is to guess: how many combinations of weights there are, and how many random steps help from here.
public struct RandomSearchReport: Hashable, Sendable {
  /// The weights and biases to be guessed.
  public let weights: Int
  /// The random steps tried from the present weights.
  public let tries: Int
  /// Those of them that lower the training cost.
  public let helped: Int

  /// The share of tries that help; 0 where none was made.
  public var share: Double { tries > 0 ? Double(helped) / Double(tries) : 0 }

  /// log₁₀ of the number of combinations where each weight takes one of 1,000 values: 1000ʷ = 10³ʷ. A network of 25 weights
  /// has 10⁷⁵, the number that is often quoted.
  public var combinationsExponent: Int { 3 * weights }

  /// Tries steps of η times a normal number for every weight, each from the present weights, as random search does, on the
  /// whole training part. The same trainer gives the same report.
  ///
  /// Complexity: a forward pass of the training part for each try; tries that would take more than `work` multiply-adds are
  /// left out.
  public init(of trainer: Trainer, tries: Int = 400, work: Int = 20_000_000) {
    let weights = trainer.network.parameters
    let count = min(tries, max(1, work / max(1, weights.count * trainer.data.training.count)))
    var evaluator = CostEvaluator(.network(NetworkLandscape(of: trainer)))
    var stream = RandomStream(seed: UInt64(trainer.updates), purpose: .weights)
    let present = evaluator.cost(at: weights)
    helped = (0..<count).count { _ in
      var trial = weights
      for index in trial.values.indices { trial.values[index] += trainer.learningRate * stream.normal() }
      return evaluator.cost(at: trial) < present
    }
    (self.weights, self.tries) = (weights.count, count)
  }
}
