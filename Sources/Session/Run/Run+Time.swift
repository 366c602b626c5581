import Training

extension Run {
  /// Goes to a moment of the present branch.
  mutating func go(to clock: Int) {
    leaveTip()
    history.go(to: clock)
    arrive()
  }

  /// Goes to the moment after an update of the present branch.
  mutating func go(toUpdate update: Int) {
    leaveTip()
    history.go(toUpdate: update)
    arrive()
  }

  /// Goes to a position of a branch.
  mutating func go(to position: Position, of branch: Branch.ID) {
    leaveTip()
    guard history.go(toTipOf: branch) else { return }
    history.go(to: position)
    arrive()
  }

  /// Goes to the end of a branch; says whether it can still be reached.
  mutating func go(toTipOf branch: Branch.ID) -> Bool {
    leaveTip()
    guard history.go(toTipOf: branch) else { return false }
    arrive()
    return true
  }

  private mutating func arrive() {
    twin = nil
    measure()
  }
}
