import LinearAlgebra

/// Plain gradient descent: w ← w − ηg. The perceptron rule is the same with another error: δ = a − y.
struct Descent: OptimizerRule {
  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    w.subtract(g, times: rate)
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    [Equation("w", "w − ηg", "\(move.w) − \(move.rate)·\(move.g)", move.next)]
  }
}
