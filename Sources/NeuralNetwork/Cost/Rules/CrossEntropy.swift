import LinearAlgebra

/// −Σ y ln a + (1 − y) ln(1 − a); with softmax −Σ y ln a. Worked out from z, never through a rounded a: Σ ln(1 + eᶻ) − yz,
/// and Σ y (ln Σeᶻ − z).
struct CrossEntropy: CostRule {
  var domain: Cost.Domain { .probability }
  func formula(output: Activation) -> String { output == .softmax ? "−Σ y·ln a" : "−Σ y·ln a + (1−y)·ln(1−a)" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution {
    "−\(y)·ln \(a) − (1−\(y))·ln(1−\(a))"
  }
  var slopeFormula: String { "(a−y)/(a(1−a))" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution {
    "(\(a) − \(y))/(\(a)·(1 − \(a)))"
  }
  func isDifference(output: Activation) -> Bool { output == .softmax || output == .sigmoid }
  func kernel(output: Activation) -> Kernels.Cost? {
    output == .softmax ? .softmaxCrossEntropy : .sigmoidCrossEntropy
  }

  /// Of an output that is a probability of its own.
  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N {
    -(y * N.log(a.clipped) + (1 - y) * N.log((1 - a).clipped))
  }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { (a - y) / (a * (1 - a)).clipped }

  func evaluate(_ batch: Cost.Batch, into costs: Kernels.Output) {
    guard batch.activation != .softmax else {
      return batch.sumOfLogarithms(into: costs) { y, rest in y * rest }
    }
    batch.sum(into: costs) { i in softPlus(batch.z[i]) - batch.z[i] * batch.y[i] }
  }

  func evaluate(_ columns: Cost.Columns, into costs: Kernels.Output) {
    guard columns.activation != .softmax else {
      return columns.sumOfLogarithms(into: costs) { y, rest in y * rest }
    }
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

  func reference(z: [Double], a: [Double], y: [Double], output: Activation) -> Double {
    guard output == .softmax else { return zip(z, y).reduce(0) { $0 + PreciseElementary.softplus($1.0) - $1.1 * $1.0 } }
    let logarithm = logarithmOfSum(z)
    return zip(z, y).reduce(0) { $0 + $1.1 * (logarithm - $1.0) }
  }
}

/// ln Σeᶻ in double precision.
func logarithmOfSum(_ z: [Double]) -> Double {
  let largest = z.max() ?? 0
  return largest + PreciseElementary.log(z.reduce(0) { $0 + PreciseElementary.exp($1 - largest) })
}
