import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen
import Session

extension SurfaceView {
  /// The numbers at the cursor, in fog, or at the ball: the true cost beside the surface's.
  func readout(_ result: SurfaceResult) -> [Span] {
    if let cursor = scene.cursor, let cost = scene.cost(at: cursor) {
      let place = "\(reading(cursor.a, result.plane.a)), \(reading(cursor.b, result.plane.b))"
      return [Span("cursor \(place) ", theme.text), Span("cost \(number(cost))", theme.highlight)]
    }
    if result.isComplete, result.grid.range == nil {
      return [Span("no finite cost in this window", theme.warning)]
    }
    if let fog = scene.fog { return readout(fog) }
    if scene.isRacing, let race = scene.race { return readout(race) }
    if let racer = scene.race?.racers.first {
      let cost = result.request.landscape.cost(at: racer.position)
      let place = racer.position.values.map { number(Double($0)) }.joined(separator: ", ")
      return [
        Span("cost \(number(cost)) ", theme.highlight),
        Span("at \(place) · \(racer.steps) steps, walked \(number(racer.distance))", theme.faint),
      ] + arrowNames
    }
    let off = result.ball.foot.distance > 1e-4 ? " · off the plane \(number(result.ball.foot.distance))" : ""
    return [
      Span("cost \(number(result.ball.cost)) ", theme.highlight),
      Span("surface \(number(result.ball.surfaceCost))\(off)", theme.faint),
    ] + arrowNames
  }

  /// What the two arrows at the ball are.
  var arrowNames: [Span] {
    let (solid, dotted) = theme.glyphs == .ascii ? ("--", "..") : ("──", "··")
    return [Span("  \(solid)downhill", theme.good), Span("  \(dotted)step", theme.key)]
  }

  func readout(_ race: Race) -> [Span] {
    let leader = race.standings[0]
    let look = theme.series(leader)
    return [
      Span("\(race.steps) steps  ", theme.text),
      Span("\(look.glyph) \(race.racers[leader].entrant.optimizer.rawValue) ", look.style),
      Span("leads with \(number(race.costs[leader]))", theme.text),
    ]
  }

  func readout(_ fog: FogWalk) -> [Span] {
    let score = "\(fog.steps) steps, \(fog.measurements) slopes"
    let words =
      switch fog.end {
      case .minimum: "a minimum! \(score)"
      case .gaveUp: "given up after \(score)"
      case nil: score
      }
    return [Span("cost \(number(fog.place.cost)) ", theme.highlight), Span(words, theme.text)]
  }

  /// What the axes are, and how much of the path's variance they show.
  func axesLine(_ result: SurfaceResult) -> [Span] {
    let (right, up) = theme.glyphs == .ascii ? (">", "^") : ("→", "↑")
    let axes = "\(right) \(result.plane.a.shortLabel)  \(up) \(result.plane.b.shortLabel)"
    let share = result.plane.variance.map { "  shows \(NumberFormat.fixed($0 * 100, decimals: 1))%" } ?? ""
    let formula = scene.function.map { "  \($0.formula)" } ?? ""
    return [Span(axes + share + formula, theme.faint)]
  }

  private func reading(_ offset: Float, _ axis: Plane.Axis) -> String { number(Double(axis.reading) + Double(offset)) }

  private func number(_ value: Double) -> String { NumberFormat.reading.string(value) }
}

extension Plane.Axis {
  /// The label with the share of variance, or without what all parameters' names have in common.
  fileprivate var shortLabel: String {
    if let variance { return "\(label) \(NumberFormat.fixed(variance * 100, decimals: 0))%" }
    return label.hasPrefix("layers.") ? String(label.dropFirst("layers.".count)) : label
  }
}
