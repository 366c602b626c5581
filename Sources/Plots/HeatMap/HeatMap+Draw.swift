import Screen

extension HeatMap {
  /// Draws the map into a region.
  ///
  /// - Returns: where it lies, for the mouse.
  @discardableResult
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) -> Layout {
    let layout = layout(in: region)
    frame.clipped(to: region) { frame in
      if theme.hasColorScales, theme.glyphs != .ascii {
        drawPixels(into: &frame, layout.plot, theme)
      } else {
        drawCells(into: &frame, layout.plot, theme)
      }
      if theme.hasColorScales { drawContours(into: &frame, layout.plot, theme) }
      drawPaths(into: &frame, layout, theme)
      drawMarks(into: &frame, layout, theme)
      drawAxes(into: &frame, region, layout, theme)
      if let legend = layout.legend { drawLegend(into: &frame, legend, theme) }
    }
    return layout
  }

  /// The value at a place of the picture, 0…1 across and down.
  func value(across: Double, down: Double) -> Double {
    grid.value(atX: across, y: growsUpward ? 1 - down : down, isSmooth: isSmooth)
  }

  /// Two pixels to a cell: an upper half block in the upper one's colour on the lower one's; a blank where they are equal.
  private func drawPixels(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        let across = (Double(column) + 0.5) / Double(plot.width)
        let top = value(across: across, down: (Double(row) + 0.25) / Double(plot.height))
        let bottom = value(across: across, down: (Double(row) + 0.75) / Double(plot.height))
        frame[plot.x + column, plot.y + row] =
          Cell(top: theme.color(of: top, on: scale), bottom: theme.color(of: bottom, on: scale)) ?? theme.gap
      }
    }
  }

  private func drawCells(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        let value = value(
          across: (Double(column) + 0.5) / Double(plot.width), down: (Double(row) + 0.5) / Double(plot.height))
        frame[plot.x + column, plot.y + row] = theme.cell(of: value, on: scale, x: column, y: row)
      }
    }
  }

  /// Sets a dot where the band of the contours differs from that on the right or below.
  private func drawContours(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    guard let contours, !contours.levels.isEmpty else { return }
    let canvas = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs)
    let bands = bands(contours, canvas.dotWidth + 1, canvas.dotHeight + 1)
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        let mask = canvas.mask(ofCell: column, row) { x, y in
          let here = bands[y][x]
          return here != nil && (bands[y][x + 1] ?? here != here || bands[y + 1][x] ?? here != here)
        }
        if mask != 0 { drawContour(into: &frame, plot, column, row, canvas.contourGlyph(mask), theme) }
      }
    }
  }

  private func drawContour(
    into frame: inout Frame, _ plot: Region, _ column: Int, _ row: Int, _ glyph: Unicode.Scalar, _ theme: Theme
  ) {
    let middle = value(
      across: (Double(column) + 0.5) / Double(plot.width), down: (Double(row) + 0.5) / Double(plot.height))
    guard let background = theme.color(of: middle, on: scale) else { return }
    let style = Style(theme.contourColor(on: background), on: background)
    frame[plot.x + column, plot.y + row] = Cell(glyph, style)
  }

  /// The band at every dot, and one more on each side.
  private func bands(_ contours: Contours, _ width: Int, _ height: Int) -> [[Int?]] {
    (0..<height).map { y in
      (0..<width).map { x in
        let across = min(1, (Double(x) + 0.5) / Double(width - 1))
        return contours.band(of: value(across: across, down: min(1, (Double(y) + 0.5) / Double(height - 1))))
      }
    }
  }
}

extension Cell {
  /// A cell of two pixels, of which one may be a gap that shows the terminal's background; nil if both are.
  fileprivate init?(top: Color?, bottom: Color?) {
    switch (top, bottom) {
    case (nil, nil): return nil
    case (let top?, nil): self.init("▀", Style(top))
    case (nil, let bottom?): self.init("▄", Style(bottom))
    case (let top?, let bottom?):
      self = top == bottom ? Cell(" ", Style(.standard, on: top)) : Cell("▀", Style(top, on: bottom))
    }
  }
}
