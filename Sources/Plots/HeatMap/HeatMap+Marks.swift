import Screen

extension HeatMap {
  /// Draws the points: first those in dots, then those that fill a cell.
  func drawMarks(into frame: inout Frame, _ layout: Layout, _ middles: Grid, _ theme: Theme) {
    let plot = layout.plot
    guard !plot.isEmpty else { return }
    func ground(_ column: Int, _ row: Int) -> Color { theme.color(of: middles[column, row], on: scale) ?? .standard }
    var canvas = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs)
    for mark in marks {
      if theme.glyphs.hasSymbols, let size = mark.dots { stamp(mark, size, on: &canvas, layout) }
    }
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        guard let glyph = canvas.glyph(column, row), let style = canvas.style(column, row) else { continue }
        frame[plot.x + column, plot.y + row] = Cell(glyph, style.standingOut(on: ground(column, row), theme))
      }
    }
    for mark in marks where mark.dots == nil || !theme.glyphs.hasSymbols {
      guard let cell = layout.cell(of: Point(x: mark.x, y: mark.y)) else { continue }
      let style = mark.style.standingOut(on: ground(cell.x - plot.x, cell.y - plot.y), theme)
      frame[cell.x, cell.y] = Cell(mark.glyph, style)
    }
  }

  private func stamp(_ mark: Mark, _ size: Int, on canvas: inout DotCanvas, _ layout: Layout) {
    guard let (across, down) = layout.place(of: Point(x: mark.x, y: mark.y)), (0...1).contains(across),
      (0...1).contains(down)
    else { return }
    let left = Int(across * Double(canvas.dotWidth)) - size / 2
    let top = Int(down * Double(canvas.dotHeight)) - size / 2
    for y in 0..<size {
      for x in 0..<size {
        let (px, py) = (max(0, left + x), max(0, top + y))
        canvas.plot(x: min(canvas.dotWidth - 1, px), y: min(canvas.dotHeight - 1, py), style: mark.style)
      }
    }
  }
}

extension Style {
  /// This style on a ground that is moved towards the theme's own until the style's colour, which stays, is seen on it.
  func standingOut(on ground: Color, _ theme: Theme) -> Style {
    guard background == .standard, let below = ground.oklab else { return self }
    guard let own = foreground.components else {
      return Style(theme.contrast(on: ground), on: ground, attributes)
    }
    // 256 colours have few dark ones: what lies between an orange and black would become a red.
    for share in (theme.depth == .palette ? [0, 0.35] : [0, 0.35, 0.6, 0.8]) as [Float] {
      let moved = below.mixed(with: theme.assumedGround, share).color.converted(to: theme.depth)
      if own.contrast(with: moved.components ?? own) >= 3.5 { return Style(foreground, on: moved, attributes) }
    }
    return Style(foreground, on: theme.assumedGround.color.converted(to: theme.depth), attributes)
  }
}
