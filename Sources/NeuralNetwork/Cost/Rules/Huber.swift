import LinearAlgebra

/// Σ ½(a − y)² where |a − y| ≤ 1, else |a − y| − ½ (Huber 1964, δ = 1).
struct Huber: CostRule {
  func formula(output: Activation) -> String { "Σ huber(a−y)" }
  func numbers(_ a: Float, _ y: Float) -> Equation.Substitution {
    abs(a - y) <= 1 ? "½(\(a) − \(y))²" : "|\(a) − \(y)| − ½"
  }
  var slopeFormula: String { "a − y within ±1" }
  func slopeNumbers(_ a: Float, _ y: Float, whole: Float) -> Equation.Substitution {
    abs(a - y) <= 1 ? "\(a) − \(y)" : "sign(\(a) − \(y))"
  }

  func term<N: ElementaryNumber>(_ a: N, _ y: N) -> N {
    let distance = abs(a - y)
    return distance <= 1 ? 0.5 * distance * distance : distance - 0.5
  }
  func slope<N: ElementaryNumber>(_ a: N, _ y: N, whole: N) -> N {
    abs(a - y) <= 1 ? a - y : a > y ? 1 : a < y ? -1 : a - y
  }
}
