import Screen
import Session

/// How the inside of the surface's panel is divided: the map, lines of words below it, a table of racers or the line from A to B.
struct SurfaceLayout {
  let map: Region
  let words: Region
  let table: Region
  /// Where the cost along a barrier's line is drawn: below the map, beside it where it is low, or nowhere.
  let profile: Region

  /// The columns of the table.
  static let tableWidth = 38

  init(_ region: Region, of scene: SurfaceScene) {
    let racers = scene.tableRows
    let hasSide = racers > 0 && region.width >= SurfaceLayout.tableWidth + 40
    let below = racers > 0 && !hasSide ? min(racers, max(0, region.height - 10)) : 0
    let lines = region.height >= 9 ? 2 : region.height >= 5 ? 1 : 0
    let width = region.width - (hasSide ? SurfaceLayout.tableWidth + 1 : 0)
    let whole = Region(x: region.x, y: region.y, width: width, height: region.height - lines - below)
    (map, profile) = Self.divided(whole, hasProfile: scene.axes == .barrier && racers == 0)
    words = Region(x: region.x, y: whole.maxY, width: region.width, height: lines)
    table =
      hasSide
      ? Region(x: map.maxX + 1, y: region.y, width: SurfaceLayout.tableWidth, height: map.height)
      : Region(x: region.x, y: words.maxY, width: region.width, height: below)
  }

  private static func divided(_ whole: Region, hasProfile: Bool) -> (map: Region, profile: Region) {
    let none = Region(x: whole.x, y: whole.maxY, width: 0, height: 0)
    guard hasProfile else { return (whole, none) }
    if whole.height >= 15 { return whole.split(above: whole.height * 3 / 5) }
    guard whole.width >= 44, whole.height >= 5 else { return (whole, none) }
    let left = whole.width * 3 / 5
    return (
      Region(x: whole.x, y: whole.y, width: left, height: whole.height),
      Region(x: whole.x + left + 1, y: whole.y, width: whole.width - left - 1, height: whole.height)
    )
  }

  /// The points to compute: one a column and two a row, up to 80 x 48; while the weights move, about so many.
  func gridSize(live points: Int?) -> (width: Int, height: Int) {
    let (width, height) = (max(2, min(80, map.width)), max(2, min(48, 2 * map.height)))
    guard let points, points < width * height else { return (width, height) }
    let share = (Double(points) / Double(width * height)).squareRoot()
    return (max(2, Int(share * Double(width))), max(2, Int(share * Double(height))))
  }
}
