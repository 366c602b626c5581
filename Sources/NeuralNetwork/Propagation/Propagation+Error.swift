import LinearAlgebra

extension Propagation {
  /// The cost of each sample, and δᴸ.
  ///
  /// The perceptron rule has no slope in it: δᴸ = a − y.
  public mutating func error(cost: Cost, of network: Network, optimizer: Optimizer.Kind = .sgd) {
    let vector = VectorStorage.exclusive(&storage)
    let (last, output) = (plan.layers.count - 1, network.output)
    let (targets, costs) = (vector + plan.targets, vector + plan.costs)
    if let kernel = cost.kernel(output: output), optimizer != .perceptron || cost == .crossEntropy {
      plan.layers.kernel(last).error(
        kernel, of: output.function, samples: count, vector: vector, targets: targets, costs: costs)
    } else {
      let place = plan.layers[last]
      let batch = Cost.Batch(
        z: vector + place.z, a: vector + place.a, y: targets, samples: count, outputs: place.units,
        activation: output)
      cost.evaluate(batch, into: costs)
      cost.differentiate(batch, costs: costs, into: vector + place.delta)
      if optimizer == .perceptron { batch.subtractTargets(into: vector + place.delta) }
    }
  }
}
