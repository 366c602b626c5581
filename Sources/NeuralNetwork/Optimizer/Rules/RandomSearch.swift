import LinearAlgebra

/// Random search, for contrast: every parameter is moved by η times a normal number, and the move is kept where the
/// objective falls. No gradient is used: see `Optimizer.search`.
struct RandomSearch: OptimizerRule {
  var need: Optimizer.Need { .cost }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    w.subtract(g, times: rate)
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    [
      move.hasMoved
        ? Equation("w", "w + ηN(0,1): the cost falls", "\(move.w) + \(move.next - move.w)", move.next)
        : Equation("w", "stays: the trial was no better", "\(move.w)", move.next)
    ]
  }
}

extension Optimizer {
  /// One trial of random search.
  ///
  /// - Returns: whether the trial was kept.
  @discardableResult
  public mutating func search(
    _ parameters: inout Parameters, rate: Float, objective: (Parameters) -> Float
  ) -> Bool {
    var trial = parameters
    for i in trial.values.indices { trial.values[i] += rate * stream.normal() }
    steps += 1
    iterations = 1
    let value = objective(trial)
    guard value.isFinite, value < objective(parameters) else { return false }
    parameters = trial
    return true
  }
}
