import LinearAlgebra

/// Σ (√a − √y)² / √2
struct Hellinger: CostRule {
  var domain: Cost.Domain { .positive }
  func formula(output: Activation) -> String { "Σ(√a−√y)²/√2" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution { "(√\(a.clipped) − √\(y))²/√2" }
  var slopeFormula: String { "(1 − √y/√a)/√2" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution {
    a < Cost.clip ? "" : "(1 − √\(y)/√\(a))/√2"
  }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N { (a.clipped.squareRoot() - y.squareRoot()).squared }
  func whole<N: ElementaryNumber>(_ sum: N) -> N { sum * N(0.5).squareRoot() }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N {
    a < N(Cost.clip) ? 0 : N(0.5).squareRoot() * (1 - y.squareRoot() / a.squareRoot())
  }
}
