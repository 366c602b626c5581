import LinearAlgebra

extension RecurrentPropagation {
  /// z[t], h[t] and the outputs of some steps; those before them must have been done.
  public mutating func forward(_ steps: Range<Int>, of network: RecurrentNetwork) {
    recurrence.forward(
      steps, parameters: network.parameters.values.start, vector: VectorStorage.exclusive(&storage))
  }

  /// The cost of each target, and the readout's δ: 0 where there is no target.
  public mutating func error(cost: Cost, of network: RecurrentNetwork) {
    let vector = VectorStorage.exclusive(&storage)
    let (z, a, delta) = recurrence.readout
    let costs = vector + costsPlace
    cost.judge(
      z: vector + z, a: vector + a, targets: vector + targetsPlace, samples: steps * samples, outputs: outputs,
      activation: network.output, costs: costs, delta: vector + delta)
    for place in isAsked.indices where !isAsked[place] {
      costs[place] = 0
      (vector + delta + place * outputs).update(repeating: 0, count: outputs)
    }
  }

  /// δ[t] of some steps, the last one first; those after them must have been done.
  public mutating func backward(_ steps: Range<Int>, of network: RecurrentNetwork) {
    recurrence.backward(
      steps, parameters: network.parameters.values.start, vector: VectorStorage.exclusive(&storage))
  }

  /// The gradient of the mean cost over the batch's targets; the whole of it, or what some steps give to it: the weights are the
  /// same at every step, and the gradient is the sum over all. Once the backward pass is done.
  public func gradient(of network: RecurrentNetwork, steps: Range<Int>? = nil) -> Parameters {
    var gradient = Parameters(layout: network.layout)
    addUp(steps ?? 0..<self.steps, into: &gradient)
    return gradient
  }

  /// Writes the gradient over another.
  public func addUp(_ steps: Range<Int>, into gradient: inout Parameters) {
    precondition(steps.upperBound <= self.steps, "steps \(steps) of \(self.steps)")
    recurrence.gradient(
      steps, share: share, vector: storage.pointer, into: gradient.values.exclusiveStart())
  }

  /// One over the number of targets.
  var share: Float { 1 / Float(max(1, targetCount)) }
}

extension Cost {
  /// The costs and errors of an output layer's numbers, `[samples, outputs]` each.
  func judge(
    z: Kernels.Input, a: Kernels.Input, targets: Kernels.Input, samples: Int, outputs: Int, activation: Activation,
    costs: Kernels.Output, delta: Kernels.Output
  ) {
    let batch = Cost.Batch(z: z, a: a, y: targets, samples: samples, outputs: outputs, activation: activation)
    evaluate(batch, into: costs)
    differentiate(batch, costs: costs, into: delta)
  }
}
