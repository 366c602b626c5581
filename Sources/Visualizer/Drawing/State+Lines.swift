import Experiments
import Plots
import Screen
import Training

/// The three lines around the panels: title, settings, keys.
extension State {
  func drawTitle(into frame: inout Frame, in region: Region) {
    guard let run else { return }
    var column = region.x + frame.write(" \(run.experiment.title)", x: region.x, y: region.y, style: theme.title) + 2
    for span in surface.ownsSteps ? surfaceParts(run) : titleParts(run) {
      let length = span.text.columnCount
      guard column + length <= region.maxX else { break }
      column += frame.write([span], x: column, y: region.y) + 2
    }
  }

  /// The parts of the title in the order of their weight; those that do not fit are left out.
  private func titleParts(_ run: Run) -> [Span] {
    let reading = NumberFormat(width: 7, significantDigits: 3)
    var parts = [runningPart(run), Span("epoch \(run.trainer.epoch)", theme.text)]
    if let cost = run.training?.cost { parts.append(Span("train " + reading.string(cost), theme.series(0).style)) }
    if let cost = run.test?.cost { parts.append(Span("test " + reading.string(cost), theme.series(1).style)) }
    if let words = run.quality { parts.append(Span(words, theme.text)) }
    parts.append(Span("updates \(run.trainer.updates)", theme.faint))
    let sizes = run.trainer.network.layout.sizes.map(String.init).joined(separator: "-")
    parts.append(Span(sizes, theme.faint))
    if let pace, isRunning {
      let batch = run.trainer.settings.batch.size(of: run.trainer.order.count)
      parts.append(Span(NumberFormat.reading.string(pace * Double(batch)) + " samples/s", theme.faint))
    }
    return parts
  }

  /// The same while steps are not the network's but those of a ball, of racers, or of who walks in fog.
  private func surfaceParts(_ run: Run) -> [Span] {
    let steps = surface.steps ?? 0
    var parts = [runningPart(run), Span(steps == 1 ? "1 step" : "\(steps) steps", theme.text)]
    if let cost = surface.leadingCost {
      let reading = NumberFormat(width: 7, significantDigits: 3)
      parts.append(Span("cost " + reading.string(cost), theme.series(0).style))
    }
    if surface.isRacing, let race = surface.race {
      parts.append(Span("\(race.racers[race.standings[0]].entrant.optimizer.rawValue) leads", theme.text))
    }
    return parts
  }

  private func runningPart(_ run: Run) -> Span {
    if run.trainer.divergence != nil, !surface.ownsSteps { return Span("✗ diverged", theme.warning) }
    let ascii = theme.glyphs != .braille
    return isRunning
      ? Span((ascii ? "> " : "▸ ") + run.experiment.speed.text, theme.good)
      : Span((ascii ? "= " : "‖ ") + "paused", theme.highlight)
  }

  /// The hyper-parameters in a row, or what was last said.
  func drawSettingsLine(into frame: inout Frame, in region: Region) {
    guard let run, !region.isEmpty else { return }
    let standing = run.trainer.divergence.map { _ in Notice(text: divergenceWords, isWarning: true) }
    if let notice = notice ?? standing {
      frame.write(
        " " + notice.text, in: region, style: notice.isWarning ? theme.warning : theme.highlight,
        ellipsis: theme.glyphs.ellipsis)
      return
    }
    var column = region.x + 1
    for setting in settingsInLine(run) {
      let value = setting == .batch ? run.experiment.training.batch.mode : setting.value(in: run.experiment)
      let name = setting == .batch ? "" : setting.shortLabel + " "
      guard column + name.columnCount + value.columnCount <= region.maxX else { break }
      column += frame.write([Span(name, theme.faint), Span(value, theme.text)], x: column, y: region.y) + 2
    }
  }

  private func settingsInLine(_ run: Run) -> [Setting] {
    if surface.function != nil { return surface.isRacing ? [] : [.learningRate, .optimizer] }
    var settings: [Setting] = [.learningRate, .batch, .optimizer, .activation, .output, .cost, .data]
    if run.experiment.training.regularization.kind != .none { settings += [.regularization, .regularizationRate] }
    if !run.experiment.training.dropout.isEmpty { settings.append(.dropout) }
    if run.experiment.training.schedule != .constant { settings.append(.schedule) }
    if run.experiment.training.clipping != nil { settings.append(.clipping) }
    return settings + [.noise, .scaling, .initializer, .seed]
  }

  /// The most useful keys, as many as fit; help is always among them.
  func drawKeyLine(into frame: inout Frame, in region: Region) {
    let hints = keyHints
    let kept = hints.filter { $0.isKept }
    var reserve = kept.reduce(0) { $0 + $1.width + 2 }
    var column = region.x + 1
    for hint in hints {
      if hint.isKept { reserve -= hint.width + 2 }
      guard hint.isKept || column + hint.width + 2 + reserve <= region.maxX + 1 else { continue }
      column +=
        frame.write(
          [Span(hint.key, theme.key), Span(" " + hint.words, theme.faint)], x: column, y: region.y) + 2
    }
  }

  private struct KeyHint {
    let key: String
    let words: String
    var width: Int { key.columnCount + 1 + words.columnCount }
    /// Whether it is shown however little room there is.
    var isKept: Bool { key == "?" || key == "q" }
  }

  private var keyHints: [KeyHint] {
    switch overlay {
    case .gallery:
      [KeyHint(key: "↑↓", words: "choose"), KeyHint(key: "Enter", words: "open"), KeyHint(key: "q", words: "quit")]
    case .help:
      [KeyHint(key: "↑↓", words: "scroll"), KeyHint(key: "Esc", words: "close"), KeyHint(key: "q", words: "quit")]
    case .palette, .entry, .parameterEntry:
      [KeyHint(key: "Enter", words: "do it"), KeyHint(key: "Esc", words: "close")]
    case nil:
      panelHints
    }
  }

  /// The keys of the table; those of a lesson come right after the first, where there is one.
  private var panelHints: [KeyHint] {
    func hints(_ isWanted: (KeyMap.Binding) -> Bool) -> [KeyHint] {
      KeyMap.standard.bindings.filter(isWanted).compactMap { binding in
        binding.short.map {
          KeyHint(key: binding.label, words: binding.action == .toggleRun && isRunning ? "pause" : $0)
        }
      }
    }
    let lessons = lesson == nil ? [] : hints { $0.action.isLesson }
    let others = hints { !$0.action.isLesson }
    return others.prefix(1) + lessons + others.dropFirst()
  }
}

extension Run {
  /// Accuracy or R² in words: of the test part where there is one.
  var quality: String? {
    guard let measures = test ?? training else { return nil }
    if let accuracy = measures.accuracy {
      return NumberFormat.fixed(accuracy * 100, decimals: accuracy < 0.995 ? 1 : 0) + "% right"
    }
    return measures.r2.map { "R² " + NumberFormat.fixed($0, decimals: 3) }
  }
}
