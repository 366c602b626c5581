/// The ends of branches, to be saved and gone on with another day.
extension History {
  /// The process at the end of a branch; nil where the past no longer reaches there. The history stays where it is.
  public func process(atTipOf id: Branch.ID) -> P? {
    if id == current, isAtTip { return process }
    var there = self
    return there.go(toTipOf: id) ? there.process : nil
  }

  /// Begins the present branch's curve as it was when it was saved. Traps where that goes beyond the present.
  public mutating func resume(_ loss: LossHistory) {
    precondition(
      loss.lastUpdate <= process.updates, "a curve up to \(loss.lastUpdate) for \(process.updates) updates")
    branches[current].loss = loss
    countCurve()
    limit()
    checkInvariants()
  }
}
