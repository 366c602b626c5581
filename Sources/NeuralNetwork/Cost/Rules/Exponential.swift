import LinearAlgebra

/// exp Σ (a − y)², its exponent capped.
struct Exponential: CostRule {
  func formula(output: Activation) -> String { "exp Σ(a−y)²" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution { "exp (\(a) − \(y))²" }
  var slopeFormula: String { "2(a−y)·C" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution {
    "2·(\(a) − \(y))·\(whole)"
  }
  func remark(_ a: Float, whole: Float) -> String? {
    whole >= self.whole(Cost.largestExponent) ? "the exponent is capped at \(Cost.largestExponent)" : nil
  }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N { (a - y).squared }
  func whole<N: ElementaryNumber>(_ sum: N) -> N {
    N.exp(sum > N(Cost.largestExponent) ? N(Cost.largestExponent) : sum)
  }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { 2 * (a - y) * whole }
}
