import Experiments
import Plots
import Screen
import Session
import Training

/// The first line: what is learned, and how far it has come.
struct TitleLine {
  let session: LearningSession
  let theme: Theme

  private var run: Run { session.run }

  func draw(into frame: inout Frame, in region: Region) {
    var column = region.x + frame.write(" \(run.experiment.title)", x: region.x, y: region.y, style: theme.title) + 2
    for span in session.scene.ownsSteps ? surfaceParts : run.history.process.settler.map(parts) ?? networkParts {
      let length = span.text.columnCount
      guard column + length <= region.maxX else { break }
      column += frame.write([span], x: column, y: region.y) + 2
    }
  }

  /// The parts of the title in the order of their weight; those that do not fit are left out.
  private var networkParts: [Span] {
    let reading = NumberFormat(width: 7, significantDigits: 3)
    var parts = [runningPart, Span("epoch \(run.history.process.epoch)", theme.text)]
    if let cost = run.training?.cost { parts.append(Span("train " + reading.string(cost), theme.series(0).style)) }
    if let cost = run.test?.cost {
      parts.append(Span("\(run.measuredPart) " + reading.string(cost), theme.series(1).style))
    }
    if let words = run.quality { parts.append(Span(words, theme.text)) }
    parts.append(Span("updates \(run.history.process.updates)", theme.faint))
    let sizes = run.history.process.point.layout.sizes.map(String.init).joined(separator: "-")
    parts.append(Span(sizes, theme.faint))
    if let pace = session.pace, session.isRunning {
      parts.append(Span(rate(pace), theme.faint))
    }
    return parts
  }

  /// Samples a second, or sequences.
  private func rate(_ pace: Double) -> String {
    if let trainer = run.history.process.recurrent {
      let batch = trainer.settings.batch.size(of: trainer.order.count)
      return NumberFormat.reading.string(pace * Double(batch)) + " sequences/s"
    }
    let batch = run.trainer.settings.batch.size(of: run.trainer.order.count)
    return NumberFormat.reading.string(pace * Double(batch)) + " samples/s"
  }

  /// The same of a network that settles: its sweep, its energy, and what its state is.
  private func parts(_ settler: Settling) -> [Span] {
    let reading = NumberFormat(width: 7, significantDigits: 3)
    var parts = [runningPart]
    if settler.rest == .fixedPoint { parts = [Span("at rest", theme.good)] }
    if settler.rest == .twoCycle { parts = [Span("two-cycle", theme.warning)] }
    parts.append(Span("E " + reading.string(settler.energy), theme.series(0).style))
    parts.append(Span(settler.words, theme.highlight))
    parts.append(Span(settler.sweeps == 1 ? "1 sweep" : "\(settler.sweeps) sweeps", theme.text))
    if settler.temperature > 0 { parts.append(Span("T " + reading.string(Double(settler.temperature)), theme.text)) }
    parts.append(Span("\(settler.network.count) units", theme.faint))
    return parts
  }

  /// The same while steps are not the network's but those of a ball, of racers, or of who walks in fog.
  private var surfaceParts: [Span] {
    let steps = session.scene.steps ?? 0
    var parts = [runningPart, Span(steps == 1 ? "1 step" : "\(steps) steps", theme.text)]
    if let cost = session.scene.leadingCost {
      let reading = NumberFormat(width: 7, significantDigits: 3)
      parts.append(Span("cost " + reading.string(cost), theme.series(0).style))
    }
    if session.scene.isRacing, let race = session.scene.race {
      parts.append(Span("\(race.racers[race.standings[0]].entrant.optimizer.rawValue) leads", theme.text))
    }
    return parts
  }

  private var runningPart: Span {
    if run.history.process.divergence != nil, !session.scene.ownsSteps { return Span("✗ diverged", theme.warning) }
    let ascii = !theme.glyphs.hasSymbols
    return session.isRunning
      ? Span((ascii ? "> " : "▸ ") + run.experiment.speed.text, theme.good)
      : Span((ascii ? "= " : "‖ ") + "paused", theme.highlight)
  }
}

extension Run {
  /// What the part beside the training part is: `test`, or `validation` where a test part is sealed.
  var measuredPart: String {
    history.process.kind == .feedforward && trainer.data.testIsValidation ? "validation" : "test"
  }

  /// Accuracy or R² in words, of the test part where there is one: `test 97.2% right`.
  var quality: String? {
    if let test { return test.quality.map { "\(measuredPart) " + $0 } }
    return training?.quality.map { "train " + $0 }
  }
}

extension Measures {
  /// Accuracy or R² in words.
  var quality: String? {
    if let accuracy { return NumberFormat.fixed(accuracy * 100, decimals: accuracy < 0.995 ? 1 : 0) + "% right" }
    return r2.map { "R² " + (abs($0) < 10 ? NumberFormat.fixed($0, decimals: 3) : NumberFormat.reading.string($0)) }
  }
}
