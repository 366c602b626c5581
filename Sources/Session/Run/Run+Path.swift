import ErrorSurfaces
import NeuralNetwork
import Training

extension Run {
  /// Makes updates and notes the way that the weights take.
  mutating func walk(_ updates: Int) {
    var left = updates
    while left > 1, !history.process.isStill {
      let times = min(left - 1, path.updatesUntilKept(after: history.process.updates))
      history.step(times: times)
      left -= times
      if path.keeps(update: history.process.updates) { notePlace() }
    }
    if left > 0, !history.process.isStill {
      let before = history.process.point
      history.stepInView()
      let now = history.process.point
      // In the past a change of the network may lie between the two.
      lastStep = now.layout == before.layout ? now.subtracting(before) : nil
    }
    notePlace()
  }

  /// Adds the present weights to the path; those of another network begin a new one.
  mutating func notePlace() {
    let weights = history.process.point
    if path.latest?.parameters.layout != weights.layout {
      path = WeightPath(bytes: 4 << 20, layout: weights.layout)
      lastStep = nil
    }
    path.record(weights, update: history.process.updates)
  }
}
