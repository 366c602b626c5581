import ErrorSurfaces

/// The cursor, and the part of the plane that is looked at.
extension SurfaceScene {
  /// Moves the cursor by a fortieth of the window, which follows it past its edge.
  mutating func moveCursor(_ way: FogWalk.Direction) {
    guard let window = result?.grid.window else { return }
    let step = (
      a: (window.a.upperBound - window.a.lowerBound) / 40, b: (window.b.upperBound - window.b.lowerBound) / 40
    )
    let from = cursor ?? center(of: window)
    let place = Place(a: from.a + Float(way.a) * step.a, b: from.b + Float(way.b) * step.b)
    cursor = place
    if !window.contains(a: place.a, b: place.b) {
      look(at: window.panned(a: 0.25 * Float(way.a), b: 0.25 * Float(way.b)))
    }
  }

  /// Zooms at the cursor, or at the middle.
  mutating func zoom(by factor: Float) {
    guard let window = result?.grid.window else { return }
    let fixed = cursor ?? center(of: window)
    look(at: window.zoomed(by: factor, around: (fixed.a, fixed.b)))
  }

  /// Shows what the plane suggests again.
  mutating func showWhole() {
    (window, isWindowChosen, cursor) = (nil, false, nil)
    renew(keepsPicture: true)
  }

  private func center(of window: SurfaceWindow) -> Place {
    let center = window.center
    return Place(a: center.a, b: center.b)
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
    case .path, .curvature, .barrier, .patterns, .function: false
    }
  }
}
