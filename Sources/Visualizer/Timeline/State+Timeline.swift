import Screen
import Training

extension State {
  /// Opens the timeline, or closes it where the present position is.
  mutating func toggleTimeline() {
    guard let run else { return }
    guard timeline == nil else { return timeline = nil }
    isRunning = false
    timeline = Timeline(at: run.history)
    focus(on: .loss)
    notice = Notice(text: "← → through time, ↑ ↓ branches, Enter stays, Esc returns", isWarning: false)
  }

  /// Moves through time, or through the branches.
  mutating func moveInTimeline(_ direction: Action.Direction) {
    guard let history = run?.history else { return }
    let last = history.branch.tip.updates
    let stride = max(1, last / 100)
    switch direction {
    case .left: scrub(to: history.trainer.updates - stride)
    case .right: scrub(to: history.trainer.updates + stride)
    case .pageUp: scrub(to: history.trainer.updates - 10 * stride)
    case .pageDown: scrub(to: history.trainer.updates + 10 * stride)
    case .home: scrub(to: history.firstUpdate)
    case .end: scrub(to: last)
    case .up: timeline!.selected = max(0, timeline!.selected - 1)
    case .down: timeline!.selected = min(history.branches.count - 1, timeline!.selected + 1)
    }
  }

  /// Goes to an update of the present branch; all panels show how it was.
  mutating func scrub(to update: Int) {
    guard let history = run?.history else { return }
    let target = max(history.firstUpdate, min(history.branch.tip.updates, update))
    run?.go(toUpdate: target)
    if update < history.firstUpdate, history.firstUpdate > 0 {
      notice = Notice(text: "the past reaches back to update \(history.firstUpdate)", isWarning: false)
    }
  }

  /// Goes to the tip of the selected branch, or stays at the present position.
  mutating func chooseInTimeline() {
    guard let timeline, let history = run?.history else { return }
    guard timeline.selected != history.current else { return self.timeline = nil }
    let name = history.branches[timeline.selected].name
    if run?.go(toTipOf: timeline.selected) == true {
      notice = Notice(text: "on branch \(timeline.selected): \(name)", isWarning: false)
      keepSelectionInside()
    } else {
      warn("the past no longer reaches branch \(timeline.selected)")
    }
  }

  /// Back to where the timeline was opened.
  mutating func leaveTimeline() {
    guard let origin = timeline?.origin else { return }
    timeline = nil
    run?.go(to: origin.position, of: origin.branch)
    keepSelectionInside()
  }

  /// A press or a drag on the curve goes to the update there.
  mutating func scrub(at event: MouseEvent, in region: Region) {
    guard let run, timeline != nil else { return }
    let parts = timelineParts(of: region)
    guard let update = timelinePlot(run).layout(in: parts.plot).x(atColumn: event.x) else { return }
    scrub(to: Int(update.rounded()))
  }

  /// Lets the selection go where the network at the present position has no such unit.
  mutating func keepSelectionInside() {
    guard let layout = run?.trainer.network.layout else { return }
    selection = selection.flatMap { $0.isInside(layout) ? $0 : nil }
  }
}
