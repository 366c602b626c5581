import Screen

extension HeatMap {
  func drawPaths(into frame: inout Frame, _ layout: Layout, _ middles: Grid, _ theme: Theme) {
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
      lay(canvas, into: &frame, plot, middles, path.style, theme)
    }
  }

  /// Draws a canvas over the map, each cell on the colour of the map in its middle.
  private func lay(
    _ canvas: DotCanvas, into frame: inout Frame, _ plot: Region, _ middles: Grid, _ style: Style, _ theme: Theme
  ) {
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        guard let glyph = canvas.glyph(column, row) else { continue }
        let background = theme.color(of: middles[column, row], on: scale) ?? .standard
        frame[plot.x + column, plot.y + row] = Cell(glyph, style.readable(on: background, theme))
      }
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
      let value = legendRange.map { $0.lowerBound + position * ($0.upperBound - $0.lowerBound) }
      frame.write(
        format.string(value ?? scale.value(at: position)), x: region.x + 3, y: row, style: theme.faint, maxWidth: 5)
    }
  }
}

extension Style {
  /// This style on a background; where its colour would not be seen there, in a dark or a bright shade of it.
  func readable(on background: Color, _ theme: Theme) -> Style {
    guard let below = background.components else { return on(background) }
    guard let own = foreground.components else {
      return Style(theme.contrast(on: background), on: background, attributes)
    }
    guard own.contrast(with: below) < 2 else { return on(background) }
    let shades = [own.dark, own.bright].map { $0.converted(to: theme.depth) }
    let best = shades.max { a, b in a.components!.contrast(with: below) < b.components!.contrast(with: below) }!
    return Style(best, on: background, attributes)
  }
}

extension Color.Components {
  /// The ratio of the brighter to the darker, 1…21, by WCAG's formula.
  func contrast(with other: Self) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The same hue much darker.
  fileprivate var dark: Color {
    .rgb(UInt8(red * 3 / 10), UInt8(green * 3 / 10), UInt8(blue * 3 / 10))
  }

  /// The same hue much brighter.
  fileprivate var bright: Color {
    .rgb(UInt8(255 - (255 - red) / 4), UInt8(255 - (255 - green) / 4), UInt8(255 - (255 - blue) / 4))
  }
}

extension Ticks {
  /// The values with their labels.
  var labelled: [(Double, String)] { Array(zip(values, labels)) }
}
