import LinearAlgebra

extension Cost {
  /// The output layer's numbers with the samples side by side, `[outputs, samples]` each.
  struct Columns {
    let z, a, y: Kernels.Input
    /// The distance between the rows of `z` and `a`, and between those of `y`.
    let stride, targetStride: Int
    let samples, outputs: Int
    let activation: Activation

    /// As `Batch.sumOfLogarithms` has it.
    func sumOfLogarithms(into costs: Kernels.Output, _ term: (_ y: Float, _ rest: Float) -> Float) {
      withUnsafeTemporaryAllocation(of: Float.self, capacity: samples * (outputs + 2)) { room in
        let sums = room.baseAddress!
        let (largest, powers) = (sums + samples, sums + 2 * samples)
        Activation.exponentials(
          z, stride: stride, into: powers, stride: samples, units: outputs, samples: samples,
          sums: sums, largest: largest)
        Kernels.apply(.log, to: sums, into: sums, count: samples)
        for sample in 0..<samples { sums[sample] += largest[sample] }
        costs.update(repeating: 0, count: samples)
        for output in 0..<outputs {
          let (sum, target) = (z + output * stride, y + output * targetStride)
          for sample in 0..<samples { costs[sample] += term(target[sample], sums[sample] - sum[sample]) }
        }
      }
    }
  }

  /// The cost of each sample, as `evaluate(_: Batch, into:)` has it.
  func evaluate(_ columns: Columns, into costs: Kernels.Output) { rule.evaluate(columns, into: costs) }
}
