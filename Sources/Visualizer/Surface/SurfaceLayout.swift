import Screen

/// How the inside of the surface's panel is divided: the map, lines of words below it, and a table of racers.
struct SurfaceLayout {
  let map: Region
  let words: Region
  let table: Region

  /// The columns of the table.
  static let tableWidth = 38

  init(_ region: Region, racers: Int) {
    let hasSide = racers > 0 && region.width >= SurfaceLayout.tableWidth + 40
    let below = racers > 0 && !hasSide ? min(racers, max(0, region.height - 10)) : 0
    let lines = region.height >= 9 ? 2 : region.height >= 5 ? 1 : 0
    let width = region.width - (hasSide ? SurfaceLayout.tableWidth + 1 : 0)
    map = Region(x: region.x, y: region.y, width: width, height: region.height - lines - below)
    words = Region(x: region.x, y: map.maxY, width: region.width, height: lines)
    table =
      hasSide
      ? Region(x: map.maxX + 1, y: region.y, width: SurfaceLayout.tableWidth, height: map.height)
      : Region(x: region.x, y: words.maxY, width: region.width, height: below)
  }

  /// The points to compute: one a column and two a row, up to 80 x 48; while the weights move, about so many.
  func gridSize(live points: Int?) -> (width: Int, height: Int) {
    let (width, height) = (max(2, min(80, map.width)), max(2, min(48, 2 * map.height)))
    guard let points, points < width * height else { return (width, height) }
    let share = (Double(points) / Double(width * height)).squareRoot()
    return (max(2, Int(share * Double(width))), max(2, Int(share * Double(height))))
  }
}
