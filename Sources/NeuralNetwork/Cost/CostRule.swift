import LinearAlgebra

/// What one cost is: its terms and their slopes, in either precision, and both in words.
protocol CostRule: Sendable {
  /// The outputs that it is defined for.
  var domain: Cost.Domain { get }
  /// The whole, as the screen shows it.
  func formula(output: Activation) -> String
  /// One output's cost with the numbers in it.
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution
  /// ∂C/∂a
  var slopeFormula: String { get }
  /// ∂C/∂a with the numbers in it.
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution
  /// What is done where an output is outside the domain, or the cost capped; nil where neither is so.
  func remark(_ a: Float, whole: Float) -> String?

  /// One output's term of the sum over outputs; `whole` makes the cost of the sum.
  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N
  func whole<N: ElementaryNumber>(_ sum: N) -> N
  /// ∂C/∂a of one output; `whole` is the sample's cost.
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N
  /// Whether cost and activation together have the δ of a − y (Σy times a, of softmax).
  func isDifference(output: Activation) -> Bool
  /// The kernel that does the work of `evaluate` and `differentiate` where there is one.
  func kernel(output: Activation) -> Kernels.Cost?

  /// The cost of each sample, `[samples]`.
  func evaluate(_ batch: Cost.Batch, into costs: Kernels.Output)
  /// The same numbers with the samples side by side.
  func evaluate(_ columns: Cost.Columns, into costs: Kernels.Output)
  /// ∂C/∂a of the output layer, `[samples, outputs]`, from the samples' costs.
  func differentiate(_ batch: Cost.Batch, costs: Kernels.Input, into slopes: Kernels.Output)
  func reference(z: [Double], a: [Double], y: [Double], output: Activation) -> Double
}

extension CostRule {
  var domain: Cost.Domain { .anything }
  func remark(_ a: Float, whole: Float) -> String? {
    domain == .positive && a < Cost.clip ? "a below \(Cost.clip) counts as that: slope 0" : nil
  }
  func whole<N: ElementaryNumber>(_ sum: N) -> N { sum }
  func isDifference(output: Activation) -> Bool { false }
  func kernel(output: Activation) -> Kernels.Cost? { nil }

  func evaluate(_ batch: Cost.Batch, into costs: Kernels.Output) {
    batch.sum(into: costs) { i in term(batch.a[i], batch.y[i]) }
    for sample in 0..<batch.samples { costs[sample] = whole(costs[sample]) }
  }

  func evaluate(_ columns: Cost.Columns, into costs: Kernels.Output) {
    costs.update(repeating: 0, count: columns.samples)
    for output in 0..<columns.outputs {
      let (a, y) = (columns.a + output * columns.stride, columns.y + output * columns.targetStride)
      for sample in 0..<columns.samples { costs[sample] += term(a[sample], y[sample]) }
    }
    for sample in 0..<columns.samples { costs[sample] = whole(costs[sample]) }
  }

  func differentiate(_ batch: Cost.Batch, costs: Kernels.Input, into slopes: Kernels.Output) {
    for i in 0..<batch.samples * batch.outputs {
      slopes[i] = slope(batch.a[i], batch.y[i], whole: costs[i / batch.outputs])
    }
  }

  func reference(z: [Double], a: [Double], y: [Double], output: Activation) -> Double {
    whole(zip(a, y).reduce(0) { $0 + term($1.0, $1.1) })
  }
}

extension ElementaryNumber {
  /// Not below `Cost.clip`.
  var clipped: Self { Swift.max(self, Self(Cost.clip)) }
  var squared: Self { self * self }
}
