extension History {
  /// Keeps the present position as a keyframe of the branch that it is of, if it lies between two steps, and unless that
  /// would take all there is.
  mutating func keep() {
    guard process.isBetweenSteps else { return }
    totalWork += max(0, work - keptWork)
    keptWork = work
    guard Keyframe.bytes(of: process) <= room else { return }
    let owner = owner(of: process.clock)
    let place = trails[owner].keyframes.partitioningIndex {
      ($0.clock, $0.edits) >= (process.clock, editsMade)
    }
    if let known = trails[owner].keyframes[place...].first,
      (known.clock, known.edits) == (process.clock, editsMade)
    {
      return
    }
    let keyframe = Keyframe(of: process, edits: editsMade, work: work, stamp: totalWork)
    trails[owner].keyframes.insert(keyframe, at: place)
    ledger.add(keyframe.footprint)
    countCurve()
    limit()
  }

  /// Keeps a moment of the past where that is due and takes nothing's place, so that steps from here are short: who looks
  /// back is not to lose what lies behind.
  mutating func keepIfThereIsRoom() {
    guard process.isBetweenSteps, work - keptWork >= spacing else { return }
    if bytes + Keyframe.bytes(of: process) <= budget { keep() }
  }

  /// The branch of the present one's ancestry that a clock is of: an ancestor's before the fork.
  func owner(of clock: Int) -> Int {
    var id = current
    while clock < branches[id].fork, let parent = branches[id].parent { id = parent }
    return id
  }

  /// The newest keyframe from which a replay leads to a clock of a branch with every number as it was.
  func keyframe(leadingTo target: Int, on id: Branch.ID) -> Keyframe<P>? {
    for keyframes in keyframes(on: id) {
      let end = keyframes.partitioningIndex { $0.clock > target }
      if let found = keyframes[..<end].last(where: { $0.leads(to: target) }) { return found }
    }
    return nil
  }

  /// The keyframes on the way to a branch's tip: its own, then its parent's before the fork, and so on.
  func keyframes(on id: Branch.ID) -> [Slice<ChunkedArray<Keyframe<P>>>] {
    var path: [Slice<ChunkedArray<Keyframe<P>>>] = []
    var (clock, edits) = (Int.max, Int.max)
    let forgotten = trails[id].edits.forgotten
    var next: Int? = id
    while let id = next {
      let (branch, trail) = (branches[id], trails[id])
      let end = trail.keyframes.partitioningIndex { $0.clock > clock || $0.edits > edits }
      path.append(trail.keyframes[..<end].drop { $0.edits < forgotten })
      (clock, edits) = (min(clock, branch.fork), min(edits, trail.inherited))
      next = branch.parent
    }
    return path
  }

  /// The first keyframe on the way to the present branch's tip.
  var firstKeyframe: Keyframe<P>? { keyframes(on: current).last { !$0.isEmpty }?.first }
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
