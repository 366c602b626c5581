/// Going by updates, as the cost curve counts them.
extension History {
  /// The first update of the present branch's curve that can be returned to.
  public var firstUpdate: Int {
    guard let first = firstKeyframe else { return process.updates }
    if first.clock <= branch.curveStart, first.settling == 0 { return branch.curveUpdates }
    return min(first.settledUpdates, process.updates)
  }

  /// Goes to the moment after an update of the present branch's curve, or as near to it as the branch leads.
  public mutating func go(toUpdate update: Int) {
    let target = max(update, firstUpdate)
    let curveStart = branch.curveStart
    for keyframes in keyframes(on: current) {
      guard let start = keyframes.last(where: { $0.clock >= curveStart && $0.settledUpdates <= target }) else {
        continue
      }
      go(to: start.clock + start.settling)
      break
    }
    if process.clock < curveStart { go(to: curveStart) }
    while process.updates < target, !isAtTip, !process.isStill {
      if process.isBetweenSteps { follow(steps: target - process.updates) } else { step() }
    }
  }
}

extension Keyframe {
  /// The updates after which everything is as it was, and a step's beginning can be stopped at.
  fileprivate var settledUpdates: Int { settling > 0 ? updates + 2 : updates }
}
