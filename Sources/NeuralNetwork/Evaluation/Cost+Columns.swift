import LinearAlgebra

extension Cost {
  /// The output layer's numbers with the samples side by side, `[outputs, samples]` each.
  struct Columns {
    let z, a, y: Kernels.Input
    /// The distance between the rows of `z` and `a`, and between those of `y`.
    let stride, targetStride: Int
    let samples, outputs: Int
    let activation: Activation
  }

  /// The cost of each sample, as `evaluate(_: Batch, into:)` has it.
  func evaluate(_ columns: Columns, into costs: Kernels.Output) {
    switch (self, columns.activation) {
    case (.crossEntropy, .softmax): evaluateSoftmax(columns, into: costs)
    case (.crossEntropy, _): evaluateSigmoid(columns, into: costs)
    case (.quadratic, _):
      each(columns, into: costs) { a, y in (a - y) * (a - y) }
      for sample in 0..<columns.samples { costs[sample] = 0.5 * costs[sample] }
    default:
      each(columns, into: costs) { a, y in term(a, y) }
      for sample in 0..<columns.samples { costs[sample] = whole(costs[sample]) }
    }
  }

  /// The sum of a term over each sample's outputs.
  @inline(__always)
  private func each(_ columns: Columns, into costs: Kernels.Output, _ term: (Float, Float) -> Float) {
    costs.update(repeating: 0, count: columns.samples)
    for output in 0..<columns.outputs {
      let (a, y) = (columns.a + output * columns.stride, columns.y + output * columns.targetStride)
      for sample in 0..<columns.samples { costs[sample] += term(a[sample], y[sample]) }
    }
  }

  /// Σ ln(1+eᶻ) − zy
  private func evaluateSigmoid(_ columns: Columns, into costs: Kernels.Output) {
    costs.update(repeating: 0, count: columns.samples)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: columns.samples) { softplus in
      let soft = softplus.baseAddress!
      for output in 0..<columns.outputs {
        let (z, y) = (columns.z + output * columns.stride, columns.y + output * columns.targetStride)
        Kernels.apply(.softplus, to: z, into: soft, count: columns.samples)
        for sample in 0..<columns.samples { costs[sample] += soft[sample] - z[sample] * y[sample] }
      }
    }
  }

  /// Σ y (ln Σeᶻ − z)
  private func evaluateSoftmax(_ columns: Columns, into costs: Kernels.Output) {
    let (samples, stride) = (columns.samples, columns.stride)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: samples * (columns.outputs + 2)) { room in
      let sums = room.baseAddress!
      let (largest, powers) = (sums + samples, sums + 2 * samples)
      Activation.exponentials(
        columns.z, stride: stride, into: powers, stride: samples, units: columns.outputs, samples: samples,
        sums: sums, largest: largest)
      Kernels.apply(.log, to: sums, into: sums, count: samples)
      for sample in 0..<samples { sums[sample] += largest[sample] }
      costs.update(repeating: 0, count: samples)
      for output in 0..<columns.outputs {
        let (z, y) = (columns.z + output * stride, columns.y + output * columns.targetStride)
        for sample in 0..<samples { costs[sample] += y[sample] * (sums[sample] - z[sample]) }
      }
    }
  }
}
