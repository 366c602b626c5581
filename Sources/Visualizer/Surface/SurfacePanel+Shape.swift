import Plots
import Screen
import Session

extension SurfacePanel {
  /// How the surface is drawn.
  enum Shape: CaseIterable, Hashable, Sendable { case chart, mountain, both }

  /// The columns that a chart beside a mountain needs.
  private static let leastBoth = 64

  /// Where in a region the chart and the mountain stand; without room for both it is the mountain alone.
  func parts(of region: Region) -> (chart: Region?, mountain: Region?) {
    switch shape {
    case .chart: return (region, nil)
    case .mountain: return (nil, region)
    case .both:
      guard region.width >= Self.leastBoth else { return (nil, region) }
      let half = region.width / 2
      return (
        Region(x: region.x, y: region.y, width: half, height: region.height),
        Region(x: region.x + half + 1, y: region.y, width: region.width - half - 1, height: region.height)
      )
    }
  }

  /// The chart, then the mountain, then both where there is room in so many columns.
  mutating func changeShape(columns: Int) {
    switch shape {
    case .chart: shape = .mountain
    case .mountain: shape = columns >= Self.leastBoth ? .both : .chart
    case .both: shape = .chart
    }
  }

  /// Turns, tilts or zooms the mountain by a key; false where the key is for the chart, or for who walks in fog.
  mutating func turn(_ direction: Action.Direction, _ scene: SurfaceScene) -> Bool {
    guard shape != .chart, scene.fog == nil else { return false }
    return camera.turn(direction)
  }

  /// Turns, tilts or zooms the mountain by the mouse, which holds it at a place while it drags; false where it is not on it.
  mutating func turn(_ event: MouseEvent, heldAt grip: inout Frame.Position?, in region: Region, _ scene: SurfaceScene)
    -> Bool
  {
    guard scene.result != nil, let mountain = parts(of: SurfaceLayout(region, of: scene).map).mountain,
      mountain.contains(x: event.x, y: event.y)
    else { return false }
    camera.turn(event, heldAt: &grip)
    return true
  }
}

extension Camera {
  /// ← → turn, ↑ ↓ tilt, pages zoom, Home goes back; false for another key.
  mutating func turn(_ direction: Action.Direction) -> Bool {
    switch direction {
    case .left: yaw -= 10
    case .right: yaw += 10
    case .up: tilt(by: 5)
    case .down: tilt(by: -5)
    case .pageUp: zoom = min(8, zoom * 1.25)
    case .pageDown: zoom = max(0.5, zoom / 1.25)
    case .home: self = Camera()
    case .end: return false
    }
    return true
  }

  /// Dragging turns the mountain by 3° a column and tilts it by 5° a row, as if what is near went along; the wheel zooms.
  mutating func turn(_ event: MouseEvent, heldAt grip: inout Frame.Position?) {
    switch event.kind {
    case .wheelUp: _ = turn(.pageUp)
    case .wheelDown: _ = turn(.pageDown)
    case .press: grip = Frame.Position(x: event.x, y: event.y)
    case .drag:
      if let from = grip {
        yaw += 3 * Double(event.x - from.x)
        tilt(by: 5 * Double(event.y - from.y))
      }
      grip = Frame.Position(x: event.x, y: event.y)
    case .release: grip = nil
    }
  }

  private mutating func tilt(by degrees: Double) { pitch = min(85, max(5, pitch + degrees)) }
}
