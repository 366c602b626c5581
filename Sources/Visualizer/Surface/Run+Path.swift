import ErrorSurfaces
import NeuralNetwork
import Training

extension Run {
  /// Makes updates and notes the way that the weights take.
  mutating func walk(_ updates: Int) {
    for number in 0..<updates where history.trainer.divergence == nil {
      let before = number == updates - 1 ? history.trainer.network.parameters : nil
      history.step()
      if let before { lastStep = history.trainer.network.parameters.subtracting(before) }
      if path.keeps(update: history.trainer.updates) { notePlace() }
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
