import LinearAlgebra
@testable import NeuralNetwork

/// The plain loops that the kernels must equal bit by bit: one sample, one layer, one unit, one input at a time.
struct PlainNetwork {
  let network: Network
  let inputs: [[Float]]
  let targets: [[Float]]
  /// `[layer][sample][unit]`
  private(set) var z: [[[Float]]] = []
  private(set) var a: [[[Float]]] = []
  private(set) var delta: [[[Float]]] = []

  init(_ network: Network, inputs: [[Float]], targets: [[Float]]) {
    self.network = network
    self.inputs = inputs
    self.targets = targets
  }

  mutating func forward() {
    for (number, layer) in network.layout.layers.enumerated() {
      let before = number == 0 ? inputs : a[number - 1]
      z.append(
        before.map { x in
          (0..<layer.units).map { unit in
            var sum = network.parameters[bias: number, unit]
            for i in 0..<layer.inputs { sum += x[i] * network.parameters[weight: number, unit, i] }
            return sum
          }
        })
      let activation = network.activations[number]
      a.append(z[number].map { row in activation == .softmax ? softmax(row) : row.map(activation.value) })
    }
  }

  /// δ of all layers, from δ of the output layer.
  mutating func backward(from output: [[Float]]) {
    delta = z
    delta[network.depth - 1] = output
    for number in (1..<network.depth).reversed() {
      let layer = network.layout.layers[number]
      for sample in inputs.indices {
        for i in 0..<layer.inputs {
          var sum: Float = 0
          for unit in 0..<layer.units {
            sum += network.parameters[weight: number, unit, i] * delta[number][sample][unit]
          }
          let below = network.activations[number - 1]
          delta[number - 1][sample][i] =
            sum * below.derivative(z[number - 1][sample][i], a[number - 1][sample][i])
        }
      }
    }
  }

  /// The mean gradient over the samples.
  func gradient() -> Parameters {
    var gradient = Parameters(layout: network.layout)
    let share = 1 / Float(inputs.count)
    for (number, layer) in network.layout.layers.enumerated() {
      let before = number == 0 ? inputs : a[number - 1]
      for unit in 0..<layer.units {
        for i in 0..<layer.inputs {
          var sum: Float = 0
          for sample in inputs.indices { sum += before[sample][i] * delta[number][sample][unit] }
          gradient[weight: number, unit, i] = sum * share
        }
        var sum: Float = 0
        for sample in inputs.indices { sum += delta[number][sample][unit] }
        gradient[bias: number, unit] = sum * share
      }
    }
    return gradient
  }

  private func softmax(_ z: [Float]) -> [Float] {
    let powers = z.map { Elementary.exp($0 - z.max()!) }
    var sum: Float = 0
    for power in powers { sum += power }
    return powers.map { $0 / sum }
  }
}
