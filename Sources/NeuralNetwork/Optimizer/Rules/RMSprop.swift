import LinearAlgebra

/// Tieleman and Hinton 2012: s ← αs + (1−α)g², w ← w − ηg/(√s + ε), α = 0.99.
struct RMSprop: OptimizerRule {
  var memory: [String] { ["mean square"] }
  var epsilon: Double? { 1e-8 }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    let least = epsilon(constants)
    optimizer.memory[0].values.update(with: g) { s, g in s = 0.99 * s + 0.01 * (g * g) }
    w.update(with: g, optimizer.memory[0].values) { w, g, s in w -= rate * (g / (s.squareRoot() + least)) }
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let s = move.memory(0)
    return [
      Equation("s", "0.99s + 0.01g²", "0.99·\(s.before) + 0.01·\(move.g)²", s.after),
      Equation(
        "w", "w − ηg/(√s + ε)",
        "\(move.w) − \(move.rate)·\(move.g)/(√\(s.after) + \(epsilon(move.constants)))", move.next),
    ]
  }
}
