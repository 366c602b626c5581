import ErrorSurfaces
import NeuralNetwork
import Training

extension Run {
  /// Makes updates and notes the way that the weights take.
  mutating func walk(_ updates: Int) {
    var left = updates
    while left > 1, history.trainer.divergence == nil {
      let times = min(left - 1, path.updatesUntilKept(after: history.trainer.updates))
      history.step(times: times)
      left -= times
      if path.keeps(update: history.trainer.updates) { notePlace() }
    }
    if left > 0, history.trainer.divergence == nil {
      let before = history.trainer.network.parameters
      history.stepInView()
      let now = history.trainer.network.parameters
      // In the past a change of the network may lie between the two.
      lastStep = now.layout == before.layout ? now.subtracting(before) : nil
    }
    notePlace()
  }

  /// Adds the present weights to the path; those of another network begin a new one.
  mutating func notePlace() {
    let weights = history.trainer.network.parameters
    if path.points.last?.parameters.layout != weights.layout {
      path = WeightPath(bytes: 4 << 20, layout: weights.layout)
      lastStep = nil
    }
    path.record(weights, update: history.trainer.updates)
  }
}
