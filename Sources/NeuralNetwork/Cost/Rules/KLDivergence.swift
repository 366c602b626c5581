import LinearAlgebra

/// Σ y ln(y/a) of outputs that sum to 1: softmax's, from z and never through a rounded a, Σ y (ln y + ln Σeᶻ − z).
struct KLDivergence: CostRule {
  var domain: Cost.Domain { .distribution }
  func formula(output: Activation) -> String { "Σ y·ln(y/a)" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution { y > 0 ? "\(y)·ln(\(y)/\(a))" : "" }
  var slopeFormula: String { "−y/a" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution { "−\(y)/\(a)" }
  func isDifference(output: Activation) -> Bool { output == .softmax }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N { y > 0 ? y * N.log(y / a.clipped) : 0 }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { -y / a.clipped }

  func evaluate(_ batch: Cost.Batch, into costs: Kernels.Output) {
    batch.sumOfLogarithms(into: costs, fromLogarithm)
  }

  func evaluate(_ columns: Cost.Columns, into costs: Kernels.Output) {
    columns.sumOfLogarithms(into: costs, fromLogarithm)
  }

  /// y (ln y − ln a)
  private func fromLogarithm(_ y: Float, _ rest: Float) -> Float { y > 0 ? y * (Elementary.log(y) + rest) : 0 }

  func reference(z: [Double], a: [Double], y: [Double], output: Activation) -> Double {
    let logarithm = logarithmOfSum(z)
    return zip(z, y).reduce(0) { $0 + ($1.1 > 0 ? $1.1 * (PreciseElementary.log($1.1) + logarithm - $1.0) : 0) }
  }
}
