import LinearAlgebra

/// Σ y ln(y/a) − y + a
struct GeneralizedKL: CostRule {
  var domain: Cost.Domain { .positive }
  func formula(output: Activation) -> String { "Σ y·ln(y/a) − y + a" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution {
    y > 0 ? "\(y)·ln(\(y)/\(a.clipped)) − \(y) + \(a.clipped)" : "\(a.clipped)"
  }
  var slopeFormula: String { "1 − y/a" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution {
    a < Cost.clip ? "" : "1 − \(y)/\(a)"
  }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N {
    let inside = a.clipped
    return (y > 0 ? y * N.log(y / inside) : 0) - y + inside
  }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { a < N(Cost.clip) ? 0 : 1 - y / a }
}
