extension History {
  /// Traps in debug builds where one of the rules is broken that every move leaves standing.
  func checkInvariants() {
    assert(brokenInvariant == nil, "history at clock \(process.clock): \(brokenInvariant ?? "")")
  }

  /// The first rule that does not hold, in words. Complexity: O(branches + the present one's changes and keyframes).
  var brokenInvariant: String? {
    let (branch, trail) = (branches[current], trails[current])
    if branches.count != trails.count || branches.last?.id != branches.count - 1 { return "branches without trails" }
    if !branches.allSatisfy({ $0.parent ?? -1 < $0.id && $0.fork <= $0.tip.clock }) {
      return "a branch before its fork"
    }
    if process.clock > branch.tip.clock { return "the present is beyond its branch's tip" }
    if !(trail.edits.forgotten...trail.edits.count).contains(editsMade) { return "forgotten changes lie ahead" }
    let (made, known) = (editsMade - trail.edits.forgotten, trail.edits.known)
    if !known[..<made].allSatisfy({ $0.clock <= process.clock }) { return "a change was made too early" }
    if !known[made...].allSatisfy({ $0.clock > process.clock }) { return "a change was left out" }
    if !isAscending(known.map(\.clock)) || !isAscending(known.map(\.id)) { return "changes out of order" }
    if !isAscending(trail.keyframes.map(\.clock)) || !isAscending(trail.keyframes.map(\.edits)) {
      return "keyframes out of order"
    }
    if !trail.keyframes.allSatisfy({ (branch.fork...branch.tip.clock).contains($0.clock) && $0.stamp <= totalWork }) {
      return "a keyframe of another branch"
    }
    if walk != nil, !process.isBetweenSteps { return "a walk in the midst of a step" }
    if bytes > budget, trails.contains(where: { !$0.keyframes.isEmpty }) { return "\(bytes) of \(budget) bytes" }
    return nil
  }
}

private func isAscending(_ numbers: [Int]) -> Bool { zip(numbers, numbers.dropFirst()).allSatisfy(<=) }
