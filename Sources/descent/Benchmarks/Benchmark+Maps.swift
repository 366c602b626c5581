import NeuralNetwork
import Training
import Visualizer

/// Maps of the input plane, of every unit, as the visualizer has them.
extension Benchmark {
  static let maps = [
    Benchmark("map", "map of 2-8-8-1 at 100x100, every unit's map too", .rate(of: "maps"), aim: 1_000) {
      let trainer = toyTrainer(batch: 10)
      return {
        let plane = InputPlane(x: -6...6, y: -6...6, width: 100, height: 100, transform: trainer.data.inputTransform)
        let maps = plane.unitMaps(of: trainer.network)
        precondition(maps.map(\.count) == [8, 8, 1], "a unit has no map")
        return 1
      }
    }
  ]
}
