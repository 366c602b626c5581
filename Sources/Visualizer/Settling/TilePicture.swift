import Plots
import Screen

/// Tiles side by side, as large as whole cells allow, square where their signs allow it, with signs on some of them: a state, a
/// board, or a map.
struct TilePicture {
  /// The tiles' values, row by row from the top; what is NaN is left open.
  var grid: Grid
  var scale = ValueScale.diverging(limit: 1)
  /// Up to a few characters in the middle of a tile.
  var signs: [Sign] = []
  /// The tile that the cursor is on.
  var selection: Int?
  /// The cells across that a tile would like at least, so that its sign fits.
  var leastWidth = 2

  struct Sign {
    let tile: Int
    let text: String
    let style: Style
  }

  /// The cells of the picture: a whole number of them for each tile where there is room, twice as many across as down, or more
  /// where a sign needs them.
  func place(in region: Region) -> Region {
    guard !grid.isEmpty else { return Region(x: region.x, y: region.y, width: 0, height: 0) }
    let rows = min(region.height / grid.height, region.width / (2 * grid.width))
    guard rows > 0 else { return region }
    let across = max(2 * rows, min(leastWidth, region.width / grid.width))
    let (width, height) = (across * grid.width, rows * grid.height)
    return Region(
      x: region.x + (region.width - width) / 2, y: region.y + (region.height - height) / 2, width: width, height: height
    )
  }

  /// The tile at a cell of the screen.
  func tile(atX x: Int, y: Int, in region: Region) -> Int? {
    guard let point = map.layout(in: place(in: region)).point(atColumn: x, row: y) else { return nil }
    let column = Int((point.x + 1) / 2 * Double(grid.width)), row = Int((point.y + 1) / 2 * Double(grid.height))
    return min(grid.height - 1, max(0, row)) * grid.width + min(grid.width - 1, max(0, column))
  }

  func draw(into frame: inout Frame, in region: Region, theme: Theme) {
    let room = place(in: region)
    let layout = map.draw(into: &frame, in: room, theme: theme)
    for sign in signs { draw(sign, into: &frame, layout, theme) }
    if let selection { drawCursor(selection, into: &frame, layout, theme) }
  }

  private var map: HeatMap {
    var map = HeatMap.picture(grid, scale: scale)
    if leastWidth > 2 { map.aspect = nil }
    return map
  }

  private func middle(of tile: Int) -> HeatMap.Point {
    HeatMap.Point(
      x: 2 * (Double(tile % grid.width) + 0.5) / Double(grid.width) - 1,
      y: 2 * (Double(tile / grid.width) + 0.5) / Double(grid.height) - 1)
  }

  private func draw(_ sign: Sign, into frame: inout Frame, _ layout: HeatMap.Layout, _ theme: Theme) {
    guard let cell = layout.cell(of: middle(of: sign.tile)) else { return }
    let start = cell.x - sign.text.columnCount / 2
    for (offset, scalar) in sign.text.unicodeScalars.enumerated() {
      let ground = frame[start + offset, cell.y].style
      let isFull = frame[start + offset, cell.y].scalar == "█"
      let back = isFull ? ground.foreground : ground.background
      let style = back == .standard ? sign.style : Style(theme.contrast(on: back), on: back, sign.style.attributes)
      frame[start + offset, cell.y] = Cell(scalar, style)
    }
  }

  /// Brackets around the tile's middle.
  private func drawCursor(_ tile: Int, into frame: inout Frame, _ layout: HeatMap.Layout, _ theme: Theme) {
    guard let cell = layout.cell(of: middle(of: tile)) else { return }
    let wide = layout.plot.width / max(1, grid.width) >= 4
    for (x, glyph) in [(cell.x - (wide ? 2 : 1), "["), (cell.x + 1, "]")] as [(Int, Unicode.Scalar)] {
      guard layout.plot.contains(x: x, y: cell.y) else { continue }
      frame[x, cell.y] = Cell(glyph, theme.selection)
    }
  }
}
