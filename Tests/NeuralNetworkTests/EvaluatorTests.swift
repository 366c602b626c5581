import LinearAlgebra
import NeuralNetwork
import Testing

/// Samples side by side give the bits of samples one after another.
@Suite struct EvaluatorTests {
  @Test(arguments: Cost.allCases, [1, 7, 64, 701])
  func costsEqualThoseOfPropagation(cost: Cost, samples: Int) {
    for output in cost.outputs where output != .threshold {
      var stream = RandomStream(seed: UInt64(samples), purpose: .data)
      var network = Network(sizes: [3, 9, 5, 3], activations: [.gelu, .tanh, output])
      network.initialize(with: .uniform, from: &stream)
      let inputs = matrix(samples, 3, from: &stream, -2...2)
      let targets = matrix(samples, 3, from: &stream, 0.1...0.9)
      var pass = Propagation(layout: network.layout, capacity: samples)
      pass.load(inputs: inputs, targets: targets, rows: Array(0..<samples)[...])
      for layer in 0..<network.depth { pass.forward(layer: layer, of: network) }
      pass.error(cost: cost, of: network)
      var evaluator = Evaluator(
        layout: network.layout, activations: network.activations, inputs: inputs, targets: targets)
      let value = evaluator.cost(cost, at: network.parameters)
      #expect(abs(value - pass.meanCost) <= 1e-13 * abs(value), "\(output)")
      if samples <= 64 { #expect(value == pass.meanCost, "\(output)") }
    }
  }

  @Test(arguments: Activation.allCases)
  func mapsEqualPropagation(output: Activation) {
    var stream = RandomStream(seed: 5, purpose: .data)
    var network = Network(sizes: [2, 17, 4], activations: [.sigmoid, output])
    network.initialize(with: .glorot, from: &stream)
    let points = matrix(900, 2, from: &stream, -6...6)
    var evaluator = Evaluator(layout: network.layout, activations: network.activations, points: points)
    evaluator.forward(at: network.parameters)
    var pass = Propagation(layout: network.layout, capacity: 900)
    pass.load(inputs: points)
    for layer in 0..<network.depth { pass.forward(layer: layer, of: network) }
    for (layer, units) in [17, 4].enumerated() {
      for unit in 0..<units {
        let column = (0..<900).map { pass.layers[layer].a[$0 * units + unit] }
        #expect(Array(evaluator.activation(layer: layer, unit: unit)) == column)
      }
    }
  }

  /// Parameters that differ from the last in a few places give what they give from the beginning.
  @Test(arguments: [Activation.tanh, .softmax])
  func keptLayersGiveTheSameCosts(hidden: Activation) {
    var stream = RandomStream(seed: 3, purpose: .data)
    var network = Network(sizes: [3, 9, 5, 3], activations: [.gelu, hidden, .softmax])
    network.initialize(with: .uniform, from: &stream)
    let (inputs, targets) = (matrix(701, 3, from: &stream, -2...2), matrix(701, 3, from: &stream, 0.1...0.9))
    func evaluator(keepsLayers: Bool) -> Evaluator {
      Evaluator(
        layout: network.layout, activations: network.activations, inputs: inputs, targets: targets,
        keepsLayers: keepsLayers)
    }
    var keeping = evaluator(keepsLayers: true)
    var parameters = network.parameters
    for step in 0..<60 {
      for _ in 0..<step % 3 { parameters.values[Int(stream.uniform() * Float(parameters.count))] += 0.25 }
      if step == 40 { parameters.values[0] = .nan }
      if step == 44 { parameters.values[0] = 1 }
      var fresh = evaluator(keepsLayers: false)
      let (value, expected) = (keeping.cost(.crossEntropy, at: parameters), fresh.cost(.crossEntropy, at: parameters))
      #expect(value == expected || value.isNaN && expected.isNaN, "step \(step)")
    }
  }

  private func matrix(
    _ rows: Int, _ columns: Int, from stream: inout RandomStream, _ range: ClosedRange<Float>
  ) -> Matrix {
    Matrix(
      rows: rows, columns: columns,
      elements: (0..<rows * columns).map { _ in stream.uniform(range.lowerBound, range.upperBound) })
  }
}
