import LinearAlgebra

/// Σ (y/a − ln(y/a) − 1)
struct ItakuraSaito: CostRule {
  var domain: Cost.Domain { .positive }
  func formula(output: Activation) -> String { "Σ y/a − ln(y/a) − 1" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution {
    "\(y.clipped)/\(a.clipped) − ln(\(y.clipped)/\(a.clipped)) − 1"
  }
  var slopeFormula: String { "(a−y)/a²" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution {
    a < Cost.clip ? "" : "(\(a) − \(y.clipped))/\(a)²"
  }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N {
    let ratio = y.clipped / a.clipped
    return ratio - N.log(ratio) - 1
  }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { a < N(Cost.clip) ? 0 : (a - y.clipped) / (a * a) }
}
