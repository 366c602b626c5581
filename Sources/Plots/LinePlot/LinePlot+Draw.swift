import Screen

extension LinePlot {
  /// Draws the plot into a region.
  ///
  /// - Returns: where it lies, for the mouse.
  @discardableResult
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) -> Layout {
    let layout = layout(in: region)
    frame.clipped(to: region) { frame in
      guard !layout.plot.isEmpty else { return }
      drawAxes(into: &frame, region, layout, theme)
      drawEvents(into: &frame, layout, theme)
      drawCurves(into: &frame, layout, theme)
      markGaps(into: &frame, layout, theme)
      drawMarks(into: &frame, layout, theme)
      drawLastValues(into: &frame, layout, theme)
      drawCursor(into: &frame, layout, theme)
      labelEvents(into: &frame, layout, theme)
    }
    return layout
  }

  private func drawCurves(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    var canvas = DotCanvas(
      width: layout.plot.width, height: layout.plot.height, glyphs: theme.glyphs, keepsColorsApart: theme.depth != .none
    )
    for one in series where one.smoothing != nil { trace(one, priority: -1, isPale: true, on: &canvas, layout, theme) }
    for (index, one) in series.enumerated() {
      trace(one.smoothed, priority: index, isPale: false, on: &canvas, layout, theme)
    }
    canvas.draw(into: &frame, x: layout.plot.x, y: layout.plot.y)
  }

  /// A mark stands in the cell of the dot that a curve would have there.
  private func drawMarks(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    let canvas = DotCanvas(width: layout.plot.width, height: layout.plot.height, glyphs: theme.glyphs)
    for mark in marks {
      guard layout.column(of: mark.x) != nil, layout.row(of: mark.y) != nil,
        let across = layout.x.position(of: mark.x), let y = row(mark.y, canvas, layout)
      else { continue }
      let column = layout.plot.x + dot(across, canvas.dotWidth) / canvas.dotsAcross
      let place = (x: column, y: layout.plot.y + y / canvas.dotsDown)
      let there = frame[place.x, place.y]
      if !mark.sparesCurves || !Self.isCurve(there.scalar) {
        frame[place.x, place.y] = Cell(mark.glyph, mark.style)
      } else if there.scalar.value >= 0x2800, let both = Self.merged(there.scalar, row: y % canvas.dotsDown) {
        frame[place.x, place.y] = Cell(both, there.style)
      }
    }
  }

  /// Whether a character is a part of a curve: its dots, or blocks.
  private static func isCurve(_ scalar: Unicode.Scalar) -> Bool {
    (0x2801...0x28ff).contains(scalar.value) || [0x2580, 0x2584, 0x2588].contains(scalar.value)
  }

  /// Braille dots with four more: those of a row of dots and of the row below.
  private static func merged(_ scalar: Unicode.Scalar, row: Int) -> Unicode.Scalar? {
    Unicode.Scalar(scalar.value | [0x1b, 0x36, 0xe4][min(2, max(0, row))])
  }

  /// Draws one series: each column of dots from its least to its greatest value, joined to the column before.
  private func trace(
    _ one: Series, priority: Int, isPale: Bool, on canvas: inout DotCanvas, _ layout: Layout, _ theme: Theme
  ) {
    let look = theme.series(one.look)
    // Colours tell lines apart better than dashes, which look like scattered dots.
    let dash: Dash = theme.depth == .none && !isPale ? look.dash : .solid
    var pen = LinePen(
      style: isPale ? look.style.pale(theme) : look.style, dash: dash, priority: priority,
      mark: look.dash == .solid ? nil : look.glyph)
    var last: Dot?
    for column in columns(of: one, canvas, layout) {
      guard let column else {
        last = nil
        continue
      }
      let first = Dot(x: column.x, y: column.first)
      canvas.line(from: last ?? first, to: first, pen: &pen)
      if isThick, !isPale {
        canvas.line(from: (last ?? first).below, to: first.below, pen: &pen)
      }
      if column.top != column.bottom {
        canvas.line(from: Dot(x: column.x, y: column.bottom), to: Dot(x: column.x, y: column.top), pen: &pen)
      }
      last = Dot(x: column.x, y: column.last)
    }
  }

  /// The samples that share a column of dots, as rows of dots.
  private struct DotColumn {
    var x, first, last, top, bottom: Int
  }

  /// The columns of dots in order; nil stands for a gap.
  private func columns(of one: Series, _ canvas: DotCanvas, _ layout: Layout) -> [DotColumn?] {
    var result: [DotColumn?] = []
    for sample in one.samples {
      guard let place = layout.x.position(of: sample.x), place > -1, place < 2 else { continue }
      guard let low = row(sample.low, canvas, layout), let high = row(sample.high, canvas, layout),
        let last = row(sample.last, canvas, layout)
      else {
        result.append(nil)
        continue
      }
      let x = dot(place, canvas.dotWidth)
      if let previous = result.last.flatMap({ $0 }), previous.x == x {
        result[result.count - 1] = DotColumn(
          x: x, first: previous.first, last: last, top: min(previous.top, high), bottom: max(previous.bottom, low))
      } else {
        result.append(DotColumn(x: x, first: low, last: last, top: high, bottom: low))
      }
    }
    return result
  }

  private func row(_ value: Double, _ canvas: DotCanvas, _ layout: Layout) -> Int? {
    layout.y.position(of: value).map { canvas.dotHeight - 1 - dot(min(3, max(-2, $0)), canvas.dotHeight) }
  }

  /// The dot of a place 0…1 along `count` dots.
  private func dot(_ place: Double, _ count: Int) -> Int { Int((place * Double(count - 1)).rounded()) }

  private func markGaps(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    for one in series {
      for sample in one.samples where !sample.low.isFinite || !sample.high.isFinite {
        if let column = layout.column(of: sample.x) { frame[column, layout.plot.maxY - 1] = Cell("!", theme.warning) }
      }
    }
  }
}

extension LinePlot.Series {
  /// The exponential mean of the samples' middles, each weighted by how long ago it was; the series itself where it is not
  /// to be smoothed. It begins anew behind a gap.
  ///
  ///     mₜ = Σₖ sᵏ·xₜ₋ₖ / Σₖ sᵏ
  var smoothed: LinePlot.Series {
    guard let smoothing else { return self }
    let share = min(0.999, max(0, smoothing))
    var result = self
    var (sum, weight) = (0.0, 0.0)
    for index in samples.indices {
      let middle = samples[index].middle
      guard middle.isFinite else {
        (sum, weight) = (0, 0)
        continue
      }
      (sum, weight) = (share * sum + middle, share * weight + 1)
      result.samples[index] = LinePlot.Sample(x: samples[index].x, y: sum / weight)
    }
    return result
  }
}

extension Dot {
  fileprivate var below: Dot { Dot(x: x, y: y + 1) }
}

extension Style {
  /// This colour much nearer to the ground; with few colours the same, dim.
  fileprivate func pale(_ theme: Theme) -> Style {
    guard theme.depth >= .palette, let own = foreground.oklab else { return with(.dim) }
    return Style(own.mixed(with: theme.assumedGround, 0.7).color.converted(to: theme.depth), on: background)
  }
}
