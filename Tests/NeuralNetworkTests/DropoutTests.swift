import LinearAlgebra
import NeuralNetwork
import Testing

/// Dropout by its definition: the rate, 1/(1 − p), and the gradient of the cost under the mask that was drawn.
struct DropoutTests {
  private let layout = Parameters.Layout(sizes: [3, 40, 30, 2])

  private func network(seed: UInt64) -> Network {
    var network = Network(sizes: layout.sizes, activations: [.tanh, .sigmoid, .linear])
    var stream = RandomStream(seed: seed, purpose: .weights)
    network.initialize(with: .glorot, from: &stream)
    return network
  }

  private func loaded(samples: Int) -> Propagation {
    var stream = RandomStream(seed: 5, purpose: .data)
    func matrix(_ columns: Int) -> Matrix {
      Matrix(rows: samples, columns: columns, elements: (0..<samples * columns).map { _ in stream.uniform(-1, 1) })
    }
    var pass = Propagation(layout: layout, capacity: samples)
    pass.load(inputs: matrix(3), targets: matrix(2), rows: Array(0..<samples)[...])
    return pass
  }

  @Test(arguments: [Float(0.1), 0.25, 0.5, 0.9])
  func theShareDroppedIsTheRateAndTheRestIsScaled(rate: Float) {
    let samples = 200
    var pass = loaded(samples: samples)
    var stream = RandomStream(seed: 1, purpose: .dropout)
    pass.forward(layer: 0, of: network(seed: 1))
    pass.drop(layer: 0, rate: rate, from: &stream)
    let masks = (0..<samples).flatMap { sample in (0..<40).map { pass.mask(layer: 0, unit: $0, sample: sample) } }
    #expect(masks.allSatisfy { $0 == 0 || $0 == 1 / (1 - rate) })
    let share = Double(masks.count { $0 == 0 }) / Double(masks.count)
    let error = (Double(rate) * Double(1 - rate) / Double(masks.count)).squareRoot()
    #expect(abs(share - Double(rate)) < 5 * error)
  }

  /// The differences of the cost are taken with the layers masked as they were.
  @Test(arguments: [UInt64(1), 2, 3]) func theGradientIsThatUnderTheMask(seed: UInt64) {
    var pass = loaded(samples: 4)
    var network = network(seed: seed)
    var stream = RandomStream(seed: seed, purpose: .dropout)
    func forward() {
      for layer in 0..<3 { pass.forward(layer: layer, of: network) }
      pass.error(cost: .quadratic, of: network)
    }
    for layer in 0..<3 {
      pass.forward(layer: layer, of: network)
      if layer < 2 { pass.drop(layer: layer, rate: 0.4, from: &stream) }
    }
    forward()
    var gradient = Parameters(layout: layout)
    for layer in (0..<3).reversed() { pass.backward(layer: layer, of: network, gradient: &gradient) }
    var dead = 0
    for index in stride(from: 0, to: layout.count, by: 7) {
      let value = network.parameters.values[index]
      let step: Float = 0.01
      network.parameters.values[index] = value + step
      forward()
      let above = pass.meanCost
      network.parameters.values[index] = value - step
      forward()
      let difference = Float((above - pass.meanCost) / 0.02)
      network.parameters.values[index] = value
      #expect(
        abs(difference - gradient.values[index]) < 2e-4 + 0.01 * abs(difference),
        "seed \(seed), \(layout.name(at: index))")
      if gradient.values[index] == 0 { dead += 1 }
    }
    #expect(dead > 0, "nothing was dropped, seed \(seed)")
  }
}
