import LinearAlgebra

/// Σ max(0, 1 − ay), for targets of ±1.
struct Hinge: CostRule {
  func formula(output: Activation) -> String { "Σ max(0, 1−a·y)" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution { "max(0, 1 − \(a)·\(y))" }
  var slopeFormula: String { "−y if a·y < 1 else 0" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution { a * y < 1 ? "−\(y)" : "" }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N { max(0, 1 - a * y) }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { a * y < 1 ? -y : 0 }
}
