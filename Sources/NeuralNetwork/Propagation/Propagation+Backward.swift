import LinearAlgebra

extension Propagation {
  /// The mean gradient of one layer's weights and biases, and δ of the layer below it.
  public mutating func backward(layer number: Int, of network: Network, gradient: inout Parameters) {
    let layer = plan.layers.kernel(number)
    let vector = VectorStorage.exclusive(&storage)
    layer.gradient(samples: count, vector: vector, passed: passed(to: number), into: gradient.exclusiveStart())
    guard number > 0 else { return }
    layer.passBack(
      network.activations[number - 1].function, samples: count, parameters: network.parameters.start, vector: vector,
      mask: mask(of: number - 1))
  }
}
