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
      let middles = sampled(layout.plot.width, layout.plot.height)
      drawPaths(into: &frame, layout, middles, theme)
      drawMarks(into: &frame, layout, middles, theme)
      drawAxes(into: &frame, region, layout, theme)
      if let legend = layout.legend { drawLegend(into: &frame, legend, theme) }
    }
    return layout
  }

  /// The values in the middles of equal parts of the picture, row after row from the top.
  func sampled(_ columns: Int, _ rows: Int) -> Grid {
    func middles(_ count: Int) -> [Double] { (0..<count).map { (Double($0) + 0.5) / Double(count) } }
    let down = middles(rows)
    return grid.sampled(
      across: middles(columns), down: growsUpward ? down.map { 1 - $0 } : down, isSmooth: isSmooth)
  }

  /// Two pixels to a cell: an upper half block in the upper one's colour on the lower one's; a blank where they are equal.
  private func drawPixels(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    let pixels = sampled(plot.width, 2 * plot.height).values.map { theme.color(of: $0, on: scale) }
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        let top = pixels[2 * row * plot.width + column]
        let bottom = pixels[(2 * row + 1) * plot.width + column]
        frame[plot.x + column, plot.y + row] = Cell(top: top, bottom: bottom) ?? theme.gap
      }
    }
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

  /// Sets a dot where the band of the contours differs from that on the right or below. On steep ground only every
  /// second, fourth, … contour is drawn, so that they never run together.
  private func drawContours(into frame: inout Frame, _ plot: Region, _ theme: Theme) {
    guard let contours, !contours.levels.isEmpty else { return }
    let canvas = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs)
    let (width, height) = (canvas.dotWidth, canvas.dotHeight)
    let bands = sampled(width, height).values.map { contours.band(of: $0) ?? -1 }
    let middles = sampled(plot.width, plot.height)
    let steps = contourSteps(contours, middles)
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        let step = steps[row * plot.width + column]
        let mask = canvas.mask(ofCell: column, row) { x, y in
          let here = bands[y * width + x]
          let right = x + 1 < width ? bands[y * width + x + 1] : here
          let below = y + 1 < height ? bands[(y + 1) * width + x] : here
          return here >= 0
            && (right >= 0 && right / step != here / step || below >= 0 && below / step != here / step)
        }
        guard mask != 0, let background = theme.color(of: middles[column, row], on: scale) else { continue }
        let style = Style(theme.contourColor(on: background), on: background)
        frame[plot.x + column, plot.y + row] = Cell(canvas.contourGlyph(mask), style)
      }
    }
  }

  /// For each cell, every how manieth contour is drawn there: such that two rows hold no more than three.
  private func contourSteps(_ contours: Contours, _ middles: Grid) -> [Int] {
    let bands = middles.values.map { contours.band(of: $0) }
    return (0..<middles.height).flatMap { row in
      (0..<middles.width).map { column in
        var (low, high) = (Int.max, Int.min)
        let rows = max(0, row - 1)...min(middles.height - 1, row + 1)
        for y in rows {
          for x in max(0, column - 1)...min(middles.width - 1, column + 1) {
            guard let band = bands[y * middles.width + x] else { continue }
            (low, high) = (min(low, band), max(high, band))
          }
        }
        var step = 1
        while low < high, high - low > rows.count * step { step *= 2 }
        return step
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
