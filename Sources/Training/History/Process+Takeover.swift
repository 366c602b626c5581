/// The clock goes on, whatever takes over.
extension Settling {
  /// Counts on from another's phases, as one that has just begun.
  public func taking(over other: Settling) -> Settling {
    var next = self
    (next.clock, next.stepStart, next.sweepStart) = (other.clock, other.clock, other.clock)
    next.performed = nil
    return next
  }
}

extension RecurrentTrainer {
  /// Counts on from another's phases; a step that has begun begins anew.
  public func taking(over other: RecurrentTrainer) -> RecurrentTrainer {
    var next = self
    (next.clock, next.stepStart, next.epochStart) = (other.clock, other.clock, other.clock)
    if next.phase != .epoch {
      next.phase = .input
      next.batchCount = 0
    }
    next.clearWorkspace()
    next.redrawOrder()
    return next
  }
}
