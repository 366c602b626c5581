import LinearAlgebra

extension Optimizer {
  /// Whether `makeUpdates` can make this rule's updates of a network at a learning rate.
  public func makesUpdates(_ network: Network, cost: Cost, rate: Float) -> Bool {
    kind == .sgd && rate < Optimizer.harmless && cost.kernel(output: network.output) != nil
  }

  /// Whole updates of plain gradient descent, one a batch: load, forward, error, backward and `update` at once, with the
  /// same numbers. Traps unless `makesUpdates`.
  ///
  /// A batch whose update needs a closer look, since its cost is not finite or its gradient huge, ends the descent: its
  /// numbers then stand in propagation and gradient, ready for `update`.
  ///
  /// - Parameter means: room for each update's `Propagation.cost`, if that is wanted.
  /// - Returns: the number of updates made.
  public mutating func makeUpdates(
    _ network: inout Network, on batches: Kernels.Batches, through propagation: inout Propagation,
    gradient: inout Parameters, cost: Cost, rate: Float, means: Kernels.Output? = nil
  ) -> Int {
    precondition(makesUpdates(network, cost: cost, rate: rate), "\(kind) makes no updates by \(cost) at \(rate)")
    let made = propagation.makeUpdates(
      &network, on: batches, gradient: &gradient, cost: cost.kernel(output: network.output)!, rate: rate,
      limit: Optimizer.harmless, means: means)
    steps += made
    return made
  }
}

extension Propagation {
  fileprivate mutating func makeUpdates(
    _ network: inout Network, on batches: Kernels.Batches, gradient: inout Parameters, cost: Kernels.Cost, rate: Float,
    limit: Float, means: Kernels.Output?
  ) -> Int {
    let vector = begin(samples: batches.rows(ofBatch: 0))
    let activations = network.activations
    let made = withUnsafeTemporaryAllocation(of: Kernels.Function.self, capacity: activations.count) { functions in
      for (number, activation) in activations.enumerated() {
        functions.initializeElement(at: number, to: activation.function)
      }
      return network.parameters.values.withUnsafeMutableBufferPointer { parameters in
        plan.layers.descend(
          batches, activations: UnsafeBufferPointer(functions), cost: cost, rate: rate, limit: limit,
          parameters: parameters, gradient: gradient.values.exclusiveStart(), vector: vector,
          places: (plan.targets, plan.costs), means: means)
      }
    }
    count = batches.rows(ofBatch: min(made, batches.count - 1))
    return made
  }
}
