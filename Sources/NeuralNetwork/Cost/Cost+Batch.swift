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

    /// The sum of a term over each sample's outputs.
    @inline(__always)
    func sum(into costs: Kernels.Output, _ term: (Int) -> Float) {
      for sample in 0..<samples {
        var sum: Float = 0
        for i in sample * outputs..<(sample + 1) * outputs { sum += term(i) }
        costs[sample] = sum
      }
    }

    /// Of softmax outputs, from z and never through a rounded a: the sum over each sample's outputs of a term of y and
    /// −ln a = ln Σeᶻ − z.
    func sumOfLogarithms(into costs: Kernels.Output, _ term: (_ y: Float, _ rest: Float) -> Float) {
      for sample in 0..<samples {
        let cells = sample * outputs..<(sample + 1) * outputs
        var largest = z[cells.lowerBound]
        for i in cells { largest = max(largest, z[i]) }
        var powers: Float = 0
        for i in cells { powers += Elementary.exp(z[i] - largest) }
        let logSum = Elementary.log(powers) + largest
        var sum: Float = 0
        for i in cells { sum += term(y[i], logSum - z[i]) }
        costs[sample] = sum
      }
    }
  }

  /// The kernel that does the work of `evaluate` and `differentiate` where there is one.
  func kernel(output: Activation) -> Kernels.Cost? { rule.kernel(output: output) }

  /// The cost of each sample, `[samples]`.
  func evaluate(_ batch: Batch, into costs: Kernels.Output) { rule.evaluate(batch, into: costs) }

  /// δᴸ = ∂C/∂z of the output layer (Nielsen ch. 2, BP1), `[samples, outputs]`, from the samples' costs.
  func differentiate(_ batch: Batch, costs: Kernels.Input, into delta: Kernels.Output) {
    let (rule, samples, outputs) = (rule, batch.samples, batch.outputs)
    switch (rule.isDifference(output: batch.activation), batch.activation) {
    case (true, .softmax):
      for sample in 0..<samples { subtractShare(batch, row: sample * outputs, into: delta) }
    case (true, _): batch.subtractTargets(into: delta)
    case (false, .softmax):
      rule.differentiate(batch, costs: costs, into: delta)
      for sample in 0..<samples { passSoftmax(batch, row: sample * outputs, through: delta) }
    case (false, _):
      rule.differentiate(batch, costs: costs, into: delta)
      Kernels.multiplyBySlope(
        of: batch.activation.function, z: batch.z, a: batch.a, into: delta, count: samples * outputs)
    }
  }

  /// Softmax and the logarithm together: a Σy − y.
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
