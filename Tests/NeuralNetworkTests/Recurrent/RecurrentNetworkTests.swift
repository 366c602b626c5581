import LinearAlgebra
import NeuralNetwork
import Testing

@Suite struct RecurrentNetworkTests {
  private func network(_ units: Int, inputs: Int = 1, outputs: Int = 1, seed: UInt64) -> RecurrentNetwork {
    var network = RecurrentNetwork(inputs: inputs, units: units, outputs: outputs, output: .linear)
    var stream = RandomStream(seed: seed, purpose: .weights)
    network.initialize(with: .lecun, from: &stream)
    return network
  }

  /// Of a diagonal matrix, of a rotation, and of one that is neither, by the definition max ‖Wv‖ / ‖v‖.
  @Test func largestSingularValueIsTheGreatestStretch() {
    var diagonal = RecurrentNetwork(inputs: 1, units: 3, outputs: 1, output: .linear)
    for (unit, value) in [0.5, -2, 1].enumerated() {
      diagonal.parameters.values[diagonal.recurrentIndex(from: unit, to: unit)] = Float(value)
    }
    #expect(abs(diagonal.largestSingularValue - 2) < 1e-9)
    #expect(RecurrentNetwork(inputs: 1, units: 3, outputs: 1, output: .linear).largestSingularValue == 0)
    let network = network(2, seed: 4)
    let w = (0..<2).map { from in
      (0..<2).map { Double(network.parameters.values[network.recurrentIndex(from: from, to: $0)]) }
    }
    let stretch = (0..<20000).map { step in
      let angle = Double(step) * .pi / 20000
      let (x, y) = (PreciseElementary.cos(angle), PreciseElementary.sin(angle))
      let (p, q) = (x * w[0][0] + y * w[1][0], x * w[0][1] + y * w[1][1])
      return (p * p + q * q).squareRoot()
    }
    #expect(abs(network.largestSingularValue - stretch.max()!) < 1e-6)
  }

  @Test(arguments: [1, 5, 40]) func weightsAreScaledToASingularValue(units: Int) {
    var network = network(units, seed: 2)
    network.scaleRecurrentWeights(toSingularValue: 1.5)
    #expect(abs(network.largestSingularValue - 1.5) < 1e-5)
  }

  /// Running freely is running on one's own outputs.
  @Test func freeRunningTakesItsOwnOutputs() {
    let network = network(7, inputs: 2, outputs: 2, seed: 9)
    let given = Matrix(rows: 3, columns: 2, elements: [0.1, 0.4, -0.3, 0.2, 0.9, -0.5])
    let free = network.runFreely(after: given, steps: 5)
    #expect(free.rows == 8)
    let fed = Matrix(rows: 8, columns: 2, elements: given.elements + free.elements[4..<14])
    #expect(network.run(on: fed).outputs(ofSample: 0) == free)
  }

  @Test func initializersGiveEveryPartItsWeights() {
    let network = network(4, inputs: 3, seed: 1)
    #expect(network.layout.sizes == [7, 4, 1] && network.layout.count == 4 * 8 + 5)
    #expect(network.parameters.values[0..<28].allSatisfy { $0 != 0 })
  }
}
