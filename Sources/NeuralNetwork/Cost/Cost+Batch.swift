import LinearAlgebra

extension Cost {
  /// The output layer's numbers for a batch, `[samples, outputs]` each.
  struct Batch {
    let z, a, y: Kernels.Input
    let samples, outputs: Int
    let activation: Activation

    /// a − y
    func subtractTargets(into delta: Kernels.Output) {
      for i in 0..<samples * outputs { delta[i] = a[i] - y[i] }
    }
  }

  /// The kernel that does the work of `evaluate` and `differentiate` where there is one.
  func kernel(output: Activation) -> Kernels.Cost? {
    switch self {
    case .quadratic where output != .softmax: .quadratic
    case .crossEntropy: output == .softmax ? .softmaxCrossEntropy : .sigmoidCrossEntropy
    default: nil
    }
  }

  /// The cost of each sample, `[samples]`.
  func evaluate(_ batch: Batch, into costs: Kernels.Output) {
    switch (self, batch.activation) {
    case (.crossEntropy, .softmax): evaluateSoftmax(batch, into: costs)
    case (.crossEntropy, _):
      each(batch, into: costs) { i in softPlus(batch.z[i]) - batch.z[i] * batch.y[i] }
    case (.quadratic, _):
      each(batch, into: costs) { i in (batch.a[i] - batch.y[i]) * (batch.a[i] - batch.y[i]) }
      for sample in 0..<batch.samples { costs[sample] = 0.5 * costs[sample] }
    default:
      each(batch, into: costs) { i in term(batch.a[i], batch.y[i]) }
      for sample in 0..<batch.samples { costs[sample] = whole(costs[sample]) }
    }
  }

  /// The sum of a term over each sample's outputs.
  @inline(__always)
  private func each(_ batch: Batch, into costs: Kernels.Output, _ term: (Int) -> Float) {
    for sample in 0..<batch.samples {
      var sum: Float = 0
      for i in sample * batch.outputs..<(sample + 1) * batch.outputs { sum += term(i) }
      costs[sample] = sum
    }
  }

  /// Softmax's cross-entropy from z, never through a rounded a: Σ y · (ln Σeᶻ − z).
  private func evaluateSoftmax(_ batch: Batch, into costs: Kernels.Output) {
    for sample in 0..<batch.samples {
      let cells = sample * batch.outputs..<(sample + 1) * batch.outputs
      var largest = batch.z[cells.lowerBound]
      for i in cells { largest = max(largest, batch.z[i]) }
      var powers: Float = 0
      for i in cells { powers += Elementary.exp(batch.z[i] - largest) }
      let logSum = Elementary.log(powers) + largest
      var sum: Float = 0
      for i in cells { sum += batch.y[i] * (logSum - batch.z[i]) }
      costs[sample] = sum
    }
  }

  /// δᴸ = ∂C/∂z of the output layer (Nielsen ch. 2, BP1), `[samples, outputs]`, from the samples' costs.
  func differentiate(_ batch: Batch, costs: Kernels.Input, into delta: Kernels.Output) {
    let (samples, outputs) = (batch.samples, batch.outputs)
    switch (self, batch.activation) {
    case (.crossEntropy, .softmax):
      for sample in 0..<samples { subtractShare(batch, row: sample * outputs, into: delta) }
      return
    case (.crossEntropy, .sigmoid): return batch.subtractTargets(into: delta)
    case (.quadratic, _): batch.subtractTargets(into: delta)
    default:
      for i in 0..<samples * outputs { delta[i] = slope(batch.a[i], batch.y[i], whole: costs[i / outputs]) }
    }
    if batch.activation == .softmax {
      for sample in 0..<samples { passSoftmax(batch, row: sample * outputs, through: delta) }
    } else {
      Kernels.multiplyBySlope(
        of: batch.activation.function, z: batch.z, a: batch.a, into: delta, count: samples * outputs)
    }
  }

  /// Softmax and cross-entropy together: a Σy − y.
  private func subtractShare(_ batch: Batch, row: Int, into delta: Kernels.Output) {
    var total: Float = 0
    for i in row..<row + batch.outputs { total += batch.y[i] }
    for i in row..<row + batch.outputs { delta[i] = batch.a[i] * total - batch.y[i] }
  }

  /// Softmax's Jacobian: δᵢ = aᵢ(sᵢ − Σ s a), s being ∂C/∂a.
  private func passSoftmax(_ batch: Batch, row: Int, through delta: Kernels.Output) {
    var mean: Float = 0
    for i in row..<row + batch.outputs { mean += delta[i] * batch.a[i] }
    for i in row..<row + batch.outputs { delta[i] = batch.a[i] * (delta[i] - mean) }
  }
}

extension Cost {
  /// The cost of one sample, from the output layer's weighted sums, its outputs and the targets.
  public func value(z: [Float], a: [Float], y: [Float], output: Activation) -> Float {
    let count = a.count
    precondition(z.count == count && count == y.count, "\(z.count) sums, \(count) outputs, \(y.count) targets")
    var cost: Float = 0
    z.withUnsafeBufferPointer { z in
      a.withUnsafeBufferPointer { a in
        y.withUnsafeBufferPointer { y in
          guard let z = z.baseAddress, let a = a.baseAddress, let y = y.baseAddress else { return }
          evaluate(Batch(z: z, a: a, y: y, samples: 1, outputs: count, activation: output), into: &cost)
        }
      }
    }
    return cost
  }
}
