import LinearAlgebra

/// ½ Σ (a − y)²
struct Quadratic: CostRule {
  func formula(output: Activation) -> String { "½Σ(a−y)²" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution { "½(\(a) − \(y))²" }
  var slopeFormula: String { "a − y" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution { "\(a) − \(y)" }
  func kernel(output: Activation) -> Kernels.Cost? { output == .softmax ? nil : .quadratic }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N { (a - y).squared }
  func whole<N: ElementaryNumber>(_ sum: N) -> N { 0.5 * sum }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N { a - y }
}
