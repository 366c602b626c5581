import LinearAlgebra

/// Zeiler 2012: s ← ρs + (1−ρ)g², Δ = g√(u+ε)/√(s+ε), u ← ρu + (1−ρ)Δ², w ← w − ηΔ, ρ = 0.9.
struct Adadelta: OptimizerRule {
  var memory: [String] { ["mean square", "mean square step"] }
  var epsilon: Double? { 1e-6 }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    let least = epsilon(constants)
    optimizer.memory[0].values.update(with: g) { s, g in s = 0.9 * s + 0.1 * (g * g) }
    let (s, u) = (optimizer.memory[0].values, optimizer.memory[1].values)
    for i in g.indices {
      let step = (u[i] + least).squareRoot() / (s[i] + least).squareRoot() * g[i]
      optimizer.memory[1].values[i] = 0.9 * u[i] + 0.1 * (step * step)
      w[i] -= rate * step
    }
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let (s, u, g) = (move.memory(0), move.memory(1), move.g)
    let least = epsilon(move.constants)
    let step = (u.before + least).squareRoot() / (s.after + least).squareRoot() * g
    return [
      Equation("s", "0.9s + 0.1g²", "0.9·\(s.before) + 0.1·\(g)²", s.after),
      Equation("Δ", "g√(u+ε)/√(s+ε)", "\(g)·√\(u.before + least)/√\(s.after + least)", step),
      Equation("u", "0.9u + 0.1Δ²", "0.9·\(u.before) + 0.1·\(step)²", u.after),
      Equation("w", "w − ηΔ", "\(move.w) − \(move.rate)·\(step)", move.next),
    ]
  }
}
