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
      return [walker(run.path.points(atMost: 128), run.trainer.network.parameters, theme.ball, theme.highlight)]
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
    let position = racer?.position ?? run.trainer.network.parameters
    let slope = racer == nil ? result.ball.slope : plane.slope(of: result.request.landscape.gradient(at: position))
    let step = (racer == nil ? run.lastStep : racer?.lastStep).map { plane.components(of: $0) }
    return (plane.feet(of: [position])[0], (-slope.a, -slope.b), step ?? (0, 0))
  }

  /// An arrow of a fixed length on the screen; none where the direction is not finite.
  func draw(
    _ direction: (a: Float, b: Float), from foot: (a: Float, b: Float), _ style: Style, _ dash: Dash,
    _ plot: Region, on map: inout HeatMap
  ) {
    let (spanA, spanB) = (window.a.upperBound - window.a.lowerBound, window.b.upperBound - window.b.lowerBound)
    let across = direction.a / spanA * Float(plot.width)
    let up = direction.b / spanB * Float(2 * plot.height)
    let length = (across * across + up * up).squareRoot()
    guard length > 1e-12, length.isFinite else { return }
    let reach = 0.16 * Float(min(plot.width, 2 * plot.height))
    let tip = (
      a: foot.a + across / length * reach / Float(plot.width) * spanA,
      b: foot.b + up / length * reach / Float(2 * plot.height) * spanB
    )
    map.paths.append(HeatMap.Path([point(foot.a, foot.b), point(tip.a, tip.b)], style: style, dash: dash))
    map.marks.append(mark(at: tip, theme.arrow(across: across, up: up), style))
  }
}
