import LinearAlgebra

/// Dozat 2016: Adam whose mean looks ahead, with μₜ = β₁(1 − ½·0.96^(0.004t)):
/// w ← w − η(1−μₜ)/(1−∏μ)·g/(√v′+ε) − η·μₜ₊₁/(1−μₜ₊₁∏μ)·m/(√v′+ε).
struct Nadam: OptimizerRule {
  var memory: [String] { AdamMeans.names }
  /// ∏μ, β₂ᵗ and 0.96^(0.004t).
  var products: Int { 3 }
  var epsilon: Double? { 1e-8 }

  /// 0.96^0.004
  private static let fading = 0.9998367253526753

  /// μ of this step and of the next, from 0.96^(0.004t).
  private func look(_ faded: Double, _ constants: Optimizer.Constants) -> (now: Double, next: Double) {
    (constants.beta1 * (1 - 0.5 * faded), constants.beta1 * (1 - 0.5 * faded * Self.fading))
  }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    optimizer.products[2] *= Self.fading
    let (now, next) = look(optimizer.products[2], constants)
    optimizer.products[0] *= now
    optimizer.products[1] *= constants.beta2
    AdamMeans.take(g, constants, into: &optimizer)
    let ofGradient = Float(Double(rate) * (1 - now) / (1 - optimizer.products[0]))
    let ofMean = Float(Double(rate) * next / (1 - optimizer.products[0] * next))
    let (scale, least) = (Float(1 - optimizer.products[1]), epsilon(constants))
    let (m, v) = (optimizer.memory[0].values, optimizer.memory[1].values)
    for i in g.indices {
      let size = (v[i] / scale).squareRoot() + least
      w[i] -= ofGradient * (g[i] / size) + ofMean * (m[i] / size)
    }
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let products = move.after.products
    let (now, next) = look(products[2], move.constants)
    let ofGradient = Float((1 - now) / (1 - products[0]))
    let ofMean = Float(next / (1 - products[0] * next))
    let m = move.memory(0).after
    let mean = Equation(
      "m′", "μ₊m/(1−∏μ₊) + (1−μ)g/(1−∏μ)", "\(ofMean)·\(m) + \(ofGradient)·\(move.g)", ofMean * m + ofGradient * move.g)
    let square = AdamMeans.correctedSquare(move)
    let last = Equation(
      "w", "w − ηm′/(√v′ + ε)",
      "\(move.w) − \(move.rate)·\(mean.value)/(√\(square.value) + \(epsilon(move.constants)))", move.next)
    return AdamMeans.lines(move) + [mean, square, last]
  }
}
