import LinearAlgebra

/// Implicit gradient descent: w′ = w − η g(w′), the gradient being that at the *new* weights: see `Optimizer.solve`.
struct Implicit: OptimizerRule {
  /// The explicit step, from which the solution begins.
  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    w.subtract(g, times: rate)
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let turns = move.after.iterations
    return [
      Equation("n", "gradients taken until w′ stands", "\(turns)", Float(turns)),
      Equation("w′", "w − ηg(w′)", "\(move.w) − \(move.rate)·\((move.w - move.next) / move.rate)", move.next),
    ]
  }
}

extension Optimizer {
  /// The implicit step: w′ = w − η g(w′), the gradient being that at the *new* weights.
  ///
  /// Solved by fixed-point iteration from the explicit step, v ← v + α(w − ηg(v) − v). The safeguard: a turn that does
  /// not bring v nearer to its own image is taken back and α halved, for plain iteration would run away where η
  /// times the curvature exceeds 1. Ends when v moves by less than 10⁻⁵ of the whole step, or after `limit` turns;
  /// `iterations` says how many gradients it took.
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
    while iterations < limit, distance > 1e-5 * start.distance(to: guess) {
      let trial = guess.moved(toward: image, by: damping)
      let (next, remaining) = explicitStep(from: start, along: gradientAt(trial), rate: rate, seenFrom: trial)
      iterations += 1
      if remaining < distance {
        (guess, image, distance) = (trial, next, remaining)
      } else {
        damping /= 2
      }
    }
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
