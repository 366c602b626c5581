import LinearAlgebra

extension Propagation {
  /// zˡ and aˡ of one layer, for the whole batch. Where dropout has chosen for this batch, the choice stands.
  public mutating func forward(layer number: Int, of network: Network) {
    plan.layers.kernel(number).forward(
      network.activations[number].function, samples: count, parameters: network.parameters.values.start,
      vector: VectorStorage.exclusive(&storage), passed: passed(to: number))
    if !dropouts.isEmpty { dropAgain(layer: number) }
  }
}
