import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen
import Session

/// The heat map of a surface with everything that is on it.
struct SurfacePicture {
  let result: SurfaceResult
  let view: SurfaceView

  var run: Run { view.run }
  var theme: Theme { view.theme }
  var plane: Plane { result.plane }
  var window: SurfaceWindow { result.grid.window }

  /// The whole picture for a region.
  func heatMap(in region: Region) -> HeatMap {
    var map = ground(in: region)
    let size = map.layout(in: region).plot
    let walkers = walkers
    for walker in walkers { map.paths += trail(walker, isAlone: walkers.count == 1) }
    map.marks += landmarks
    if let mover = arrowed {
      let scales = arrowScales
      draw(mover.downhill, times: scales.downhill, from: mover.foot, theme.good, .solid, size, on: &map)
      draw(mover.step, times: scales.step, from: mover.foot, theme.key, .dotted, size, on: &map)
    }
    for walker in walkers { map.marks.append(mark(at: walker.foot, walker.glyph, walker.style)) }
    map.marks += ends
    if let cursor = view.scene.cursor { map.marks.append(mark(at: (cursor.a, cursor.b), "+", theme.highlight)) }
    return map
  }

  // MARK: Ground

  /// The costs in colours, with contours; what lies in fog is a gap.
  func ground(in region: Region) -> HeatMap {
    let grid = result.grid
    let heights = heights
    var map = HeatMap(
      Grid(width: grid.width, height: grid.height, values: litCosts),
      scale: .sequential(heights, logarithmic: isLogarithmic),
      xRange: readings(window.a, plane.a), yRange: readings(window.b, plane.b))
    map.showsLegend = grid.range != nil
    let count = max(4, min(14, region.height * 2 / 3))
    map.contours = isLogarithmic ? .logarithmic(heights, count: count) : .linear(heights, count: count)
    return map
  }

  private var litCosts: [Double] {
    guard let fog = view.scene.fog else { return result.grid.costs }
    let lit = fog.lit(width: result.grid.width, height: result.grid.height, in: window)
    return zip(result.grid.costs, lit).map { $1 ? $0 : .nan }
  }

  /// The costs between which colours change; a logarithmic scale spans six powers of ten at most.
  private var heights: ClosedRange<Double> {
    guard let range = result.grid.range else { return 0...1 }
    guard isLogarithmic else { return range }
    return max(range.lowerBound, range.upperBound * 1e-6)...range.upperBound
  }

  private var isLogarithmic: Bool { view.panel.isLogarithmicNow(view.scene) }

  private func readings(_ range: ClosedRange<Float>, _ axis: Plane.Axis) -> ClosedRange<Double> {
    Double(axis.reading) + Double(range.lowerBound)...Double(axis.reading) + Double(range.upperBound)
  }

  func point(_ a: Float, _ b: Float) -> HeatMap.Point {
    HeatMap.Point(x: Double(plane.a.reading) + Double(a), y: Double(plane.b.reading) + Double(b))
  }

  func mark(at place: (a: Float, b: Float), _ glyph: Unicode.Scalar, _ style: Style) -> HeatMap.Mark {
    let point = point(place.a, place.b)
    return HeatMap.Mark(x: point.x, y: point.y, glyph: glyph, style: style)
  }

  /// The known minima of a test function and its saddles that lie in the window, where these are few; hidden in fog.
  var landmarks: [HeatMap.Mark] {
    guard let function = view.scene.function, view.scene.fog?.isLifted != false else { return [] }
    let saddles = function.saddles.count <= Self.mostSaddles ? function.saddles : []
    let marks = saddles.map { ($0, theme.saddle) } + function.minima.points.map { ($0, theme.minimum) }
    return marks.filter { window.contains(a: Float($0.0.x), b: Float($0.0.y)) }.map {
      HeatMap.Mark(x: $0.0.x, y: $0.0.y, glyph: $0.1, style: theme.highlight)
    }
  }

  /// More saddles than this would hide the ground.
  private static let mostSaddles = 12

  /// The ends of the line of a barrier.
  var ends: [HeatMap.Mark] {
    guard result.profile != nil else { return [] }
    return [mark(at: (0, 0), "A", theme.highlight), mark(at: (1, 0), "B", theme.highlight)]
  }

  /// An old part of a trail is faint, a new one bright; racers have colours of their own.
  private func trail(_ walker: SurfaceWalker, isAlone: Bool) -> [HeatMap.Path] {
    let points = walker.trail.map { point($0.a, $0.b) }
    guard isAlone, points.count > 2 else { return [HeatMap.Path(points, style: walker.style)] }
    let parts = [theme.faint, theme.text, theme.highlight]
    return parts.enumerated().map { number, style in
      let (first, last) = (points.count * number / 3, points.count * (number + 1) / 3)
      return HeatMap.Path(Array(points[max(0, first - 1)..<last]), style: style)
    }
  }
}

extension Theme {
  var ball: Unicode.Scalar { glyphs.hasSymbols ? "●" : "O" }

  /// The glyph of a known minimum, for the ball to fall into; none of the racers has it.
  var minimum: Unicode.Scalar { glyphs.hasSymbols ? "○" : "v" }

  /// The glyph of a saddle: a way up crosses a way down.
  var saddle: Unicode.Scalar { glyphs.hasSymbols ? "×" : "x" }

  /// The arrow that points nearest to a direction on the screen.
  func arrow(across: Float, up: Float) -> Unicode.Scalar {
    let (width, height) = (abs(across), abs(up))
    let isDiagonal = glyphs.hasSymbols && width < 2.4 * height && height < 2.4 * width
    let ascii = glyphs == .ascii
    if isDiagonal { return up > 0 ? (across > 0 ? "↗" : "↖") : (across > 0 ? "↘" : "↙") }
    if width > height { return across > 0 ? (ascii ? ">" : "→") : (ascii ? "<" : "←") }
    return up > 0 ? (ascii ? "^" : "↑") : (ascii ? "v" : "↓")
  }
}
