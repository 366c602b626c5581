import Screen

extension LinePlot {
  func drawAxes(into frame: inout Frame, _ region: Region, _ layout: Layout, _ theme: Theme) {
    if let ticks = layout.yTicks { drawYAxis(into: &frame, region, layout, ticks, theme) }
    if let ticks = layout.xTicks { drawXAxis(into: &frame, layout, ticks, theme) }
  }

  private func drawYAxis(into frame: inout Frame, _ region: Region, _ layout: Layout, _ ticks: Ticks, _ theme: Theme) {
    let line = layout.plot.x - 1
    let lines = theme.glyphs.lines
    for y in layout.plot.y..<layout.plot.maxY { frame[line, y] = Cell(lines.vertical, theme.border) }
    for (value, label) in ticks.labelled {
      guard let row = layout.row(of: value) else { continue }
      let room = Region(x: region.x, y: row, width: line - region.x, height: 1)
      frame.write(label, in: room, style: theme.faint, alignment: .right)
      frame[line, row] = Cell(theme.glyphs == .ascii ? "+" : "┤", theme.border)
    }
  }

  private func drawXAxis(into frame: inout Frame, _ layout: Layout, _ ticks: Ticks, _ theme: Theme) {
    let (plot, lines) = (layout.plot, theme.glyphs.lines)
    for x in plot.x..<plot.maxX { frame[x, plot.maxY] = Cell(lines.horizontal, theme.border) }
    if layout.yTicks != nil {
      frame[plot.x - 1, plot.maxY] = Cell(theme.glyphs == .ascii ? "+" : "└", theme.border)
    }
    var free = plot.x - 1
    for (value, label) in ticks.labelled {
      guard let column = layout.column(of: value) else { continue }
      frame[column, plot.maxY] = Cell(theme.glyphs == .ascii ? "+" : "┬", theme.border)
      let start = max(plot.x, min(column - label.count / 2, plot.maxX - label.count))
      guard start > free || free < plot.x else { continue }
      frame.write(label, x: start, y: plot.maxY + 1, style: theme.faint, maxWidth: plot.maxX - start)
      free = start + label.count
    }
    let unit = plot.maxX - xUnit.columnCount
    if !xUnit.isEmpty, unit > free { frame.write(xUnit, x: unit, y: plot.maxY + 1, style: theme.faint) }
  }

  /// The last value of each series beside the end of its curve, in its colour; where two would share a row, the next one
  /// moves to the nearest free row.
  func drawLastValues(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    guard showsLastValues, layout.hasLastValues else { return }
    var taken: Set<Int> = []
    for one in series.reversed() {
      guard let last = one.smoothed.samples.last(where: { $0.last.isFinite && layout.column(of: $0.x) != nil }),
        let place = layout.y.position(of: last.last)
      else { continue }
      let rows = layout.plot.height
      let wanted = min(rows - 1, max(0, Int((1 - place) * Double(rows))))
      guard let row = (0..<rows).filter({ !taken.contains($0) }).min(by: { abs($0 - wanted) < abs($1 - wanted) })
      else { return }
      taken.insert(row)
      let text = Self.lastValue.string(last.last)
      frame.write(text, x: layout.plot.maxX + 1, y: layout.plot.y + row, style: theme.series(one.look).style)
    }
  }

  /// The lines of the events.
  func drawEvents(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    for column in events.compactMap({ layout.column(of: $0.x) }) {
      for y in layout.plot.y..<layout.plot.maxY {
        frame[column, y] = Cell(theme.glyphs.hasSymbols ? "╎" : ":", theme.faint)
      }
    }
  }

  /// The labels of the events, each in the highest row where its place is free.
  func labelEvents(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    for event in events {
      guard let column = layout.column(of: event.x) else { continue }
      let places = column + 1..<column + 1 + event.label.columnCount
      let row = (layout.plot.y..<layout.plot.maxY).first { y in
        places.allSatisfy { $0 < layout.plot.maxX && frame[$0, y].scalar == " " }
      }
      if let row { frame.write(event.label, x: column + 1, y: row, style: theme.faint) }
    }
  }
}
