import Training

extension LearningSession {
  mutating func perform(_ action: Timeline.Action) {
    let history = run.history
    let last = history.branch.tip.updates
    switch action {
    case .toggle: toggleTimeline()
    case .move(let hundredths): scrub(to: history.process.updates + hundredths * max(1, last / 100))
    case .toFirst: scrub(to: history.firstUpdate)
    case .toLast: scrub(to: last)
    case .scrub(let update): scrub(to: update)
    case .select(let step):
      guard let selected = timeline?.selected else { return }
      timeline?.selected = max(0, min(history.branches.count - 1, selected + step))
    case .choose: chooseBranch()
    case .leave: leaveTimeline()
    }
  }

  private mutating func toggleTimeline() {
    guard timeline == nil else { return timeline = nil }
    isRunning = false
    timeline = Timeline(at: run.history)
    effects.append(.focus(.loss))
    say(.timelineOpened)
  }

  /// Goes to an update of the present branch.
  private mutating func scrub(to update: Int) {
    guard timeline != nil else { return }
    let first = run.history.firstUpdate
    run.go(toUpdate: max(first, min(run.history.branch.tip.updates, update)))
    if update < first, first > 0 { say(.pastReaches(update: first)) }
  }

  private mutating func chooseBranch() {
    guard let selected = timeline?.selected else { return }
    guard selected != run.history.current else { return timeline = nil }
    let name = run.history.branches[selected].name
    say(run.go(toTipOf: selected) ? .onBranch(selected, name: name) : .branchOutOfReach(selected))
  }

  private mutating func leaveTimeline() {
    guard let origin = timeline?.origin else { return }
    timeline = nil
    run.go(to: origin.position, of: origin.branch)
  }
}
