extension History {
  /// How far back the present branch reaches: the earliest clock that can be returned to.
  public var reach: Int {
    guard let first = firstKeyframe else { return process.clock }
    return min(first.clock + first.settling, process.clock)
  }

  /// Goes to the moment at which a number of phases had been performed on the present branch, exact to the last bit.
  /// A clock outside the branch's reach and tip is taken at their edge.
  public mutating func go(to clock: Int) {
    showAll()
    let target = min(max(clock, reach), branches[current].tip.clock)
    guard target != process.clock else { return }
    if let keyframe = keyframe(leadingTo: target, on: current) {
      if !(keyframe.clock...target).contains(process.clock) { restore(keyframe) }
    } else if target < process.clock {
      return
    }
    replay(to: target)
    checkInvariants()
  }

  /// Goes to the tip of a branch, which is the present one from then on. Says whether its past still reaches there.
  @discardableResult
  public mutating func go(toTipOf id: Branch.ID) -> Bool {
    let keyframe = keyframe(leadingTo: branches[id].tip.clock, on: id)
    guard id == current || keyframe != nil else { return false }
    showAll()
    if let keyframe, id != current || keyframe.clock > process.clock { restore(keyframe) }
    current = id
    replay(to: branches[id].tip.clock)
    checkInvariants()
    return true
  }

  /// Makes what happened on the present branch at the present clock: its changes, and at its tip that nothing goes on from there.
  mutating func arrive() {
    while editsMade < trails[current].edits.count, trails[current].edits[editsMade].clock == process.clock {
      process.apply(trails[current].edits[editsMade].edit)
      editsMade += 1
    }
    if branches[current].isOver, isAtTip, !process.isStill { process.advance() }
  }

  private mutating func restore(_ keyframe: Keyframe<P>) {
    process = keyframe.process
    editsMade = keyframe.edits
    work = keyframe.work
    keptWork = keyframe.work
  }

  /// One step of the branch or more, up to a number of them, with the changes made after the last.
  mutating func follow(steps limit: Int) {
    showAll()
    let edits = trails[current].edits
    let end = editsMade < edits.count ? edits[editsMade].clock : branches[current].tip.clock
    let steps = min(limit, (end - process.clock) / process.phasesPerStep)
    guard steps > 0 else { return step() }
    let before = process.effort
    process.stride(upTo: steps, costs: nil)
    work += process.effort &- before
    arrive()
    keepIfThereIsRoom()
  }

  /// Follows the branch, changes included.
  private mutating func replay(to target: Int) {
    arrive()
    while process.clock < target, !process.isStill {
      let edits = trails[current].edits
      follow(to: editsMade < edits.count ? min(target, edits[editsMade].clock) : target)
      arrive()
    }
  }

  /// Performs phases without a change in between.
  private mutating func follow(to target: Int) {
    while process.clock < target, !process.isStill {
      let due = spacing - (work - keptWork)
      work += process.replay(to: target, work: due > 0 ? due : spacing)
      keepIfThereIsRoom()
    }
  }
}
