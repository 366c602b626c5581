extension History {
  /// Performs one phase: in the past the recorded one and the changes made after it, at the tip a new one.
  public mutating func advance() {
    perform()
    checkInvariants()
  }

  /// Goes on to the next step's beginning; in the past a change may come first.
  public mutating func step() { step(times: 1) }

  /// One step whose beginning is kept, so that `stepInHand` need not go back for it.
  public mutating func stepInView() {
    lastStep = nil
    let beginning = process.isBetweenSteps ? process.bare() : nil
    step()
    // It takes what thinning leaves free, and is let go of with the next step.
    if let beginning, bytes + beginning.footprint.own <= budget { lastStep = (beginning, moment) }
  }

  /// So many steps, or until the process stands still.
  public mutating func step(times: Int) {
    var left = times
    while left > 0, !process.isStill {
      if isAtTip {
        left -= stride(upTo: left)
      } else {
        repeat { perform() } while !process.isBetweenSteps && !process.isStill
        left -= 1
      }
    }
    checkInvariants()
  }

  /// Notes measured costs at the present position of the branch.
  public mutating func record(training: Double?, test: Double?) {
    branches[current].loss.append(training: training, test: test, at: process.updates)
  }

  private mutating func perform() {
    showAll()
    let before = process.counts
    process.advance()
    let counts = process.counts
    work += counts.effort &- before.effort
    if counts.clock > branches[current].tip.clock {
      record(costs: counts.updates != before.updates ? [process.cost].compactMap { $0 } : [], counts)
    } else {
      if counts.clock == before.clock { branches[current].isOver = process.isStill }
      arrive()
      keepIfThereIsRoom()
    }
  }

  /// New steps in one go, up to a number of them and until a keyframe is due at most; says how many.
  private mutating func stride(upTo limit: Int) -> Int {
    showAll()
    let before = process.counts
    let step = max(1, before.effortPerStep)
    let most = max(1, min(limit, (spacing - (work - keptWork) + step - 1) / step))
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: most) {
      stride(upTo: most, from: before, costs: $0)
    }
  }

  private mutating func stride(
    upTo most: Int, from before: ProcessCounts, costs: UnsafeMutableBufferPointer<Float>
  ) -> Int {
    let steps = process.stride(upTo: most, costs: costs.baseAddress)
    let counts = process.counts
    work += counts.effort &- before.effort
    record(costs: costs[..<(process.cost == nil ? 0 : counts.updates - before.updates)], counts)
    branches[current].isOver = process.isStill
    return steps
  }

  /// Notes what is new at the tip, each new update's cost, and keeps it where that is due.
  private mutating func record(costs: some RandomAccessCollection<Float>, _ counts: ProcessCounts) {
    branches[current].advance(to: Branch.Tip(counts), costs: costs)
    if counts.isBetweenSteps, work - keptWork >= spacing { keep() }
  }

  /// All units are shown, and no sample is singled out.
  mutating func showAll() {
    if revealed != nil { revealed = nil }
    if walk != nil { walk = nil }
  }
}
