import ErrorSurfaces
import NeuralNetwork
import Training

/// What broke when training diverged, with the learning rate beside the largest at which it could have settled.
public struct DivergenceReport: Hashable, Sendable {
  /// The first number that was not finite.
  public let divergence: Divergence
  /// The weight or bias where it was, as the screen calls it.
  public let parameter: String
  /// The learning rate η when training diverged.
  public let learningRate: Float
  /// 2/λmax of the objective, its penalty included: above this learning rate plain gradient descent cannot settle; nil where the curvature has no number.
  public let largestStableRate: Double?
}

extension Run {
  /// Why training stands still; nil while it does not.
  var divergenceReport: DivergenceReport? {
    guard let divergence = history.process.divergence else { return nil }
    if let recurrent = history.process.recurrent {
      return DivergenceReport(
        divergence: divergence, parameter: "\(divergence.parameter)", learningRate: recurrent.learningRate,
        largestStableRate: nil)
    }
    return DivergenceReport(
      divergence: divergence, parameter: label(of: divergence.parameter), learningRate: trainer.learningRate,
      largestStableRate: largestStableRate)
  }

  /// At the present weights or, where the cost has no finite curvature there any more, at the first ones.
  var largestStableRate: Double? {
    let landscape = Landscape.network(NetworkLandscape(of: trainer))
    for parameters in [trainer.network.parameters, history.process.initial]
    where parameters.layout == trainer.network.layout {
      let top = Curvature(
        of: landscape, at: parameters, penalty: trainer.settings.regularization,
        hasBiases: trainer.settings.biases == .free
      ).largest()
      if let curvature = top?.curvature, curvature > 0, curvature.isFinite { return 2 / curvature }
    }
    return nil
  }
}
