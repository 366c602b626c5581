import LinearAlgebra
import Testing

@testable import NeuralNetwork

/// The fast path gives the bits of the plain loops.
@Suite struct KernelTests {
  /// Widths around each vector width, so that every kind of tile and every remainder is met.
  static let widths = [1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 24, 31, 33]

  @Test(arguments: widths, [1, 2, 3, 4, 5, 9])
  func propagationEqualsPlainLoops(width: Int, samples: Int) {
    var stream = RandomStream(seed: UInt64(width * 100 + samples), purpose: .data)
    for activation in Activation.allCases where activation != .softmax {
      var network = Network(sizes: [3, width, 6, 2], activations: [activation, .tanh, .sigmoid])
      network.initialize(with: .uniform, from: &stream)
      compare(network, samples: samples, from: &stream)
    }
  }

  /// Products so large that they are worked out block by block, with rows, columns and terms to spare.
  @Test func largePropagationEqualsPlainLoops() {
    var stream = RandomStream(seed: 3, purpose: .data)
    var network = Network(sizes: [600, 76, 10], activations: [.rectifier, .sigmoid])
    network.initialize(with: .glorot, from: &stream)
    compare(network, samples: 67, from: &stream)
  }

  @Test(arguments: [2, 3, 10])
  func softmaxEqualsPlainLoops(outputs: Int) {
    var stream = RandomStream(seed: 7, purpose: .data)
    var network = Network(sizes: [4, 5, outputs], activations: [.rectifier, .softmax])
    network.initialize(with: .glorot, from: &stream)
    compare(network, samples: 6, from: &stream)
  }

  private func compare(_ network: Network, samples: Int, from stream: inout RandomStream) {
    func rows(_ width: Int, _ stream: inout RandomStream) -> [[Float]] {
      (0..<samples).map { _ in (0..<width).map { _ in stream.uniform(-3, 3) } }
    }
    let inputs = rows(network.layout.inputs, &stream)
    let targets = rows(network.layout.outputs, &stream).map { $0.map { abs($0) / 3 } }
    var plain = PlainNetwork(network, inputs: inputs, targets: targets)
    plain.forward()
    var fast = Propagation(layout: network.layout, capacity: samples)
    fast.load(
      inputs: Matrix(rows: samples, columns: network.layout.inputs, elements: inputs.flatMap { $0 }),
      targets: Matrix(rows: samples, columns: network.layout.outputs, elements: targets.flatMap { $0 }),
      rows: Array(0..<samples)[...])
    for layer in 0..<network.depth { fast.forward(layer: layer, of: network) }
    fast.error(cost: .quadratic, of: network)
    let width = network.layout.outputs
    let output = Array(fast.layers[network.depth - 1].delta)
    plain.backward(from: (0..<samples).map { Array(output[$0 * width..<($0 + 1) * width]) })
    var gradient = Parameters(layout: network.layout)
    for layer in (0..<network.depth).reversed() { fast.backward(layer: layer, of: network, gradient: &gradient) }
    for layer in 0..<network.depth {
      #expect(Array(fast.layers[layer].z) == plain.z[layer].flatMap { $0 })
      #expect(Array(fast.layers[layer].a) == plain.a[layer].flatMap { $0 }, "\(network.activations)")
      #expect(Array(fast.layers[layer].delta) == plain.delta[layer].flatMap { $0 }, "\(network.activations)")
    }
    #expect(gradient == plain.gradient())
  }
}
