import NeuralNetwork
import Plots
import Screen

/// Threshold, sigmoid, tanh and rectifier beside each other, each with its value and its slope at one weighted sum.
struct ActivationComparison {
  /// The unit's weighted sum; nil before it is known.
  let z: Float?
  /// The activation that the unit has.
  let own: Activation

  /// The four that are compared.
  static let compared: [Activation] = [.threshold, .sigmoid, .tanh, .rectifier]

  func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    let columns = region.width >= 4 * Self.least ? 4 : region.width >= 2 * Self.least ? 2 : 1
    let rows = (Self.compared.count + columns - 1) / columns
    for (number, activation) in Self.compared.enumerated() {
      let (column, row) = (number % columns, number / columns)
      let (left, top) = (region.width * column / columns, region.height * row / rows)
      let box = Region(
        x: region.x + left, y: region.y + top, width: region.width * (column + 1) / columns - left - 1,
        height: region.height * (row + 1) / rows - top)
      draw(activation, into: &frame, in: box, theme: theme)
    }
  }

  /// The columns that a plot needs.
  private static let least = 22

  /// The name, f(z) and f′(z) with their numbers, and below them both curves with the point.
  private func draw(_ activation: Activation, into frame: inout Frame, in box: Region, theme: Theme) {
    guard box.height > 0, box.width > 0 else { return }
    let name = activation.rawValue + (activation == own ? " (this unit's)" : "")
    frame.write(name, in: box, style: activation == own ? theme.title : theme.text, ellipsis: theme.glyphs.ellipsis)
    if let z {
      let a = activation.value(z)
      let words = "f(\(number(z))) = \(number(a)), f′ = \(number(activation.derivative(z, a)))"
      frame.write(words, in: box, row: 1, style: theme.text, ellipsis: theme.glyphs.ellipsis)
    }
    let place = box.split(above: 2).1
    guard place.height >= 4, place.width >= 12 else { return }
    plot(activation, theme).draw(into: &frame, in: place, theme: theme)
  }

  private func plot(_ activation: Activation, _ theme: Theme) -> LinePlot {
    let reach = max(4, min(50, Double(z?.magnitude ?? 0) * 1.2))
    let points = (0...160).map { -reach + 2 * reach * Double($0) / 160 }
    let values = points.map { LinePlot.Sample(x: $0, y: Double(activation.value(Float($0)))) }
    let slopes = points.map { point in
      let a = activation.value(Float(point))
      return LinePlot.Sample(x: point, y: Double(activation.derivative(Float(point), a)))
    }
    var plot = LinePlot([
      LinePlot.Series(name: "f′", samples: slopes, look: 1), LinePlot.Series(name: "f", samples: values, look: 0),
    ])
    plot.xRange = -reach...reach
    plot.yRange = activation == .rectifier ? -1...max(2, reach) : -1.2...1.2
    if let z {
      let glyph: Unicode.Scalar = theme.glyphs.hasSymbols ? "●" : "O"
      plot.marks = [
        LinePlot.Mark(x: Double(z), y: Double(activation.value(z)), glyph: glyph, style: theme.highlight)
      ]
    }
    return plot
  }

  private func number(_ value: Float) -> String {
    NumberFormat(width: 7, significantDigits: 3, trimsZeros: true).string(Double(value))
  }
}
