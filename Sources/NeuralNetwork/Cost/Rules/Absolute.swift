import LinearAlgebra

/// Σ |a − y|
struct Absolute: CostRule {
  func formula(output: Activation) -> String { "Σ|a−y|" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution { "|\(a) − \(y)|" }
  var slopeFormula: String { "sign(a−y)" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution { "sign(\(a) − \(y))" }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N { abs(a - y) }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { a > y ? 1 : a < y ? -1 : a - y }
}
