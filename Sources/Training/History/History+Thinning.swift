extension History {
  /// The longest replay that thinning makes, as work: a few tenths of a second at most.
  private var longestGap: Int { 200 * spacing }

  /// The memory that curves and logs leave to moments and changes, in bytes.
  var room: Int { max(0, budget - branches.reduce(0) { $0 + $1.loss.bytes }) }

  /// Keeps the past in so many bytes from now on.
  public mutating func keep(within budget: Int) {
    self.budget = budget
    limit()
  }

  /// Makes room where the past takes more than its budget.
  mutating func limit() {
    if bytes > budget { thin() }
  }

  /// Makes room: keeps what was lately visited dense and the rest ever sparser; where that is not enough, forgets the
  /// oldest. Leaves a quarter free, so that it is seldom called.
  private mutating func thin() {
    count()
    let goal = budget - room / 4
    // Where it is data that takes the room, sparser moments would not help.
    forgetOldest { $0.ledger.shared > goal }
    var slope = 1.0 / 64
    while bytes > goal, slope <= 64 {
      for id in trails.indices { trails[id].keyframes = thinned(trails[id].keyframes, slope: slope) }
      slope *= 2
      count()
    }
    forgetOldest { $0.bytes > goal }
    forgetCurves(goal)
    guard bytes > budget else { return }
    forgetKeyframes { _ in true }
    forgetCurves(goal)
  }

  /// Leaves keyframes out where the gap stays within `slope` times their age. The first and the last stay.
  private func thinned(_ keyframes: ChunkedArray<Keyframe<P>>, slope: Double) -> ChunkedArray<Keyframe<P>> {
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
    return ChunkedArray(kept.reversed())
  }

  /// Forgets the oldest keyframes of all branches while there is too much, but never the newest on the present one's
  /// path. An eighth at a time, since what the changes between them hold goes with them.
  private mutating func forgetOldest(while isTooMuch: (History) -> Bool) {
    let newest = keyframes(on: current).first { !$0.isEmpty }?.last?.stamp ?? 0
    while isTooMuch(self) {
      let stamps = trails.flatMap { $0.keyframes.map(\.stamp) }.filter { $0 < newest }.sorted()
      guard !stamps.isEmpty else { return }
      let cut = stamps[stamps.count / 8]
      forgetKeyframes { $0.stamp <= cut }
    }
  }

  /// Forgets some keyframes, and what is of use with them alone.
  private mutating func forgetKeyframes(where isForgotten: (Keyframe<P>) -> Bool) {
    for id in trails.indices { trails[id].keyframes.removeAll(where: isForgotten) }
    for id in trails.indices { forgetEdits(of: id) }
    count()
  }

  /// Forgets the changes before the first keyframe of a branch's path, but none that is still before the present
  /// position: nothing leads through them any more. The log of a branch that is out of reach for good goes whole.
  private mutating func forgetEdits(of id: Branch.ID) {
    let first = keyframes(on: id).last { !$0.isEmpty }?.first
    trails[id].edits.forget(
      upTo: min(first?.edits ?? .max, id == current ? editsMade : .max, trails[id].edits.count))
  }

  /// Forgets the curves of branches that cannot be returned to, the oldest first.
  private mutating func forgetCurves(_ goal: Int) {
    for id in branches.indices where bytes > goal && !reaches(id) {
      branches[id].loss = LossHistory()
      count()
    }
  }

  /// Counts the memory anew.
  mutating func count() {
    ledger = Ledger()
    ledger.add(process.presentData)
    for id in trails.indices {
      trails[id].curve = branches[id].loss.bytes
      ledger.add(own: trails[id].curve)
      ledger.add(own: trails[id].bytes)
      for change in trails[id].ownEdits { ledger.add(P.footprint(of: change.edit)) }
      for keyframe in trails[id].keyframes { ledger.add(keyframe.footprint) }
    }
  }

  /// Counts what the present branch's curve has grown by.
  mutating func countCurve() {
    let now = branches[current].loss.bytes
    ledger.add(own: now - trails[current].curve)
    trails[current].curve = now
  }
}

extension Process {
  /// What the present shares with the past, without its own.
  fileprivate var presentData: Footprint {
    var data = footprint
    data.own = 0
    return data
  }
}
