import Screen

extension LinePlot {
  /// Draws the cursor with the values under it, or the legend.
  func drawCursor(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    guard let cursor, let column = layout.column(of: cursor) else {
      let names = legend(theme)
      let fits = names.reduce(0) { $0 + $1.text.columnCount } <= layout.plot.width
      if showsLegend, fits, layout.plot.height >= 3 { writeLegend(names, into: &frame, layout) }
      return
    }
    for y in layout.plot.y..<layout.plot.maxY {
      let crossed = frame[column, y]
      if crossed.scalar == " " || theme.glyphs == .ascii && crossed.scalar == ":" {
        frame[column, y] = Cell(theme.glyphs.lines.vertical, theme.highlight)
      } else {
        frame[column, y].style = crossed.style.with(.reverse)
      }
    }
    let full = readout(at: cursor, theme, hasNames: true)
    let isShort = full.reduce(0) { $0 + $1.text.columnCount } > layout.plot.width
    writeTop(isShort ? readout(at: cursor, theme, hasNames: false) : full, into: &frame, layout, avoiding: column)
  }

  /// The names of the series with the look of their lines.
  public func legend(_ theme: Theme) -> [Span] {
    series.enumerated().flatMap { index, one in
      let look = theme.series(one.look)
      return [Span(index > 0 ? "  " : "", theme.text), Span(sample(of: look, theme) + " " + one.name, look.style)]
    }
  }

  /// A short piece of a series' line in characters.
  private func sample(of look: SeriesLook, _ theme: Theme) -> String {
    if theme.depth != .none, theme.glyphs.hasSymbols { return "─" }
    guard theme.glyphs.hasSymbols else { return look.dash == .solid ? "-" : String(look.glyph) }
    return String(["─", "╌", "┄", "╴", "━", "┈"][look.dash.rawValue] as Unicode.Scalar)
  }

  /// The x of the cursor, and each series' value at the sample nearest to it.
  private func readout(at x: Double, _ theme: Theme, hasNames: Bool) -> [Span] {
    let format = NumberFormat(width: hasNames ? 8 : 5, significantDigits: 4, trimsZeros: true)
    var spans = [Span(format.string(x), theme.highlight)]
    for one in series {
      guard let value = one.value(at: x) else { continue }
      let look = theme.series(one.look)
      spans.append(Span((hasNames ? "  " + one.name : "") + " " + format.string(value), look.style))
    }
    return spans
  }

  /// Writes the legend where no curve is: at an end of a row, else on the first free stretch of a row, else over the line of x.
  private func writeLegend(_ spans: [Span], into frame: inout Frame, _ layout: Layout) {
    let plot = layout.plot
    let length = spans.reduce(0) { $0 + $1.text.columnCount }
    let ends = [plot.maxX - length, plot.x]
    let rows = [plot.y, plot.maxY - 1] + Array(plot.y + 1..<plot.maxY - 1)
    let inner = Array((plot.x + 1..<max(plot.x + 1, ends[0])).reversed())
    for (starts, margin) in [(ends, 0), (inner, 1)] {
      // The first row is for the events' labels.
      for row in events.isEmpty ? rows : Array(rows.dropFirst()) {
        let free = starts.first { start in
          (start - margin..<start + length + margin).allSatisfy { frame[$0, row].scalar == " " }
        }
        guard let free else { continue }
        frame.write(spans, x: free, y: row)
        return
      }
    }
    if layout.xTicks != nil { frame.write([Span(" ", .plain)] + spans, x: ends[0] - 1, y: plot.maxY) }
  }

  /// Writes at the upper right of the plot, or at the left where the cursor would be covered.
  private func writeTop(_ spans: [Span], into frame: inout Frame, _ layout: Layout, avoiding column: Int?) {
    let length = spans.reduce(0) { $0 + $1.text.columnCount }
    let (plot, width) = (layout.plot, min(layout.plot.width, length))
    let right = plot.maxX - width
    let start = column.map { $0 >= right && plot.x + width <= $0 ? plot.x : right } ?? right
    frame.write(spans, x: start, y: plot.y, maxWidth: width)
  }
}

extension LinePlot.Series {
  /// The value of the sample nearest to an x: the last, where a sample gathers several.
  public func value(at x: Double) -> Double? {
    samples.min { ($0.x - x).magnitude < ($1.x - x).magnitude }?.last
  }
}
