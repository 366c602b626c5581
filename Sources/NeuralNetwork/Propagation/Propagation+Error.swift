import LinearAlgebra

extension Propagation {
  /// The cost of each sample, and δᴸ.
  ///
  /// The perceptron rule has no slope in it: δᴸ = a − y.
  public mutating func error(cost: Cost, of network: Network, optimizer: Optimizer.Kind = .sgd) {
    let place = plan.layers[plan.layers.count - 1]
    let x = VectorStorage.exclusive(&storage)
    let batch = Cost.Batch(
      z: x + place.z, a: x + place.a, y: x + plan.targets, samples: count, outputs: place.units,
      activation: network.output)
    cost.evaluate(batch, into: x + plan.costs)
    if optimizer == .perceptron {
      batch.subtractTargets(into: x + place.delta)
    } else {
      cost.differentiate(batch, costs: x + plan.costs, into: x + place.delta)
    }
  }

  /// How many of the batch's outputs stood so near the edge of the cost's domain that they were clipped; for the
  /// exponential, how many samples' exponents were capped.
  public func clips(of cost: Cost) -> Int {
    switch cost.domain {
    case .positive, .distribution: layers[layers.count - 1].a.count { $0 < Cost.clip }
    case .anything where cost == .exponential: costs.count { $0 >= Cost.largestExponential }
    default: 0
    }
  }
}
