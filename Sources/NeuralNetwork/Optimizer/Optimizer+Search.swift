import LinearAlgebra

extension Optimizer {
  /// One trial of random search: every parameter is moved by η times a normal number, and the move is kept where the
  /// objective falls. No gradient is used, for contrast.
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

extension Parameters.Layout {
  /// The power of ten of the number of combinations that brute force has to try, giving each parameter so many values:
  /// log₁₀(levelsᶜᵒᵘⁿᵗ).
  public func bruteForceExponent(levels: Int = 1000) -> Double {
    Double(count) * Double(Elementary.log(Float(levels)) / Elementary.log(10))
  }
}
