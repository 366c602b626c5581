import Plots
import Screen
import Session
import Training

/// The loss panel as a timeline: the curve with the present moment on it, the branches, and how far back it reaches.
extension LossPanel {
  func draw(_ timeline: Timeline, _ run: Run, into frame: inout Frame, in region: Region, theme: Theme) {
    let parts = parts(of: region, run)
    plot(run, timeline).draw(into: &frame, in: parts.plot, theme: theme)
    frame.write(
      words(run.history), in: parts.words, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    let branches = run.history.branches
    let first = firstRow(selected: timeline.selected, count: branches.count, rows: parts.branches.height)
    for row in 0..<min(parts.branches.height, branches.count) {
      let branch = branches[max(0, first) + row]
      let line = Region(x: parts.branches.x, y: parts.branches.y + row, width: parts.branches.width, height: 1)
      let style = branch.id == timeline.selected ? theme.selection : theme.text
      frame.write(words(for: branch, in: run, theme), in: line, style: style, ellipsis: theme.glyphs.ellipsis)
    }
  }

  /// The curve above, a line of words, and the branches below.
  private func parts(of region: Region, _ run: Run) -> (plot: Region, words: Region, branches: Region) {
    let count = run.history.branches.count
    let rows = count > 1 ? min(count, max(1, region.height / 3)) : 0
    let (plot, rest) = region.split(above: max(1, region.height - rows - 1))
    let (words, branches) = rest.split(above: 1)
    return (plot, words, branches)
  }

  /// The loss curve, with the compared branch's beside it.
  private func plot(_ run: Run, _ timeline: Timeline) -> LinePlot {
    var plot = plot(run)
    let history = run.history
    if timeline.selected != history.current, history.branches.indices.contains(timeline.selected) {
      let other = history.branches[timeline.selected]
      plot.series.append(
        LinePlot.Series(name: "branch \(other.id)", samples: other.loss.training.samples, look: 2))
      plot.xRange = 0...Double(max(10, history.branch.tip.updates, other.tip.updates))
    }
    plot.cursor = Double(run.history.process.updates)
    return plot
  }

  /// Where a key leads through time, or through the branches.
  static func travel(_ direction: Action.Direction) -> Timeline.Action {
    switch direction {
    case .left: .move(-1)
    case .right: .move(1)
    case .pageUp: .move(-10)
    case .pageDown: .move(10)
    case .home: .toFirst
    case .end: .toLast
    case .up: .select(by: -1)
    case .down: .select(by: 1)
    }
  }

  /// The update under the mouse.
  func update(at event: MouseEvent, in region: Region, _ session: LearningSession) -> Int? {
    timelinePlot(session, in: region)?.x(atColumn: event.x).map { Int($0.rounded()) }
  }

  /// Where the timeline's curve stands in the panel; nil while there is no timeline.
  func timelinePlot(_ session: LearningSession, in region: Region) -> LinePlot.Layout? {
    guard let timeline = session.timeline else { return nil }
    return plot(session.run, timeline).layout(in: parts(of: region, session.run).plot)
  }

  private func words(_ history: History<Course>) -> String {
    let format = NumberFormat(width: 5, significantDigits: 2, trimsZeros: true)
    let memory = "\(format.string(Double(history.bytes) / 1_048_576)) of \(history.budget / 1_048_576) MiB"
    return "at \(history.process.updates) · reaches back to \(history.firstUpdate) · \(memory)"
  }

  /// `▸1 η 0.03 → 0.3 · seed 1 · 400 updates · train 0.0310 · test 0.0400 · 97.2% right`
  private func words(for branch: Branch, in run: Run, _ theme: Theme) -> String {
    let mark = branch.id == run.history.current ? (theme.glyphs == .ascii ? ">" : "▸") : " "
    let format = NumberFormat(width: 7, significantDigits: 3)
    var parts = ["\(mark)\(branch.id) \(branch.name)"]
    if let tip = run.tips[branch.id] {
      parts += ["seed \(tip.seed)", "\(branch.tip.updates) updates"]
      if let cost = tip.training?.cost { parts.append("train " + format.string(cost)) }
      if let cost = tip.test?.cost { parts.append("test " + format.string(cost)) }
      if let quality = (tip.test ?? tip.training)?.quality { parts.append(quality) }
    } else {
      parts.append("\(branch.tip.updates) updates")
    }
    if !run.history.reaches(branch.id) { parts.append("out of reach") }
    return parts.joined(separator: " · ")
  }
}
