import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen
import Session

extension SurfaceView {
  /// What the surface's height is.
  private var height: String { run.history.process.settler == nil ? "cost" : "energy" }

  /// The numbers at the cursor, in fog, or at the ball: the true cost beside the surface's.
  func readout(_ result: SurfaceResult) -> [Span] {
    if let cursor = scene.cursor, let cost = scene.cost(at: cursor) {
      let place = "\(reading(cursor.a, result.plane.a)), \(reading(cursor.b, result.plane.b))"
      return [Span("cursor \(place) ", theme.text), Span("\(height) \(number(cost))", theme.highlight)]
    }
    if result.isComplete, result.grid.range == nil {
      return [Span("no finite \(height) in this window", theme.warning)]
    }
    if let fog = scene.fog { return readout(fog, result) }
    if scene.isRacing, let race = scene.race { return readout(race) }
    if let racer = scene.race?.racers.first {
      let cost = result.request.landscape.cost(at: racer.position)
      let place = racer.position.values.map { number(Double($0)) }.joined(separator: ", ")
      return [
        Span("cost \(number(cost)) ", theme.highlight),
        Span("at \(place) · \(racer.steps) steps, walked \(number(racer.distance))", theme.faint),
      ] + arrowNames(result)
    }
    let off = result.ball.foot.distance > 1e-4 ? " · off the plane \(number(result.ball.foot.distance))" : ""
    return [
      Span("\(height) \(number(result.ball.cost)) ", theme.highlight),
      Span("surface \(number(result.ball.surfaceCost))\(off)", theme.faint),
    ] + arrowNames(result)
  }

  /// What the two arrows at the ball are, and how long they are drawn.
  func arrowNames(_ result: SurfaceResult) -> [Span] {
    let (solid, dotted) = theme.glyphs == .ascii ? ("--", "..") : ("──", "··")
    let scales = SurfacePicture(result: result, view: self).arrowScales
    func times(_ factor: Float) -> String { factor == 1 ? "" : " ×\(number(Double(factor)))" }
    return [
      Span("  \(solid)downhill\(times(scales.downhill))", theme.good),
      Span("  \(dotted)step\(times(scales.step))", theme.key),
    ]
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

  func readout(_ fog: FogWalk, _ result: SurfaceResult) -> [Span] {
    let score =
      "\(fog.steps) \(fog.steps == 1 ? "step" : "steps"), "
      + "\(fog.measurements) \(fog.measurements == 1 ? "slope" : "slopes") measured"
    let slope = fog.slope.map {
      let length = Double(($0.a * $0.a + $0.b * $0.b).squareRoot())
      return "slope \(number(length)) (\(number(Double($0.a))), \(number(Double($0.b)))) · "
    }
    let words =
      switch fog.end {
      case .minimum: "\(minimumWords(fog, result)) · \(score)"
      case .gaveUp: "given up after \(score)"
      case nil: (slope ?? "") + score
      }
    return [Span("cost \(number(fog.place.cost)) ", theme.highlight), Span(words, theme.text)]
  }

  /// What kind of minimum the walk has come to: the lowest ground of the window, or not.
  private func minimumWords(_ fog: FogWalk, _ result: SurfaceResult) -> String {
    guard fog.steps > 0 else { return "you began at a minimum" }
    guard let range = result.grid.range else { return "a minimum" }
    let isLowest = fog.place.cost - range.lowerBound <= 0.01 * (range.upperBound - range.lowerBound)
    return isLowest
      ? "a minimum, the lowest ground" : "no lower ground a step away; the lowest is \(number(range.lowerBound))"
  }

  /// What the axes are, and how much of the path's variance they show.
  func axesLine(_ result: SurfaceResult) -> [Span] {
    let (right, up) = theme.glyphs == .ascii ? (">", "^") : ("→", "↑")
    let axes = "\(right) \(run.label(of: result.plane.a))  \(up) \(run.label(of: result.plane.b))"
    let share = result.plane.variance.map { "  shows \(NumberFormat.fixed($0 * 100, decimals: 1))%" } ?? ""
    let formula = scene.function.map { "  \($0.formula)" } ?? ""
    let line = result.profile.map { barrierWords($0) + [Span("  ", theme.faint)] } ?? []
    return line + [Span(axes + share + formula, theme.faint)] + landmarkNames(result)
  }

  /// What the marks of the ground are: those that are on the map.
  private func landmarkNames(_ result: SurfaceResult) -> [Span] {
    let marks = SurfacePicture(result: result, view: self).landmarks
    let names = [(theme.minimum, "minimum"), (theme.saddle, "saddle")]
    return names.filter { glyph, _ in marks.contains { $0.glyph == glyph } }
      .map { Span("  \($0.0) \($0.1)", theme.highlight) }
  }

  private func reading(_ offset: Float, _ axis: Plane.Axis) -> String { number(Double(axis.reading) + Double(offset)) }

  func number(_ value: Double) -> String { NumberFormat.reading.string(value) }
}

extension Run {
  /// An axis as the screen calls it: with the share of variance, a weight by the units that it joins.
  func label(of axis: Plane.Axis) -> String {
    if let variance = axis.variance { return "\(axis.label) \(NumberFormat.fixed(variance * 100, decimals: 0))%" }
    return ParameterName(axis.label).map { label(of: $0) } ?? axis.label
  }
}
