import Datasets
import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Session
@testable import Visualizer

/// Maps of every unit against one point at a time through the network.
struct InputPlaneTests {
  /// Sizes of less than a block of points, and of blocks of which the last is not full.
  @Test(arguments: [(2, 2), (12, 12), (16, 16), (40, 23)])
  func everyUnitsMapIsWhatTheUnitSays(width: Int, height: Int) {
    var network = Network(sizes: [2, 3, 4, 2], activations: [.tanh, .rectifier, .softmax])
    var stream = RandomStream(seed: 3, purpose: .weights)
    network.initialize(with: .glorot, from: &stream)
    let transform = InputTransform(identityOf: 2)
    let plane = InputPlane(x: -6...6, y: -1...2, width: width, height: height, transform: transform)
    let maps = plane.unitMaps(of: network)
    let outputs = plane.outputs(of: network)
    #expect(maps.map(\.count) == [3, 4, 2])
    for row in 0..<height {
      for column in 0..<width {
        let x = -6 + 12 * Float(column) / Float(width - 1)
        let y = -1 + 3 * Float(row) / Float(height - 1)
        var pass = Propagation(layout: network.layout, capacity: 1)
        pass.load(inputs: Matrix(rows: 1, columns: 2, elements: transform([x, y])))
        for layer in 0..<network.depth {
          pass.forward(layer: layer, of: network)
          #expect(maps[layer].map { $0[column, row] } == pass.layers[layer].a.map { Double($0) })
        }
        #expect(Array(outputs.row(row * width + column)) == Array(pass.layers[2].a))
      }
    }
  }
}
