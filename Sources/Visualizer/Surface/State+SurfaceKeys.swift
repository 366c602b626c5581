import ErrorSurfaces
import NeuralNetwork
import Screen

extension State {
  /// Arrows move the cursor, or the learner in fog; pages zoom; Home shows the whole.
  mutating func moveOnSurface(_ direction: Action.Direction) {
    if surface.fog != nil, let way = direction.way {
      surface.fog?.walk(way)
    } else {
      surface.move(direction)
    }
  }

  /// Enter puts ball and weights at the cursor; in fog it measures the slope. Says whether there was something to do.
  mutating func enterOnSurface() -> Bool {
    if surface.fog != nil {
      surface.fog?.measureSlope()
      return true
    }
    guard let cursor = surface.cursor, let result = surface.result else { return false }
    let point = result.plane.point(a: cursor.a, b: cursor.b)
    surface.cursor = nil
    if let function = surface.function, let run {
      surface.place(on: function, point, run)
    } else {
      surface.leaveRaceAndFog()
      run?.make(.parameters(point))
    }
    return true
  }

  /// A click puts the cursor on the surface; the wheel zooms there; dragging takes the ball along.
  mutating func pointAtSurface(_ event: MouseEvent, in region: Region) {
    guard let run, let result = surface.result else { return }
    let place = SurfaceLayout(region, racers: surface.tableRows)
    let map = SurfacePicture(result: result, view: surface, run: run, theme: theme).heatMap(in: place.map)
    guard let point = map.layout(in: place.map).point(atColumn: event.x, row: event.y) else { return }
    surface.cursor = SurfaceView.Place(
      a: Float(point.x) - result.plane.a.reading, b: Float(point.y) - result.plane.b.reading)
    switch event.kind {
    case .wheelUp: surface.zoom(by: 0.8)
    case .wheelDown: surface.zoom(by: 1.25)
    case .drag where surface.fog == nil: _ = enterOnSurface()
    case .drag, .press, .release: break
    }
  }
}

extension SurfaceView {
  /// The cost that the surface shows at a place.
  func cost(at place: Place) -> Double? {
    guard let grid = result?.grid, let index = grid.nearest(a: place.a, b: place.b) else { return nil }
    return grid[index.column, index.row]
  }

  /// Moves the cursor by a fortieth of the window, which follows it past its edge, or zooms.
  mutating func move(_ direction: Action.Direction) {
    guard let window = result?.grid.window else { return }
    switch direction {
    case .pageUp: zoom(by: 0.7)
    case .pageDown: zoom(by: 1 / 0.7)
    case .home:
      (self.window, isWindowChosen, cursor) = (nil, false, nil)
      renew(keepsPicture: true)
    case .end: cursor = nil
    default:
      guard let way = direction.way else { return }
      let step = (
        a: (window.a.upperBound - window.a.lowerBound) / 40, b: (window.b.upperBound - window.b.lowerBound) / 40
      )
      let from = cursor ?? center(of: window)
      cursor = Place(a: from.a + Float(way.a) * step.a, b: from.b + Float(way.b) * step.b)
      if !window.contains(a: cursor!.a, b: cursor!.b) {
        look(at: window.panned(a: 0.25 * Float(way.a), b: 0.25 * Float(way.b)))
      }
    }
  }

  private func center(of window: SurfaceWindow) -> Place {
    let center = window.center
    return Place(a: center.a, b: center.b)
  }

  /// Zooms at the cursor, or at the middle.
  mutating func zoom(by factor: Float) {
    guard let window = result?.grid.window else { return }
    let fixed = cursor ?? center(of: window)
    look(at: window.zoomed(by: factor, around: (fixed.a, fixed.b)))
  }

  private mutating func look(at window: SurfaceWindow) {
    guard fog == nil else { return }
    (self.window, isWindowChosen) = (window, true)
    renew(keepsPicture: true)
  }

  /// Moves the window along where the ball comes to its edge, unless the part to look at was chosen by hand.
  mutating func keepBallInSight() {
    guard let result, !isWindowChosen, !ownsSteps, axes.keepsCoordinates else { return }
    let (window, foot) = (result.grid.window, result.ball.foot)
    let center = window.center
    guard foot.a.isFinite, foot.b.isFinite, !window.zoomed(by: 0.96, around: center).contains(a: foot.a, b: foot.b)
    else { return }
    let (spanA, spanB) = (window.a.upperBound - window.a.lowerBound, window.b.upperBound - window.b.lowerBound)
    self.window = window.panned(a: (foot.a - center.a) / spanA, b: (foot.b - center.b) / spanB)
    renew(keepsPicture: true)
  }
}

extension SurfaceAxes {
  /// Whether directions stay as the weights move, so that the ball is seen to roll.
  fileprivate var keepsCoordinates: Bool {
    switch self {
    case .random, .parameters: true
    case .path, .curvature, .barrier, .function: false
    }
  }
}

extension Action.Direction {
  /// The step on a plane that an arrow makes.
  fileprivate var way: FogWalk.Direction? {
    switch self {
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    case .pageUp, .pageDown, .home, .end: nil
    }
  }
}
