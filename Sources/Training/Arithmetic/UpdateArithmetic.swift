import LinearAlgebra
import NeuralNetwork

/// How one weight or bias moves in an update: from its gradient to its new value, line by line.
public struct UpdateArithmetic: Hashable, Sendable {
  public let name: ParameterName
  public let rule: Optimizer.Kind
  /// The value before and after.
  public let before: Float
  public let after: Float
  /// The lines, from the gradient to the new value.
  public let lines: [Equation]

  /// Follows a parameter, by its index, through a step's update.
  public init(of index: Int, in step: StepInHand) {
    let numbers = Numbers(index: index, step: step)
    name = step.before.network.layout.name(at: index)
    rule = step.before.optimizer.kind
    before = numbers.w
    after = numbers.next
    lines = numbers.gradientLines + numbers.ruleLines(rule)
  }
}

/// One parameter's numbers around an update.
private struct Numbers {
  let index: Int
  let step: StepInHand
  /// The value before and after.
  let w, next: Float
  /// The mean over the batch, and with the penalty.
  let data, g: Float
  let rate: Float
  let isWeight: Bool
  /// The steps that the rule has taken, this one included.
  let t: Int

  init(index: Int, step: StepInHand) {
    self.index = index
    self.step = step
    w = step.before.network.parameters.values[index]
    next = step.after.network.parameters.values[index]
    data = step.before.gradient.values[index]
    g = step.after.gradient.values[index]
    rate = step.before.learningRate
    if case .weight = step.before.network.layout.name(at: index) { isWeight = true } else { isWeight = false }
    t = step.before.optimizer.steps + 1
  }

  /// What the rule remembers of the parameter: number `k` of its memory, before and after.
  func memory(_ k: Int) -> (before: Float, after: Float) {
    let (old, new) = (step.before.optimizer.memory, step.after.optimizer.memory)
    return (
      old.indices.contains(k) ? old[k].values[index] : 0, new.indices.contains(k) ? new[k].values[index] : 0
    )
  }

  var gradientLines: [Equation] {
    let penalty = step.before.settings.regularization
    var whole = step.before.gradient
    penalty.addGradient(at: step.before.network.parameters, to: &whole)
    var lines: [Equation] = []
    let value = whole.values[index]
    if isWeight, penalty.rate != 0 {
      let sign: Float = w > 0 ? 1 : w < 0 ? -1 : 0
      switch penalty.kind {
      case .none: break
      case .l1: lines.append(Equation("g", "∂C/∂w + λ·sign w", "\(data) + \(penalty.rate)·\(sign)", value))
      case .l2: lines.append(Equation("g", "∂C/∂w + λw", "\(data) + \(penalty.rate)·\(w)", value))
      }
    }
    if let limit = step.before.settings.clipping, whole.norm > limit {
      lines.append(Equation("g", "g·c/‖g‖", "\(value)·\(limit)/\(whole.norm + 1e-6)", g))
    }
    return lines
  }

  func ruleLines(_ kind: Optimizer.Kind) -> [Equation] {
    switch kind {
    case .sgd, .perceptron: [descent]
    case .averaged: [descent, average]
    case .implicit: implicit
    case .randomSearch: [trial]
    case .momentum, .nesterov: accelerated(isAhead: kind == .nesterov)
    case .adagrad, .rmsprop: scaled(kind)
    case .adadelta: adadelta
    case .adam, .adamw: adam(decay: kind == .adamw ? 0.01 : 0)
    case .nadam: nadam
    }
  }

  private var descent: Equation { Equation("w", "w − ηg", "\(w) − \(rate)·\(g)", next) }

  private var implicit: [Equation] {
    let turns = step.after.optimizer.iterations
    return [
      Equation("n", "gradients taken until w′ stands", "\(turns)", Float(turns)),
      Equation("w′", "w − ηg(w′)", "\(w) − \(rate)·\((w - next) / rate)", next),
    ]
  }

  private var trial: Equation {
    step.after.network == step.before.network
      ? Equation("w", "stays: the trial was no better", "\(w)", next)
      : Equation("w", "w + ηN(0,1): the cost falls", "\(w) + \(next - w)", next)
  }

  private var average: Equation {
    let mean = memory(0)
    return Equation("⟨w⟩", "⟨w⟩ + (w − ⟨w⟩)/t", "\(mean.before) + (\(next) − \(mean.before))/\(t)", mean.after)
  }

  private func accelerated(isAhead: Bool) -> [Equation] {
    let v = memory(0)
    return [
      Equation("v", "0.9v + g", "0.9·\(v.before) + \(g)", v.after),
      isAhead
        ? Equation("w", "w − η(g + 0.9v)", "\(w) − \(rate)·(\(g) + 0.9·\(v.after))", next)
        : Equation("w", "w − ηv", "\(w) − \(rate)·\(v.after)", next),
    ]
  }

  private func scaled(_ kind: Optimizer.Kind) -> [Equation] {
    let s = memory(0)
    let size =
      kind == .adagrad
      ? Equation("s", "s + g²", "\(s.before) + \(g)²", s.after)
      : Equation("s", "0.99s + 0.01g²", "0.99·\(s.before) + 0.01·\(g)²", s.after)
    let least: Float = kind == .adagrad ? 1e-10 : 1e-8
    return [size, Equation("w", "w − ηg/(√s + ε)", "\(w) − \(rate)·\(g)/(√\(s.after) + \(least))", next)]
  }

  private var adadelta: [Equation] {
    let (s, u) = (memory(0), memory(1))
    let move = (u.before + 1e-6).squareRoot() / (s.after + 1e-6).squareRoot() * g
    return [
      Equation("s", "0.9s + 0.1g²", "0.9·\(s.before) + 0.1·\(g)²", s.after),
      Equation("Δ", "g√(u+ε)/√(s+ε)", "\(g)·√\(u.before + 1e-6)/√\(s.after + 1e-6)", move),
      Equation("u", "0.9u + 0.1Δ²", "0.9·\(u.before) + 0.1·\(move)²", u.after),
      Equation("w", "w − ηΔ", "\(w) − \(rate)·\(move)", next),
    ]
  }

  /// Adam's two means.
  private var means: [Equation] {
    let (m, v) = (memory(0), memory(1))
    return [
      Equation("m", "0.9m + 0.1g", "0.9·\(m.before) + 0.1·\(g)", m.after),
      Equation("v", "0.999v + 0.001g²", "0.999·\(v.before) + 0.001·\(g)²", v.after),
    ]
  }

  private func adam(decay: Float) -> [Equation] {
    let (m, v) = (memory(0).after, memory(1).after)
    let products = step.after.optimizer.products
    let mean = Float(Double(m) / (1 - products[0]))
    let square = Float(Double(v) / (1 - products[1]))
    let corrected = [
      Equation("m′", "m/(1−0.9^t)", "\(m)/\(Float(1 - products[0]))", mean),
      Equation("v′", "v/(1−0.999^t)", "\(v)/\(Float(1 - products[1]))", square),
    ]
    let move: Equation =
      decay > 0
      ? Equation(
        "w", "w − \(decay)ηw − ηm′/(√v′ + ε)",
        "\(w) − \(rate * decay)·\(w) − \(rate)·\(mean)/(√\(square) + \(Float(1e-8)))", next)
      : Equation("w", "w − ηm′/(√v′ + ε)", "\(w) − \(rate)·\(mean)/(√\(square) + \(Float(1e-8)))", next)
    return means + corrected + [move]
  }

  private var nadam: [Equation] {
    let (m, v) = (memory(0).after, memory(1).after)
    let products = step.after.optimizer.products
    let now = 0.9 * (1 - 0.5 * products[2])
    let ahead = 0.9 * (1 - 0.5 * products[2] * 0.9998367253526753)
    let ofGradient = Float((1 - now) / (1 - products[0]))
    let ofMean = Float(ahead / (1 - products[0] * ahead))
    let square = Float(Double(v) / (1 - products[1]))
    let mean = ofMean * m + ofGradient * g
    return means + [
      Equation("m′", "μ₊m/(1−∏μ₊) + (1−μ)g/(1−∏μ)", "\(ofMean)·\(m) + \(ofGradient)·\(g)", mean),
      Equation("v′", "v/(1−0.999^t)", "\(v)/\(Float(1 - products[1]))", square),
      Equation("w", "w − ηm′/(√v′ + ε)", "\(w) − \(rate)·\(mean)/(√\(square) + \(Float(1e-8)))", next),
    ]
  }
}
