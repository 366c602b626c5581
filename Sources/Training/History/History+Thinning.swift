extension History {
  /// The longest replay that thinning makes, as work: a few tenths of a second at most.
  private var longestGap: Int { 200 * spacing }

  /// Makes room: keeps what was lately visited dense and the rest ever sparser; where that is not enough, forgets the
  /// oldest. Leaves a quarter free, so that it is seldom called.
  mutating func thin() {
    var slope = 1.0 / 64
    count()
    let fixed = branches.reduce(0) { $0 + $1.loss.bytes }
    let goal = budget - max(0, budget - fixed) / 4
    while bytes > goal, slope <= 64 {
      for id in branches.indices { branches[id].keyframes = thinned(branches[id].keyframes, slope: slope) }
      slope *= 2
      count()
    }
    if bytes > goal { forgetOldest(goal) }
    if bytes > goal { forgetBranches(goal) }
  }

  /// Leaves keyframes out where the gap stays within `slope` times their age. The first and the last stay.
  private func thinned(_ keyframes: [Keyframe], slope: Double) -> [Keyframe] {
    guard var later = keyframes.last?.work, keyframes.count > 2 else { return keyframes }
    var kept = [keyframes[keyframes.count - 1]]
    for i in stride(from: keyframes.count - 2, to: 0, by: -1) {
      let wanted = Int(slope * Double(totalWork - keyframes[i].stamp))
      let gap = min(max(wanted, spacing), longestGap)
      if later - keyframes[i - 1].work > gap {
        kept.append(keyframes[i])
        later = keyframes[i].work
      }
    }
    kept.append(keyframes[0])
    return kept.reversed()
  }

  /// Forgets the oldest keyframes of all branches, but never the newest on the present one's path.
  private mutating func forgetOldest(_ goal: Int) {
    let newest = keyframes(on: current).first { !$0.isEmpty }?.last?.stamp ?? 0
    var excess = bytes - goal
    var cut = 0
    for keyframe in branches.flatMap(\.keyframes).sorted(by: { $0.stamp < $1.stamp }) {
      guard excess > 0, keyframe.stamp < newest else { break }
      excess -= keyframe.bytes
      cut = keyframe.stamp
    }
    for id in branches.indices { branches[id].keyframes.removeAll { $0.stamp <= cut } }
    for id in branches.indices { forgetEdits(of: id) }
    count()
  }

  /// Forgets the changes before the first keyframe of a branch's path, but none that is still before the present
  /// position: nothing leads through them any more.
  private mutating func forgetEdits(of id: Branch.ID) {
    let first = keyframes(on: id).last { !$0.isEmpty }?.first
    let reached = min(first?.edits ?? .max, id == current ? editsMade : .max, branches[id].edits.count)
    guard reached > branches[id].forgotten else { return }
    for i in branches[id].forgotten..<reached { branches[id].edits[i].edit = nil }
    branches[id].forgotten = reached
  }

  /// Forgets the curves of branches that cannot be returned to, the oldest first.
  private mutating func forgetBranches(_ goal: Int) {
    for id in branches.indices where bytes > goal && !reaches(id) {
      branches[id].loss = LossHistory()
      count()
    }
  }

  /// Counts the memory anew.
  private mutating func count() {
    bytes = branches.reduce(0) { $0 + $1.bytes }
  }
}

extension Branch {
  /// The memory that it holds beyond what it shares with its parent.
  fileprivate var bytes: Int {
    let own = edits.dropFirst(inherited).reduce(0) { $0 + ($1.edit?.bytes ?? 0) }
    return MemoryLayout<Branch>.stride + loss.bytes + edits.count * MemoryLayout<LoggedEdit>.stride + own
      + keyframes.reduce(0) { $0 + $1.bytes }
  }
}
