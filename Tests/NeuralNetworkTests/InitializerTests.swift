import LinearAlgebra
import NeuralNetwork
import Testing

/// Bounds, means and variances of the initial weights, by their definitions.
struct InitializerTests {
  private static let sizes = [60, 90, 40]

  /// The variance that a layer's weights have, and the bound that none passes; nil where there is none.
  private func expected(_ initializer: Initializer, inputs: Double, units: Double) -> (variance: Double, bound: Double?)
  {
    switch initializer {
    case .uniform: (1.0 / 12, 0.5)
    case .smallNormal: (1e-4, nil)
    case .lecun: (1 / inputs, nil)
    case .glorot: (2 / (inputs + units), (6 / (inputs + units)).squareRoot())
    case .he: (2 / inputs, nil)
    case .zeros: (0, 0)
    }
  }

  @Test(arguments: Initializer.allCases, [UInt64(1), 2, 3])
  func weightsHaveTheirVariance(initializer: Initializer, seed: UInt64) {
    var network = Network(sizes: Self.sizes, activations: [.tanh, .tanh])
    var stream = RandomStream(seed: seed, purpose: .weights)
    network.initialize(with: initializer, from: &stream)
    for layer in network.layout.layers {
      let weights = network.parameters.values[layer.weights].map(Double.init)
      let n = Double(weights.count)
      let (variance, bound) = expected(initializer, inputs: Double(layer.inputs), units: Double(layer.units))
      let mean = weights.reduce(0, +) / n
      let spread = weights.reduce(0) { $0 + $1 * $1 } / n
      // Five standard errors; a normal's fourth moment is the larger.
      #expect(abs(mean) <= 5 * (variance / n).squareRoot(), "seed \(seed)")
      #expect(abs(spread - variance) <= 5 * variance * (2 / n).squareRoot(), "seed \(seed)")
      if let bound {
        #expect(weights.allSatisfy { abs($0) <= bound * (1 + 1e-6) }, "seed \(seed)")
        #expect(bound == 0 || weights.contains { abs($0) > 0.99 * bound }, "seed \(seed)")
      } else {
        #expect(weights.contains { abs($0) > 3 * variance.squareRoot() }, "seed \(seed)")
      }
      #expect(network.parameters.values[layer.biases].allSatisfy { $0 == (initializer == .uniform ? 0.1 : 0) })
    }
  }
}
