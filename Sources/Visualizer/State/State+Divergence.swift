import ErrorSurfaces
import NeuralNetwork
import Plots
import Training

extension State {
  /// Stops at a divergence and says what broke, why it may have, and what can be done.
  mutating func reportDivergence() {
    guard let run, let divergence = run.trainer.divergence else { return }
    isRunning = false
    let place = divergence.row.map { "at row \($0) " } ?? ""
    let rate = "η \(NumberFormat.reading.string(Double(run.trainer.learningRate)))"
    let limit = run.largestStableRate.map { ", 2/λmax \(NumberFormat.reading.string($0))" } ?? ""
    divergenceWords =
      "diverged \(place)in \(divergence.parameter): \(rate)\(limit) · b back · , lower η · r again"
    warn(divergenceWords)
  }
}

extension Run {
  /// 2/λmax: above this learning rate plain gradient descent cannot settle. At the present weights or, where the cost has
  /// no finite curvature there any more, at the first ones.
  fileprivate var largestStableRate: Double? {
    let landscape = Landscape.network(NetworkLandscape(of: trainer))
    for parameters in [trainer.network.parameters, initial] where parameters.layout == trainer.network.layout {
      let top = Curvature(of: landscape, at: parameters).largest()
      if let curvature = top?.curvature, curvature > 0, curvature.isFinite { return 2 / curvature }
    }
    return nil
  }
}
