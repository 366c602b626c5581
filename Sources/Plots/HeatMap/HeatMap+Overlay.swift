import Screen

extension HeatMap {
  func drawPaths(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    let plot = layout.plot
    for path in paths {
      var canvas = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs)
      var pen = LinePen(style: path.style, dash: path.dash)
      var last: Dot?
      for point in path.points {
        guard let (across, down) = layout.place(of: point), across.magnitude < 4, down.magnitude < 4 else {
          last = nil
          continue
        }
        let dot = Dot(
          x: Int((across * Double(canvas.dotWidth - 1)).rounded()),
          y: Int((down * Double(canvas.dotHeight - 1)).rounded()))
        canvas.line(from: last ?? dot, to: dot, pen: &pen)
        last = dot
      }
      lay(canvas, into: &frame, plot, path.style, theme)
    }
  }

  /// Draws a canvas over the map, each cell on the colour of the map in its middle.
  private func lay(_ canvas: DotCanvas, into frame: inout Frame, _ plot: Region, _ style: Style, _ theme: Theme) {
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        guard let glyph = canvas.glyph(column, row) else { continue }
        let background = background(column, row, plot, theme)
        frame[plot.x + column, plot.y + row] = Cell(glyph, style.readable(on: background, theme))
      }
    }
  }

  /// The colour of the map in the middle of a cell.
  private func background(_ column: Int, _ row: Int, _ plot: Region, _ theme: Theme) -> Color {
    let middle = value(
      across: (Double(column) + 0.5) / Double(plot.width), down: (Double(row) + 0.5) / Double(plot.height))
    return theme.color(of: middle, on: scale) ?? .standard
  }

  func drawMarks(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    for mark in marks {
      guard let cell = layout.cell(of: Point(x: mark.x, y: mark.y)) else { continue }
      let background = background(cell.x - layout.plot.x, cell.y - layout.plot.y, layout.plot, theme)
      let style = mark.style.background == .standard ? mark.style.readable(on: background, theme) : mark.style
      frame[cell.x, cell.y] = Cell(mark.glyph, style)
    }
  }

  func drawAxes(into frame: inout Frame, _ region: Region, _ layout: Layout, _ theme: Theme) {
    let plot = layout.plot
    for (value, label) in layout.yTicks?.labelled ?? [] {
      guard let cell = layout.cell(of: Point(x: layout.x.range.lowerBound, y: value)) else { continue }
      frame.write(label, x: plot.x - 1 - label.count, y: cell.y, style: theme.faint)
    }
    var free = plot.x
    for (value, label) in layout.xTicks?.labelled ?? [] {
      guard let cell = layout.cell(of: Point(x: value, y: layout.y.range.lowerBound)) else { continue }
      let start = max(plot.x, min(cell.x - label.count / 2, plot.maxX - label.count))
      guard start >= free else { continue }
      frame.write(label, x: start, y: plot.maxY, style: theme.faint, maxWidth: plot.maxX - start)
      free = start + label.count + 1
    }
  }

  /// The colour scale from its highest value to its lowest, with numbers.
  func drawLegend(into frame: inout Frame, _ region: Region, _ theme: Theme) {
    let format = NumberFormat(width: 5, significantDigits: scale.kind == .diverging ? 2 : 3, trimsZeros: true)
    for row in 0..<region.height {
      let position = 1 - (Double(row) + 0.5) / Double(region.height)
      let cell = theme.cell(of: scale.value(at: position), on: scale, x: 1, y: 0)
      frame[region.x, region.y + row] = cell
      frame[region.x + 1, region.y + row] = cell
    }
    let count = min(5, max(2, region.height / 3))
    for index in 0..<count {
      let position = Double(index) / Double(count - 1)
      let row = region.maxY - 1 - Int((position * Double(region.height - 1)).rounded())
      frame.write(format.string(scale.value(at: position)), x: region.x + 3, y: row, style: theme.faint, maxWidth: 5)
    }
  }
}

extension Style {
  /// This style on a background; where its colour would not be seen there, in a dark or a bright shade of it.
  func readable(on background: Color, _ theme: Theme) -> Style {
    guard let below = background.components?.luminance else { return on(background) }
    guard let own = foreground.components else {
      return Style(theme.contrast(on: background), on: background, attributes)
    }
    let ratio = (max(own.luminance, below) + 0.05) / (min(own.luminance, below) + 0.05)
    guard ratio < 2 else { return on(background) }
    return Style(own.shade(isDark: below > 0.15).converted(to: theme.depth), on: background, attributes)
  }
}

extension Color.Components {
  /// The same hue much darker, or much brighter.
  fileprivate func shade(isDark: Bool) -> Color {
    func part(_ part: Int) -> UInt8 { UInt8(isDark ? part * 3 / 10 : 255 - (255 - part) / 4) }
    return .rgb(part(red), part(green), part(blue))
  }
}

extension Ticks {
  /// The values with their labels.
  var labelled: [(Double, String)] { Array(zip(values, labels)) }
}
