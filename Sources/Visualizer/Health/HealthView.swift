import Plots
import Screen
import Session
import Training

/// Each layer's gradient norm, update ratio, dead and saturated units, and how its weights are spread.
struct HealthView {
  let trainer: Trainer
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    guard !region.isEmpty else { return }
    let health = Health(of: trainer)
    let rows = region.split(above: min(region.height, health.layers.count + 1))
    var table = table(of: health)
    // A number is told whole or not at all; the first columns say most.
    while table.columns.count > 3, table.width > rows.0.width { table.columns.removeLast() }
    table.draw(into: &frame, in: rows.0, theme: theme)
    let rest = rows.1
    guard rest.height >= 3 else { return }
    let words = words(about: health).wrapped(to: rest.width)
    let (top, below) = rest.split(above: min(words.count, rest.height >= 6 ? 2 : 1))
    for (row, line) in words.prefix(top.height).enumerated() {
      frame.write(line, in: top, row: row, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
    }
    drawHistograms(of: health, into: &frame, in: below)
  }

  private func table(of health: Health) -> Table {
    let short = NumberFormat(width: 7, significantDigits: 2)
    let rows = health.layers.enumerated().map { number, layer in
      [
        Span("\(number + 1) \(trainer.network.activations[number].rawValue)", theme.text),
        Span(short.string(layer.gradientNorm), theme.text),
        Span(layer.updateRatio.map { short.string($0) } ?? "-", style(ofRatio: layer.updateRatio)),
        Span("\(layer.units.count(where: \.isDead))", layer.deadShare > 0.2 ? theme.warning : theme.text),
        Span("\(layer.units.count(where: \.isSaturated))", layer.saturatedShare > 0.2 ? theme.warning : theme.text),
        Span("\(layer.units.count)", theme.faint),
        Span("\(layer.zeros) of \(layer.weights.counts.reduce(0, +))", layer.zeros > 0 ? theme.text : theme.faint),
      ]
    }
    return Table(
      columns: [
        Table.Column("layer"), Table.Column("|grad|", .decimal), Table.Column("|Δw|/|w|", .decimal),
        Table.Column("dead", .right), Table.Column("sat", .right), Table.Column("units", .right),
        Table.Column("w = 0", .right),
      ], rows: rows)
  }

  /// About a thousandth is usual; far from that weights hardly move, or jump.
  private func style(ofRatio ratio: Double?) -> Style {
    guard let ratio, ratio > 0 else { return theme.warning }
    return (1e-5...0.1).contains(ratio) ? theme.text : theme.warning
  }

  private func words(about health: Health) -> String {
    trainer.settings.optimizer == .randomSearch ? RandomSearchReport(of: trainer).words : health.diagnosis
  }

  private func drawHistograms(of health: Health, into frame: inout Frame, in region: Region) {
    let layers = health.layers
    let columns = max(1, min(layers.count, region.width / 18))
    let rows = (layers.count + columns - 1) / columns
    let (width, height) = (region.width / columns, region.height / rows)
    guard height >= 3 else { return }
    for (number, layer) in layers.enumerated() {
      let box = Region(
        x: region.x + number % columns * width, y: region.y + number / columns * height, width: width - 1,
        height: height)
      frame.write("weights of layer \(number + 1)", in: box, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
      let range = Double(layer.weights.range.lowerBound)...Double(layer.weights.range.upperBound)
      Plots.Histogram(counts: layer.weights.counts, range: range)
        .draw(into: &frame, in: box.split(above: 1).1, theme: theme)
    }
  }
}

extension RandomSearchReport {
  /// How hopeless it is, in one line.
  var words: String {
    "of \(tries) random steps \(helped) help; 10^\(combinationsExponent) combinations of \(weights) weights"
  }
}

extension Health {
  /// What the numbers mean, in one line.
  public var diagnosis: String {
    let norms = layers.map(\.gradientNorm)
    if norms.allSatisfy({ $0 == 0 }) { return "no gradient reaches any layer" }
    if let dead = layers.firstIndex(where: { $0.deadShare > 0.2 }) {
      return "units of layer \(dead + 1) answer no sample"
    }
    if let flat = layers.firstIndex(where: { $0.saturatedShare > 0.2 }) {
      return "units of layer \(flat + 1) are saturated: little gradient passes"
    }
    if norms[0] * 100 < norms[norms.count - 1] { return "the gradient vanishes on its way to the first layer" }
    if norms[0] > norms[norms.count - 1] * 100 { return "the gradient explodes on its way to the first layer" }
    return "gradients reach every layer"
  }
}
