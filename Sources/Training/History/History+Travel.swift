extension History {
  /// How far back the present branch reaches: the earliest clock that can be returned to.
  public var reach: Int {
    guard let first = keyframes(on: current).last(where: { !$0.isEmpty })?.first else { return trainer.clock }
    return first.clock + first.settling
  }

  /// Goes to the moment at which a number of phases had been performed on the present branch, exact to the last bit.
  /// A clock outside the branch's reach and tip is taken at their edge.
  public mutating func go(to clock: Int) {
    showAll()
    let target = min(max(clock, min(reach, trainer.clock)), branches[current].tip.clock)
    guard target != trainer.clock, let keyframe = keyframe(leadingTo: target, on: current) else { return }
    if !(keyframe.clock...target).contains(trainer.clock) { restore(keyframe) }
    replay(to: target)
  }

  /// Goes to the tip of a branch, which is the present one from then on. Says whether its past still reaches there.
  @discardableResult
  public mutating func go(toTipOf id: Branch.ID) -> Bool {
    guard let keyframe = keyframe(leadingTo: branches[id].tip.clock, on: id) else { return false }
    current = id
    showAll()
    restore(keyframe)
    replay(to: branches[id].tip.clock)
    return true
  }

  /// Makes the changes of the present branch that were made at the present clock.
  mutating func makeEdits() {
    while editsMade < branches[current].edits.count, branches[current].edits[editsMade].clock == trainer.clock {
      guard let edit = branches[current].edits[editsMade].edit else { preconditionFailure("a change was forgotten") }
      trainer.apply(edit)
      editsMade += 1
    }
  }

  private mutating func restore(_ keyframe: Keyframe) {
    trainer = keyframe.trainer
    editsMade = keyframe.edits
    work = keyframe.work
    keptWork = keyframe.work
  }

  /// Follows the branch, changes included.
  private mutating func replay(to target: Int) {
    makeEdits()
    while trainer.clock < target, trainer.divergence == nil {
      let edits = branches[current].edits
      follow(to: editsMade < edits.count ? min(target, edits[editsMade].clock) : target)
      makeEdits()
    }
  }

  /// Performs phases without a change in between.
  private mutating func follow(to target: Int) {
    while trainer.clock < target, trainer.divergence == nil {
      let steps = trainer.phase == .input ? (target - trainer.clock) / trainer.phasesPerStep : 0
      let most = min(steps, max(1, stepsUntilKeyframe))
      train { trainer in
        if most > 0 { trainer.stride(upTo: most) } else { trainer.advance() }
      }
      keepIfThereIsRoom()
    }
  }
}

extension History {
  /// The newest keyframe from which a replay leads to a clock of a branch with every number as it was.
  func keyframe(leadingTo target: Int, on id: Branch.ID) -> Keyframe? {
    for keyframes in keyframes(on: id) {
      let end = keyframes.partitioningIndex { $0.clock > target }
      if let found = keyframes[..<end].last(where: { $0.leads(to: target) }) { return found }
    }
    return nil
  }

  /// The keyframes on the way to a branch's tip: its own, then its parent's before the fork, and so on.
  func keyframes(on id: Branch.ID) -> [ArraySlice<Keyframe>] {
    var path: [ArraySlice<Keyframe>] = []
    var (clock, edits) = (Int.max, Int.max)
    let forgotten = branches[id].forgotten
    var next: Int? = id
    while let id = next {
      let branch = branches[id]
      let end = branch.keyframes.partitioningIndex { $0.clock > clock || $0.edits > edits }
      path.append(branch.keyframes[..<end].drop { $0.edits < forgotten })
      (clock, edits) = (min(clock, branch.fork), min(edits, branch.inherited))
      next = branch.parent
    }
    return path
  }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies a condition that all after it satisfy too. Complexity: O(log n).
  func partitioningIndex(where condition: (Element) -> Bool) -> Index {
    var (low, span) = (startIndex, count)
    while span > 0 {
      let half = span / 2
      let middle = index(low, offsetBy: half)
      if condition(self[middle]) {
        span = half
      } else {
        low = index(after: middle)
        span -= half + 1
      }
    }
    return low
  }
}
