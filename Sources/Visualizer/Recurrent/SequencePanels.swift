import Experiments
import Plots
import Screen
import Session
import Training

/// What the panels show of a recurrent network.
struct SequencePanels: FeedbackPanels {
  let shown: ShownSequence
  let session: LearningSession
  let panel: SequencePanel
  let selection: Selection?
  /// The line of the arithmetic that was scrolled to.
  let scroll: Int?
  let theme: Theme

  private var moment: Int { min(max(0, shown.pass.steps - 1), panel.moment ?? shown.moment) }

  func draw(_ panel: Panel, into frame: inout Frame, in inside: Region) {
    switch panel {
    case .network:
      UnrolledView(shown: shown, moment: moment, selection: selection, theme: theme).draw(into: &frame, in: inside)
    case .map:
      let findings = session.run.findings
      SequenceView(
        shown: shown, moment: moment, measures: findings.test ?? findings.training,
        part: findings.test == nil ? "train" : "test",
        theme: theme
      )
      .draw(into: &frame, in: inside)
    case .arithmetic: drawUnit(into: &frame, in: inside)
    case .health: TimeHealthView(shown: shown, moment: moment, theme: theme).draw(into: &frame, in: inside)
    case .loss, .surface, .settings, .lesson: break
    }
  }

  private func drawUnit(into frame: inout Frame, in region: Region) {
    let unit = selection.flatMap { $0.layer == 0 ? $0.unit : nil } ?? 0
    let title = "h\(unit + 1) at step \(moment + 1)"
    frame.write(title, in: region, style: theme.text.with(.bold), ellipsis: theme.glyphs.ellipsis)
    let body = region.split(above: 1).1
    var sheet = Sheet(theme: theme, width: body.width)
    let input = selection?.input ?? shown.pass.inputs
    TimeSheet(shown: shown, moment: moment, unit: unit, input: input, limit: max(3, body.height / 3))
      .write(into: &sheet)
    let last = max(0, sheet.lines.count - body.height)
    sheet.draw(into: &frame, in: body, from: max(0, min(last, scroll ?? 0)))
  }
}

extension SequencePanels {
  /// What a state of the screen shows of a recurrent network; nil for any other.
  init?(_ state: State) {
    guard let session = state.session, let trainer = session.run.history.process.recurrent else { return nil }
    self.init(
      shown: ShownSequence(of: trainer), session: session, panel: state.network.sequence, selection: state.selection,
      scroll: state.arithmetic.scroll, theme: state.theme)
  }
}
