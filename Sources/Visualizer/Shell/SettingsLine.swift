import Experiments
import Plots
import Screen
import Session
import Training

/// The line of hyper-parameters, or what was last said in its place.
struct SettingsLine {
  let session: LearningSession
  let notice: Notice?
  let theme: Theme

  private var run: Run { session.run }

  func draw(into frame: inout Frame, in region: Region) {
    guard !region.isEmpty else { return }
    let standing = session.divergence.map { Notice(text: $0.words(width: region.width - 1), isWarning: true) }
    if let notice = notice ?? (run.history.process.divergence == nil ? nil : standing) {
      frame.write(
        " " + notice.text, in: region, style: notice.isWarning ? theme.warning : theme.highlight,
        ellipsis: theme.glyphs.ellipsis)
      return
    }
    var column = region.x + 1
    if session.scene.function == nil, run.history.process.kind == .feedforward, let remark = run.trainer.rateRemark {
      column += frame.write([Span(remark, theme.warning)], x: column, y: region.y) + 2
    }
    for setting in settings {
      let value = setting == .batch ? run.experiment.training.batch.mode : setting.words(in: run.experiment)
      let name = setting == .batch ? "" : setting.shortLabel + " "
      guard column + name.columnCount + value.columnCount <= region.maxX else { break }
      column += frame.write([Span(name, theme.faint), Span(value, theme.text)], x: column, y: region.y) + 2
    }
  }

  private var settings: [Setting] {
    if session.scene.function != nil { return session.scene.isRacing ? [] : [.learningRate, .optimizer] }
    switch run.history.process.kind {
    case .feedforward: return settingsOfRows
    case .hopfield: return settingsOfSettling
    case .recurrent: return settingsOfSequences
    }
  }

  private var settingsOfSettling: [Setting] {
    let isMemory = run.experiment.settling.task == .memory
    return [.purpose] + (isMemory ? [.patterns, .rule] : [.board]) + [.order, .temperature, .seed]
  }

  private var settingsOfSequences: [Setting] {
    [
      .learningRate, .batch, .optimizer, .sequences, .recurrentUnits, .recurrentActivation, .truncation, .clipping,
      .output, .cost, .initializer, .seed,
    ]
  }

  private var settingsOfRows: [Setting] {
    var settings: [Setting] = [.learningRate, .batch, .optimizer, .activation, .output, .cost, .data]
    if run.experiment.training.regularization.kind != .none { settings += [.regularization, .regularizationRate] }
    if !run.experiment.training.dropout.isEmpty { settings.append(.dropout) }
    if run.experiment.training.schedule != .constant { settings.append(.schedule) }
    if run.experiment.training.clipping != nil { settings.append(.clipping) }
    return settings + [.noise, .scaling, .initializer, .seed]
  }
}
