import LinearAlgebra

extension Propagation {
  /// zˡ and aˡ of one layer, for the whole batch.
  public mutating func forward(layer number: Int, of network: Network) {
    let vector = VectorStorage.exclusive(&storage)
    let (layer, samples, passed) = (plan.layers[number], count, passed(to: number))
    let function = network.activations[number].function
    network.parameters.values.withUnsafeBufferPointer { parameters in
      layer.forward(
        function, samples: samples, parameters: parameters.baseAddress!, vector: vector, passed: passed)
    }
  }
}
