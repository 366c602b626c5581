import LinearAlgebra

/// Momentum: v ← μv + g, w ← w − ηv; Nesterov's looks ahead: w ← w − η(g + μv) (Sutskever et al. 2013).
struct Momentum: OptimizerRule {
  let isAhead: Bool

  var memory: [String] { ["velocity"] }

  func move(
    _ w: inout [Float], along g: [Float], rate: Float, constants: Optimizer.Constants,
    remembering optimizer: inout Optimizer
  ) {
    let kept = Float(constants.momentum)
    optimizer.memory[0].values.update(with: g) { v, g in v = kept * v + g }
    if isAhead {
      w.update(with: g, optimizer.memory[0].values) { w, g, v in w -= rate * (g + kept * v) }
    } else {
      w.subtract(optimizer.memory[0].values, times: rate)
    }
  }

  func lines(of move: Optimizer.Move) -> [Equation] {
    let (v, kept) = (move.memory(0), Float(move.constants.momentum))
    return [
      Equation("v", "\(kept)v + g", "\(kept)·\(v.before) + \(move.g)", v.after),
      isAhead
        ? Equation(
          "w", "w − η(g + \(kept)v)", "\(move.w) − \(move.rate)·(\(move.g) + \(kept)·\(v.after))", move.next)
        : Equation("w", "w − ηv", "\(move.w) − \(move.rate)·\(v.after)", move.next),
    ]
  }
}
