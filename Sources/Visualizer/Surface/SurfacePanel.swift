import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen
import Session

/// How the error surface is looked at.
public struct SurfacePanel: Hashable, Sendable {
  /// Whether heights are logarithmic; nil leaves it to the range of the costs.
  var isLogarithmic: Bool?
  /// As a chart, a mountain, or both.
  var shape = Shape.chart
  /// From where the mountain is seen.
  var camera = Camera()

  /// Makes heights linear where they are logarithmic, and the other way round.
  mutating func toggleLogarithm(_ scene: SurfaceScene?) { isLogarithmic = !(scene.map(isLogarithmicNow) ?? false) }

  /// Whether heights are drawn logarithmically: as chosen, or where the highest cost is more than five times the
  /// median; never for costs below zero.
  func isLogarithmicNow(_ scene: SurfaceScene) -> Bool {
    guard let range = scene.result?.grid.range, range.lowerBound >= 0, range.upperBound > 0 else { return false }
    return isLogarithmic ?? scene.isSteep
  }

  /// Arrows move the cursor, or the learner in fog; pages zoom; Home shows the whole.
  static func move(_ direction: Action.Direction) -> SurfaceScene.Action {
    switch direction {
    case .up: .move(.up)
    case .down: .move(.down)
    case .left: .move(.left)
    case .right: .move(.right)
    case .pageUp: .zoom(by: 0.7)
    case .pageDown: .zoom(by: 1 / 0.7)
    case .home: .showWhole
    case .end: .dropCursor
    }
  }

  /// A click puts the cursor on the surface; the wheel zooms there; dragging takes the ball along. Nil where there is no
  /// surface under the mouse.
  func actions(
    for event: MouseEvent, in region: Region, _ session: LearningSession, theme: Theme
  ) -> [SurfaceScene.Action]? {
    let scene = session.scene
    guard let result = scene.result else { return nil }
    let place = SurfaceLayout(region, of: scene)
    let view = SurfaceView(run: session.run, scene: scene, panel: self, theme: theme)
    guard let chart = parts(of: place.map).chart else { return nil }
    let map = SurfacePicture(result: result, view: view).heatMap(in: chart)
    guard let point = map.layout(in: chart).point(atColumn: event.x, row: event.y) else { return nil }
    let cursor = SurfaceScene.Place(
      a: Float(point.x) - result.plane.a.reading, b: Float(point.y) - result.plane.b.reading)
    switch event.kind {
    case .wheelUp: return [.point(at: cursor), .zoom(by: 0.8)]
    case .wheelDown: return [.point(at: cursor), .zoom(by: 1.25)]
    case .drag where scene.fog == nil: return [.point(at: cursor), .enter]
    case .drag, .press, .release: return [.point(at: cursor)]
    }
  }
}

extension SurfaceScene {
  /// The cost that the surface shows at a place.
  func cost(at place: Place) -> Double? {
    guard let grid = result?.grid, let index = grid.nearest(a: place.a, b: place.b) else { return nil }
    return grid[index.column, index.row]
  }

  /// Whether a few costs are so high that a linear scale would hide all others.
  fileprivate var isSteep: Bool {
    guard let grid = result?.grid, let range = grid.range else { return false }
    // More than half of the costs, and so their median, are below a fifth of the highest.
    let finite = grid.costs.count { $0.isFinite }
    return grid.costs.count { $0.isFinite && 5 * $0 < range.upperBound } > finite / 2
  }
}

extension SurfaceAxes {
  /// The plane in words, for the panel's title.
  public var words: String {
    switch self {
    case .random: "random directions"
    case .path: "path"
    case .curvature: "slope and curvature"
    case .barrier: "barrier"
    case .patterns: "patterns"
    case .parameters: "two parameters"
    case .function(let function): function.rawValue
    }
  }
}

extension State {
  /// The surface that the loop is to have computed, or nil where the panel is not seen or shows it already.
  public var wantedSurface: SurfaceRequest? {
    guard let session, let slot = layout.slots.first(where: { $0.front == .surface }) else { return nil }
    let scene = session.scene
    let size = SurfaceLayout(slot.region.inset(by: 1, 1), of: scene)
      .gridSize(live: isRunning ? scene.livePoints : nil)
    let request = scene.request(session.run, width: size.width, height: size.height)
    return request == scene.outcome?.request && scene.outcome?.isFinal == true ? nil : request
  }
}
