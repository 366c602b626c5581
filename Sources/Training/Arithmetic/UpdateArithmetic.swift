import LinearAlgebra
import NeuralNetwork

/// How one weight or bias moves in an update: from its gradient to its new value, line by line.
public struct UpdateArithmetic: Hashable, Sendable {
  /// The weight or bias that moves.
  public let name: ParameterName
  /// The optimizer's rule that moves it.
  public let rule: Optimizer.Kind
  /// The value before and after.
  public let before: Float
  /// The value after the update.
  public let after: Float
  /// The lines, from the gradient to the new value.
  public let lines: [Equation]

  /// Follows a parameter, by its index, through a step's update.
  public init(of index: Int, in step: StepInHand) {
    let (old, new) = (step.before, step.after)
    name = old.network.layout.name(at: index)
    rule = old.optimizer.kind
    before = old.network.parameters.values[index]
    after = new.network.parameters.values[index]
    if case .bias = name, old.settings.biases != .free {
      lines = [Equation("b", old.settings.biases == .none ? "none: stays 0" : "frozen: stays", "\(before)", after)]
      return
    }
    let move = Optimizer.Move(
      of: index, from: (old.network.parameters, old.optimizer), to: (new.network.parameters, new.optimizer),
      along: new.gradient, rate: old.learningRate, constants: old.settings.constants,
      gradientAfter: rule == .implicit ? old.batchGradient(at: new.network.parameters) : nil)
    lines = step.gradientLines(of: index) + rule.lines(of: move)
  }
}

extension StepInHand {
  /// From a parameter's mean gradient over the batch to that of the objective, clipped; none where they are the same.
  fileprivate func gradientLines(of index: Int) -> [Equation] {
    let settings = before.settings
    var unclipped = settings
    unclipped.clipping = nil
    var whole = before.gradient
    unclipped.complete(&whole, at: before.network.parameters)
    var lines: [Equation] = []
    let (data, value) = (before.gradient.values[index], whole.values[index])
    if case .weight = before.network.layout.name(at: index), settings.regularization.rate != 0 {
      let (w, rate) = (before.network.parameters.values[index], settings.regularization.rate)
      let sign: Float = w > 0 ? 1 : w < 0 ? -1 : 0
      switch settings.regularization.kind {
      case .none: break
      case .l1: lines.append(Equation("g", "∂C/∂w + λ·sign w", "\(data) + \(rate)·\(sign)", value))
      case .l2: lines.append(Equation("g", "∂C/∂w + λw", "\(data) + \(rate)·\(w)", value))
      }
    }
    if let limit = settings.clipping, whole.norm > limit {
      lines.append(
        Equation("g", "g·c/‖g‖", "\(value)·\(limit)/\(whole.norm + 1e-6)", after.gradient.values[index]))
    }
    return lines
  }
}
