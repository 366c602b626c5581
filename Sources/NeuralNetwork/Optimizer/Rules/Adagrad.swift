import LinearAlgebra

/// Duchi et al. 2011: s ← s + g², w ← w − ηg/(√s + ε).
struct Adagrad: OptimizerRule {
  var memory: [String] { ["sum of squares"] }
  var epsilon: Double? { 1e-10 }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    let least = epsilon(constants)
    optimizer.memory[0].values.update(with: g) { s, g in s += g * g }
    w.update(with: g, optimizer.memory[0].values) { w, g, s in w -= rate * (g / (s.squareRoot() + least)) }
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let s = move.memory(0)
    return [
      Equation("s", "s + g²", "\(s.before) + \(move.g)²", s.after),
      Equation(
        "w", "w − ηg/(√s + ε)",
        "\(move.w) − \(move.rate)·\(move.g)/(√\(s.after) + \(epsilon(move.constants)))", move.next),
    ]
  }
}
