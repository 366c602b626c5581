import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen
import Session

/// Somebody on the surface.
struct SurfaceWalker {
  let foot: (a: Float, b: Float)
  let trail: [(a: Float, b: Float)]
  let glyph: Unicode.Scalar
  let style: Style
}

extension SurfacePicture {
  /// The ball, or the racers, the leader last and so on top, or who walks in fog.
  var walkers: [SurfaceWalker] {
    if let fog = view.scene.fog {
      let trail = fog.trail.suffix(500).map { (a: $0.a, b: $0.b) }
      return [SurfaceWalker(foot: (fog.place.a, fog.place.b), trail: trail, glyph: theme.ball, style: theme.highlight)]
    }
    guard let race = view.scene.race else {
      return [walker(run.path.points(atMost: 128), run.history.process.point, theme.ball, theme.highlight)]
    }
    return race.standings.reversed().map { number in
      let (racer, look) = (race.racers[number], theme.series(number))
      let isAlone = race.racers.count == 1
      return walker(
        racer.path.points(atMost: 128), racer.position, isAlone ? theme.ball : look.glyph,
        isAlone ? theme.highlight : look.style)
    }
  }

  private func walker(
    _ path: [Parameters], _ position: Parameters, _ glyph: Unicode.Scalar, _ style: Style
  ) -> SurfaceWalker {
    let trail = plane.feet(of: path)
    return SurfaceWalker(foot: plane.feet(of: [position])[0], trail: trail, glyph: glyph, style: style)
  }

  /// Who is shown with the way downhill and the optimizer's last step: a single ball, or who walks in fog.
  var arrowed: (foot: (a: Float, b: Float), downhill: (a: Float, b: Float), step: (a: Float, b: Float))? {
    if let fog = view.scene.fog {
      guard let slope = fog.slope else { return nil }
      return ((fog.place.a, fog.place.b), (-slope.a, -slope.b), (0, 0))
    }
    let racer = view.scene.race?.racers.first
    guard (view.scene.race?.racers.count ?? 1) == 1 else { return nil }
    let position = racer?.position ?? run.history.process.point
    let slope = racer == nil ? result.ball.slope : plane.slope(of: result.request.landscape.gradient(at: position))
    let step = (racer == nil ? run.lastStep : racer?.lastStep).map { plane.components(of: $0) }
    return (plane.feet(of: [position])[0], (-slope.a, -slope.b), step ?? (0, 0))
  }

  /// An arrow from a place, so long as a direction of the plane is times a factor, and at most across the picture; none where
  /// it is shorter than a cell or not finite.
  func draw(
    _ direction: (a: Float, b: Float), times factor: Float, from foot: (a: Float, b: Float), _ style: Style,
    _ dash: Dash, _ plot: Region, on map: inout HeatMap
  ) {
    let (spanA, spanB) = (window.a.upperBound - window.a.lowerBound, window.b.upperBound - window.b.lowerBound)
    let across = factor * direction.a / spanA * Float(plot.width)
    let up = factor * direction.b / spanB * Float(2 * plot.height)
    let length = (across * across + up * up).squareRoot()
    guard length >= 1, length.isFinite else { return }
    let kept = min(1, Float(min(plot.width, 2 * plot.height)) / length)
    let tip = (
      a: foot.a + kept * across / Float(plot.width) * spanA, b: foot.b + kept * up / Float(2 * plot.height) * spanB
    )
    map.paths.append(HeatMap.Path([point(foot.a, foot.b), point(tip.a, tip.b)], style: style, dash: dash))
    map.marks.append(mark(at: tip, theme.arrow(across: across, up: up), style))
  }

  /// The scales of the two arrows: how long on the axes is what is one long in the direction downhill, and in a step.
  ///
  /// That of the slope goes by the window and its costs alone, so that arrows on one surface can be compared; a step is drawn as
  /// long as it is, or ten, a hundred … times, where it would not be seen.
  var arrowScales: (downhill: Float, step: Float) {
    let spans = (window.a.upperBound - window.a.lowerBound, window.b.upperBound - window.b.lowerBound)
    let span = min(spans.0, spans.1)
    let rise = Float(result.grid.range.map { $0.upperBound - $0.lowerBound } ?? 0)
    let steepness = rise / span
    let downhill = steepness > 0 && steepness.isFinite ? Self.rounded(0.2 * span / steepness) : 1
    guard let step = arrowed?.step else { return (downhill, 1) }
    let length = (step.a * step.a + step.b * step.b).squareRoot()
    guard length > 0, length.isFinite, length < span / 20 else { return (downhill, 1) }
    return (downhill, Self.powerOfTen(below: span / 5 / length))
  }

  /// The largest of 1, 2 and 5 times a power of ten that is not above a number.
  private static func rounded(_ value: Float) -> Float {
    let power = powerOfTen(below: value)
    return power * (value / power >= 5 ? 5 : value / power >= 2 ? 2 : 1)
  }

  private static func powerOfTen(below value: Float) -> Float {
    var power: Float = 1
    while power * 10 <= value, power < 1e30 { power *= 10 }
    while power > value, power > 1e-30 { power /= 10 }
    return power
  }
}
