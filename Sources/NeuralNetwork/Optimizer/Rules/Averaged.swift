import LinearAlgebra

/// Gradient descent with the running mean of the weights beside it (Polyak and Juditsky 1992): ⟨w⟩ ← ⟨w⟩ + (w − ⟨w⟩)/t
/// after each step.
struct Averaged: OptimizerRule {
  var memory: [String] { ["mean of the weights"] }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    w.subtract(g, times: rate)
    let share = 1 / Float(optimizer.steps)
    optimizer.memory[0].values.update(with: w) { mean, w in mean += (w - mean) * share }
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let mean = move.memory(0)
    return Descent().lines(of: move) + [
      Equation(
        "⟨w⟩", "⟨w⟩ + (w − ⟨w⟩)/t", "\(mean.before) + (\(move.next) − \(mean.before))/\(move.t)", mean.after)
    ]
  }
}
