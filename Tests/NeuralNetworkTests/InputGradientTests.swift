import LinearAlgebra
import NeuralNetwork
import Testing

/// How a unit's weighted input changes with the network's input.
struct InputGradientTests {
  private func network(_ activation: Activation, seed: UInt64) -> Network {
    var network = Network(sizes: [5, 4, 6, 3], activations: [activation, activation, .softmax])
    var stream = RandomStream(seed: seed, purpose: .weights)
    network.initialize(with: .glorot, from: &stream)
    return network
  }

  /// Every unit of every layer against differences of z.
  @Test(arguments: [Activation.tanh, .sigmoid, .linear, .leakyRectifier, .rectifier], [UInt64(1), 2, 3])
  func isTheLimitOfDifferences(_ activation: Activation, seed: UInt64) {
    let network = network(activation, seed: seed)
    var stream = RandomStream(seed: seed, purpose: .data)
    let input = (0..<5).map { _ in stream.uniform(-1, 1) }
    let h: Float = 1e-2
    for layer in 0..<3 {
      for unit in 0..<network.layout.layers[layer].units {
        let gradient = network.weightedInput(layer: layer, unit: unit, at: input).gradient
        for place in input.indices {
          var (up, down) = (input, input)
          (up[place], down[place]) = (input[place] + h, input[place] - h)
          let (above, below) = (
            network.weightedInput(layer: layer, unit: unit, at: up),
            network.weightedInput(layer: layer, unit: unit, at: down)
          )
          // Between the two a rectifier may bend.
          let isBent = [.rectifier, .leakyRectifier].contains(activation) && above.gradient != below.gradient
          if isBent { continue }
          let difference = (above.z - below.z) / (2 * h)
          #expect(
            abs(difference - gradient[place]) < 2e-3, "\(activation), seed \(seed), layer \(layer), unit \(unit)")
        }
      }
    }
  }

  @Test func ofTheFirstLayerItIsTheWeights() {
    let network = network(.tanh, seed: 7)
    for unit in 0..<4 {
      let (z, gradient) = network.weightedInput(layer: 0, unit: unit, at: [0, 0, 0, 0, 0])
      #expect(z == network.parameters[bias: 0, unit])
      #expect(gradient == (0..<5).map { network.parameters[weight: 0, unit, $0] })
    }
  }

  /// The activations are those that the whole pass has.
  @Test func activationsOfTheLastLayerAreTheOutputs() {
    let network = network(.sigmoid, seed: 9)
    let inputs = Matrix(rows: 3, columns: 5, elements: (0..<15).map { Float($0) / 15 })
    let outputs = network.outputs(for: inputs)
    for unit in 0..<3 {
      #expect(network.activations(ofLayer: 2, unit: unit, for: inputs) == (0..<3).map { outputs[$0, unit] })
    }
  }
}
