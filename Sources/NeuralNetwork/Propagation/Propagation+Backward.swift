import LinearAlgebra

extension Propagation {
  /// The mean gradient of one layer's weights and biases, and δ of the layer below it.
  public mutating func backward(layer number: Int, of network: Network, gradient: inout Parameters) {
    plan.layers.kernel(number).backward(
      samples: count, parameters: network.parameters.values.start, vector: VectorStorage.exclusive(&storage),
      passed: passed(to: number), gradient: gradient.values.exclusiveStart(),
      below: number > 0 ? network.activations[number - 1].function : nil, mask: mask(below: number))
  }
}
