import LinearAlgebra

/// Implicit gradient descent: w′ = w − η g(w′), the gradient being that at the *new* weights: see `Optimizer.solve`.
struct Implicit: OptimizerRule {
  var need: Optimizer.Need { .gradientElsewhere }

  /// The explicit step, from which the solution begins.
  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    w.subtract(g, times: rate)
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let turns = move.after.iterations
    let taken = Equation("n", "gradients taken until w′ stands", "\(turns)", Float(turns))
    let image = move.w - move.rate * move.gradientAfter
    guard move.after.residual > Optimizer.solved else {
      return [taken, Equation("w′", "w − ηg(w′)", "\(move.w) − \(move.rate)·\(move.gradientAfter)", move.next)]
    }
    return [
      taken, Equation("w − ηg(w′)", "is not w′", "\(move.w) − \(move.rate)·\(move.gradientAfter)", image),
      Equation("w′", "the nearest found", "\(move.next)", move.next),
      Equation("r", "‖w′ − w + ηg(w′)‖/‖w′ − w‖", "", move.after.residual),
    ]
  }
}

extension Optimizer {
  /// The `residual` up to which an implicit step counts as solved.
  public static let solved: Float = 1e-4

  /// The implicit step: w′ = w − η g(w′), the gradient being that at the *new* weights.
  ///
  /// First by fixed-point iteration from the explicit step, v ← v + α(w − ηg(v) − v). The safeguard: a turn that does
  /// not bring v nearer to its own image is taken back and α halved, for plain iteration would run away where η
  /// times the curvature exceeds 1. It ends when v moves by less than 10⁻⁵ of the whole step. Where it has not in
  /// `limit` turns, `ProximalDescent` goes on from w. `iterations` says how many gradients it took, and `residual` how
  /// much of the step is not accounted for: w′ need not exist where the cost has edges. A task that is cancelled
  /// ends with what it has found by then.
  ///
  /// - Returns: the index of the first parameter that is not finite, where there is one; then nothing has changed.
  public mutating func solve(
    _ parameters: inout Parameters, along gradient: Parameters, rate: Float, limit: Int = 50,
    gradientAt: (Parameters) -> Parameters
  ) -> Int? {
    let start = parameters
    var guess = start
    if let place = update(&guess, along: gradient, rate: rate) { return place }
    iterations = 1
    var damping: Float = 1
    var (image, distance) = explicitStep(from: start, along: gradientAt(guess), rate: rate, seenFrom: guess)
    while iterations < limit, !Task.isCancelled, distance > 1e-5 * start.distance(to: guess) {
      let trial = guess.moved(toward: image, by: damping)
      let (next, remaining) = explicitStep(from: start, along: gradientAt(trial), rate: rate, seenFrom: trial)
      iterations += 1
      if remaining < distance {
        (guess, image, distance) = (trial, next, remaining)
      } else {
        damping /= 2
      }
    }
    residual = distance / start.distance(to: guess)
    if !(distance <= 1e-5 * start.distance(to: guess)), distance > 0 {
      var descent = ProximalDescent(from: start, along: gradient, rate: rate)
      descent.run(gradientAt: gradientAt)
      iterations += descent.gradients
      if let found = descent.solution, !(residual <= found.residual) {
        (guess, residual) = (found.point, found.residual)
      }
    }
    if residual.isNaN { residual = 0 }
    parameters = guess
    return nil
  }

  /// w − ηg, and how far it is from a guess.
  private func explicitStep(
    from start: Parameters, along gradient: Parameters, rate: Float, seenFrom guess: Parameters
  ) -> (Parameters, Float) {
    var image = start
    image.values.subtract(gradient.values, times: rate)
    return (image, image.distance(to: guess))
  }
}

extension Parameters {
  /// The Euclidean distance.
  func distance(to other: Parameters) -> Float {
    var sum = 0.0
    for (a, b) in zip(values, other.values) { sum += Double(a - b) * Double(a - b) }
    return Float(sum.squareRoot())
  }

  fileprivate func moved(toward other: Parameters, by share: Float) -> Parameters {
    var result = self
    result.values.update(with: other.values) { x, y in x += share * (y - x) }
    return result
  }
}
