import LinearAlgebra

extension Propagation {
  /// The mean gradient of one layer's weights and biases, and δ of the layer below it.
  public mutating func backward(layer number: Int, of network: Network, gradient: inout Parameters) {
    let vector = VectorStorage.exclusive(&storage)
    let (layer, samples, passed) = (plan.layers[number], count, passed(to: number))
    gradient.values.withUnsafeMutableBufferPointer { gradient in
      layer.gradient(samples: samples, vector: vector, passed: passed, into: gradient.baseAddress!)
    }
    guard number > 0 else { return }
    let (function, mask) = (network.activations[number - 1].function, mask(of: number - 1))
    network.parameters.values.withUnsafeBufferPointer { parameters in
      layer.passBack(
        function, samples: samples, parameters: parameters.baseAddress!, vector: vector, mask: mask)
    }
  }
}
