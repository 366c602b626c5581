import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen

extension State {
  /// The title of the surface's panel.
  var surfaceTitle: String {
    let plane = surface.axes.words
    if surface.fog != nil { return "surface · \(plane) · fog" }
    return surface.isRacing ? "surface · \(plane) · race" : "surface · \(plane)"
  }

  /// The error surface with what is on it, lines of numbers, and the table of a race.
  func drawSurface(into frame: inout Frame, in region: Region) {
    guard let run else { return }
    let places = SurfaceLayout(region, racers: surface.tableRows)
    guard let result = surface.result, !surface.awaitsFog else { return drawAbsence(into: &frame, in: region) }
    let picture = SurfacePicture(result: result, view: surface, run: run, theme: theme)
    picture.heatMap(in: places.map).draw(into: &frame, in: places.map, theme: theme)
    for (row, spans) in [readout(result, run), axesLine(result)].prefix(places.words.height).enumerated() {
      let room = places.words.width - 1
      frame.write(spans.fitting(room), x: places.words.x + 1, y: places.words.y + row, maxWidth: room)
    }
    drawRace(into: &frame, in: places.table)
  }

  /// Why there is no picture: no plane, or not yet.
  private func drawAbsence(into frame: inout Frame, in region: Region) {
    var words = ["computing the surface …"]
    if case .refused(_, let error) = surface.outcome {
      words = [error.description] + [error.hint].compactMap { $0 }
      if surface.isRacing, case .pathTooShort = error {
        words = ["six optimizers at the same start", "Space lets them run"]
      }
    }
    let lines = words.flatMap { $0.wrapped(to: max(1, region.width - 2)) }
    for (row, line) in lines.enumerated() {
      frame.write(
        line, in: region, row: max(0, (region.height - lines.count) / 2) + row, style: theme.faint, alignment: .center)
    }
  }

  // MARK: Words

  /// The numbers at the cursor, in fog, or at the ball: the true cost beside the surface's.
  private func readout(_ result: SurfaceResult, _ run: Run) -> [Span] {
    if let cursor = surface.cursor, let cost = surface.cost(at: cursor) {
      let place = "\(reading(cursor.a, result.plane.a)), \(reading(cursor.b, result.plane.b))"
      return [Span("cursor \(place) ", theme.text), Span("cost \(number(cost))", theme.highlight)]
    }
    if result.isComplete, result.grid.range == nil {
      return [Span("no finite cost in this window", theme.warning)]
    }
    if let fog = surface.fog { return readout(fog) }
    if surface.isRacing, let race = surface.race { return readout(race) }
    if let racer = surface.race?.racers.first {
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
  private var arrowNames: [Span] {
    let (solid, dotted) = theme.glyphs == .ascii ? ("--", "..") : ("──", "··")
    return [Span("  \(solid)downhill", theme.good), Span("  \(dotted)step", theme.key)]
  }

  private func readout(_ race: Race) -> [Span] {
    let leader = race.standings[0]
    let look = theme.series(leader)
    return [
      Span("\(race.steps) steps  ", theme.text),
      Span("\(look.glyph) \(race.racers[leader].entrant.optimizer.rawValue) ", look.style),
      Span("leads with \(number(race.costs[leader]))", theme.text),
    ]
  }

  private func readout(_ fog: FogWalk) -> [Span] {
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
  private func axesLine(_ result: SurfaceResult) -> [Span] {
    let (right, up) = theme.glyphs == .ascii ? (">", "^") : ("→", "↑")
    let axes = "\(right) \(result.plane.a.shortLabel)  \(up) \(result.plane.b.shortLabel)"
    let share = result.plane.variance.map { "  shows \(NumberFormat.fixed($0 * 100, decimals: 1))%" } ?? ""
    let formula = surface.function.map { "  \($0.formula)" } ?? ""
    return [Span(axes + share + formula, theme.faint)]
  }

  private func reading(_ offset: Float, _ axis: Plane.Axis) -> String { number(Double(axis.reading) + Double(offset)) }

  private func number(_ value: Double) -> String { NumberFormat.reading.string(value) }
}

extension [Span] {
  /// The first of the spans and as many more as have room.
  fileprivate func fitting(_ width: Int) -> [Span] {
    var used = 0
    return enumerated().prefix { number, span in
      used += span.text.columnCount
      return number == 0 || used <= width
    }.map(\.element)
  }
}

extension Plane.Axis {
  /// The label with the share of variance, or without what all parameters' names have in common.
  fileprivate var shortLabel: String {
    if let variance { return "\(label) \(NumberFormat.fixed(variance * 100, decimals: 0))%" }
    return label.hasPrefix("layers.") ? String(label.dropFirst("layers.".count)) : label
  }
}
