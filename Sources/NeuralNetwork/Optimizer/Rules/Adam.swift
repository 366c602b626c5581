import LinearAlgebra

/// Kingma and Ba 2015: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η m′/(√v′ + ε), with m′ = m/(1−β₁ᵗ) and
/// v′ = v/(1−β₂ᵗ). AdamW (Loshchilov and Hutter 2019) first shrinks w by ηλ.
struct Adam: OptimizerRule {
  let isDecaying: Bool

  var memory: [String] { AdamMeans.names }
  /// β₁ᵗ and β₂ᵗ.
  var products: Int { 2 }
  var epsilon: Double? { 1e-8 }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    optimizer.products[0] *= constants.beta1
    optimizer.products[1] *= constants.beta2
    AdamMeans.take(g, constants, into: &optimizer)
    let kept = isDecaying ? 1 - rate * Float(constants.decay) : 1
    let step = Float(Double(rate) / (1 - optimizer.products[0]))
    let (scale, least) = (Float((1 - optimizer.products[1]).squareRoot()), epsilon(constants))
    w.update(with: optimizer.memory[0].values, optimizer.memory[1].values) { w, m, v in
      w = w * kept - step * (m / (v.squareRoot() / scale + least))
    }
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let (w, rate, constants) = (move.w, move.rate, move.constants)
    let (mean, square) = AdamMeans.corrected(move)
    let step: Equation.Substitution = "\(rate)·\(mean.value)/(√\(square.value) + \(epsilon(constants)))"
    let decay = Float(constants.decay)
    let last =
      isDecaying
      ? Equation("w", "w − \(decay)ηw − ηm′/(√v′ + ε)", "\(w) − \(rate * decay)·\(w) − \(step)", move.next)
      : Equation("w", "w − ηm′/(√v′ + ε)", "\(w) − \(step)", move.next)
    return AdamMeans.lines(move) + [mean, square, last]
  }
}

/// Adam's means of the gradient and of its square.
enum AdamMeans {
  static let names = ["mean", "mean square"]

  /// m ← m + (g − m)(1 − β₁), v ← β₂v + (1 − β₂)g².
  static func take(_ g: [Float], _ constants: Optimizer.Constants, into optimizer: inout Optimizer) {
    let ofGradient = constants.beta1.complement
    let (kept, ofSquare) = (Float(constants.beta2), constants.beta2.complement)
    optimizer.memory[0].values.update(with: g) { m, g in m += (g - m) * ofGradient }
    optimizer.memory[1].values.update(with: g) { v, g in v = kept * v + ofSquare * (g * g) }
  }

  /// The two means of a parameter.
  static func lines(_ move: Optimizer.Move) -> [Equation] {
    let (m, v, g) = (move.memory(0), move.memory(1), move.g)
    let (b1, b2) = (Float(move.constants.beta1), Float(move.constants.beta2))
    let (c1, c2) = (move.constants.beta1.complement, move.constants.beta2.complement)
    return [
      Equation("m", "\(b1)m + \(c1)g", "\(b1)·\(m.before) + \(c1)·\(g)", m.after),
      Equation("v", "\(b2)v + \(c2)g²", "\(b2)·\(v.before) + \(c2)·\(g)²", v.after),
    ]
  }

  /// The two means with the bias of their start taken out.
  static func corrected(_ move: Optimizer.Move) -> (mean: Equation, square: Equation) {
    let rest = 1 - move.after.products[0]
    let m = move.memory(0).after
    return (
      Equation("m′", "m/(1−\(Float(move.constants.beta1))^t)", "\(m)/\(Float(rest))", Float(Double(m) / rest)),
      correctedSquare(move)
    )
  }

  /// v/(1 − β₂ᵗ)
  static func correctedSquare(_ move: Optimizer.Move) -> Equation {
    let rest = 1 - move.after.products[1]
    let v = move.memory(1).after
    return Equation("v′", "v/(1−\(Float(move.constants.beta2))^t)", "\(v)/\(Float(rest))", Float(Double(v) / rest))
  }
}
