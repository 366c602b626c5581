import LinearAlgebra

extension Optimizer {
  /// One step of the rule. g: gradient, w: parameters, m and v: what is remembered.
  mutating func move(_ parameters: inout Parameters, along gradient: Parameters, rate: Float) {
    steps += 1
    let g = gradient.values
    switch kind {
    case .sgd, .implicit, .perceptron, .randomSearch: parameters.values.subtract(g, times: rate)
    case .averaged:
      parameters.values.subtract(g, times: rate)
      average(parameters.values)
    case .momentum: accelerate(&parameters.values, g, rate: rate, ahead: false)
    case .nesterov: accelerate(&parameters.values, g, rate: rate, ahead: true)
    case .adagrad: adagrad(&parameters.values, g, rate: rate)
    case .rmsprop: rmsprop(&parameters.values, g, rate: rate)
    case .adadelta: adadelta(&parameters.values, g, rate: rate)
    case .adam: adam(&parameters.values, g, rate: rate, decay: 0)
    case .adamw: adam(&parameters.values, g, rate: rate, decay: 0.01)
    case .nadam: nadam(&parameters.values, g, rate: rate)
    }
  }

  /// The running mean of the weights after each step (Polyak and Juditsky 1992): w̄ ← w̄ + (w − w̄)/t.
  private mutating func average(_ w: [Float]) {
    let share = 1 / Float(steps)
    memory[0].values.update(with: w) { mean, w in mean += (w - mean) * share }
  }

  /// Momentum (v ← 0.9v + g, w ← w − ηv) or Nesterov's, which looks ahead (w ← w − η(g + 0.9v)).
  private mutating func accelerate(_ w: inout [Float], _ g: [Float], rate: Float, ahead: Bool) {
    memory[0].values.update(with: g) { v, g in v = 0.9 * v + g }
    if ahead {
      w.update(with: g, memory[0].values) { w, g, v in w -= rate * (g + 0.9 * v) }
    } else {
      w.subtract(memory[0].values, times: rate)
    }
  }

  /// Duchi et al. 2011: s ← s + g², w ← w − ηg/(√s + ε).
  private mutating func adagrad(_ w: inout [Float], _ g: [Float], rate: Float) {
    memory[0].values.update(with: g) { s, g in s += g * g }
    w.update(with: g, memory[0].values) { w, g, s in w -= rate * (g / (s.squareRoot() + 1e-10)) }
  }

  /// Tieleman and Hinton 2012: s ← αs + (1−α)g², w ← w − ηg/(√s + ε), α = 0.99.
  private mutating func rmsprop(_ w: inout [Float], _ g: [Float], rate: Float) {
    memory[0].values.update(with: g) { s, g in s = 0.99 * s + 0.01 * (g * g) }
    w.update(with: g, memory[0].values) { w, g, s in w -= rate * (g / (s.squareRoot() + 1e-8)) }
  }

  /// Zeiler 2012: s ← ρs + (1−ρ)g², Δ = g√(u+ε)/√(s+ε), u ← ρu + (1−ρ)Δ², w ← w − ηΔ, ρ = 0.9.
  private mutating func adadelta(_ w: inout [Float], _ g: [Float], rate: Float) {
    memory[0].values.update(with: g) { s, g in s = 0.9 * s + 0.1 * (g * g) }
    let (s, u) = (memory[0].values, memory[1].values)
    for i in g.indices {
      let step = (u[i] + 1e-6).squareRoot() / (s[i] + 1e-6).squareRoot() * g[i]
      memory[1].values[i] = 0.9 * u[i] + 0.1 * (step * step)
      w[i] -= rate * step
    }
  }

  /// Kingma and Ba 2015: m ← β₁m + (1−β₁)g, v ← β₂v + (1−β₂)g², w ← w − η m̂/(√v̂ + ε), with m̂ = m/(1−β₁ᵗ) and
  /// v̂ = v/(1−β₂ᵗ). AdamW (Loshchilov and Hutter 2019) first shrinks w by ηλ.
  private mutating func adam(_ w: inout [Float], _ g: [Float], rate: Float, decay: Float) {
    products[0] *= 0.9
    products[1] *= 0.999
    remember(g)
    let kept = 1 - rate * decay
    let step = Float(Double(rate) / (1 - products[0]))
    let scale = Float((1 - products[1]).squareRoot())
    w.update(with: memory[0].values, memory[1].values) { w, m, v in
      w = w * kept - step * (m / (v.squareRoot() / scale + 1e-8))
    }
  }

  /// Dozat 2016: Adam whose mean looks ahead, with μₜ = β₁(1 − ½·0.96^(0.004t)):
  /// w ← w − η(1−μₜ)/(1−∏μ)·g/(√v̂+ε) − η·μₜ₊₁/(1−μₜ₊₁∏μ)·m/(√v̂+ε).
  private mutating func nadam(_ w: inout [Float], _ g: [Float], rate: Float) {
    let fading = 0.9998367253526753  // 0.96^0.004
    products[2] *= fading
    let now = 0.9 * (1 - 0.5 * products[2])
    let next = 0.9 * (1 - 0.5 * products[2] * fading)
    products[0] *= now
    products[1] *= 0.999
    remember(g)
    let ofGradient = Float(Double(rate) * (1 - now) / (1 - products[0]))
    let ofMean = Float(Double(rate) * next / (1 - products[0] * next))
    let scale = Float(1 - products[1])
    let (m, v) = (memory[0].values, memory[1].values)
    for i in g.indices {
      let size = (v[i] / scale).squareRoot() + 1e-8
      w[i] -= ofGradient * (g[i] / size) + ofMean * (m[i] / size)
    }
  }

  /// Adam's means of the gradient and of its square.
  private mutating func remember(_ g: [Float]) {
    memory[0].values.update(with: g) { m, g in m += (g - m) * 0.1 }
    memory[1].values.update(with: g) { v, g in v = 0.999 * v + 0.001 * (g * g) }
  }
}
