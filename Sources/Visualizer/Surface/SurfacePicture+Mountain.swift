import ErrorSurfaces
import Plots
import Screen

extension SurfacePicture {
  /// The same grid as a mountain, with whoever is on it; what lies in fog is mist.
  func mountain(in region: Region) -> HeightField {
    let (grid, map) = (result.grid, ground(in: region))
    var field = HeightField(
      Grid(width: grid.width, height: grid.height, values: grid.costs), scale: map.scale, xRange: map.xRange,
      yRange: map.yRange)
    (field.xName, field.yName) = (run.label(of: plane.a), run.label(of: plane.b))
    field.lit = view.scene.fog?.lit(width: grid.width, height: grid.height, in: window)
    field.contours = map.contours
    field.camera = view.panel.camera
    field.walkers = (landmarks + ends).map(Self.standing) + mountaineers
    return field
  }

  /// What stands where it is.
  private static func standing(_ mark: HeatMap.Mark) -> HeightField.Walker {
    HeightField.Walker(trail: [HeatMap.Point(x: mark.x, y: mark.y)], glyph: mark.glyph, style: mark.style)
  }

  /// The walkers with the way that they came; one alone has an arrow downhill and a plumb line.
  private var mountaineers: [HeightField.Walker] {
    let isAlone = walkers.count == 1
    return walkers.map { walker in
      let trail = (walker.trail + [walker.foot]).map { point($0.a, $0.b) }
      let arrow = isAlone ? arrowed.map { downhill($0.downhill) } : nil
      return HeightField.Walker(
        trail: trail, glyph: walker.glyph, style: walker.style, arrow: arrow, hasPlumbLine: isAlone)
    }
  }

  /// The way downhill as long as the chart draws it, at most a third of the window.
  private func downhill(_ slope: (a: Float, b: Float)) -> HeatMap.Point {
    let factor = arrowScales.downhill
    let (a, b) = (slope.a * factor, slope.b * factor)
    let span = min(window.a.upperBound - window.a.lowerBound, window.b.upperBound - window.b.lowerBound)
    let length = (a * a + b * b).squareRoot()
    let kept = length > span / 3 ? span / 3 / length : 1
    return HeatMap.Point(x: Double(a * kept), y: Double(b * kept))
  }
}
