import Screen

extension HeatMap {
  /// Draws the map into a region.
  ///
  /// - Returns: where it lies, for the mouse.
  @discardableResult
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) -> Layout {
    let layout = layout(in: region)
    frame.clipped(to: region) { frame in
      if theme.hasColorScales {
        drawPixels(into: &frame, layout.plot, theme)
      } else {
        drawCells(into: &frame, layout.plot, theme)
      }
      let middles = sampled(layout.plot.width, layout.plot.height)
      drawContours(into: &frame, layout.plot, middles, theme)
      drawPaths(into: &frame, layout, middles, theme)
      drawMarks(into: &frame, layout, middles, theme)
      drawAxes(into: &frame, region, layout, theme)
      if let legend = layout.legend { drawLegend(into: &frame, legend, theme) }
    }
    return layout
  }

  /// The values in the middles of equal parts of the picture, row after row from the top.
  func sampled(_ columns: Int, _ rows: Int) -> Grid {
    sampled(grid, across: Self.middles(columns), down: Self.middles(rows))
  }

  /// The middles of equal parts of 0…1.
  static func middles(_ count: Int) -> [Double] { (0..<count).map { (Double($0) + 0.5) / Double(count) } }

  /// A grid of this map's shape at places of the picture, 0…1 from the left and from the top.
  func sampled(_ grid: Grid, across: [Double], down: [Double]) -> Grid {
    let rows = growsUpward ? down.map { 1 - $0 } : down
    if scale.kind == .classes, isSmooth { return grid.classesSampled(across: across, down: rows) }
    return grid.sampled(across: across, down: rows, isSmooth: isSmooth)
  }

  /// Where the values lie on the scale; between them places are mixed, not values, so that colours and contours are even.
  var places: Grid {
    scale.kind == .classes
      ? grid : Grid(width: grid.width, height: grid.height, values: grid.values.map(scale.place(of:)))
  }

  private func drawPixels(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    let division = theme.glyphs.division
    let places = sampled(
      places, across: Self.middles(plot.width * division.across), down: Self.middles(plot.height * division.down))
    let canvas = PixelCanvas(
      width: plot.width, height: plot.height, glyphs: theme.glyphs,
      pixels: scale.kind == .classes ? theme.classShades(places.values) : theme.shades(places.values, scale.kind))
    frame.fill(plot, with: theme.gap)
    canvas.draw(into: &frame, x: plot.x, y: plot.y, theme: theme)
  }

  private func drawCells(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    let samples = sampled(plot.width, plot.height)
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        let cell = theme.cell(of: samples[column, row], on: scale, x: column, y: row)
        frame[plot.x + column, plot.y + row] = cell
      }
    }
  }
}
