import Screen

extension HeatMap {
  /// Draws the contour lines: at each level the line between higher and lower places, by marching squares. On steep ground
  /// only every second, fourth, … contour is drawn, so that they never run together.
  ///
  /// Where there are too few colours to show it, the border between classes, or between signs, is drawn likewise.
  func drawContours(into frame: inout Frame, _ plot: Region, _ middles: Grid, _ theme: Theme) {
    guard !plot.isEmpty else { return }
    var canvas = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs)
    if let contours, !contours.levels.isEmpty {
      trace(contours, on: &canvas, middles, every: theme.hasColorScales ? 1 : 2)
    }
    if !theme.hasColorScales, isSmooth { traceBorders(on: &canvas) }
    for row in 0..<plot.height {
      for column in 0..<plot.width {
        guard let glyph = canvas.contourGlyph(column, row), middles[column, row].isFinite else { continue }
        let background = theme.color(of: middles[column, row], on: scale) ?? .standard
        let style = Style(theme.contourColor(on: background), on: background)
        frame[plot.x + column, plot.y + row] = Cell(glyph, style)
      }
    }
  }

  /// Two squares to a row of cells and one to a column: about square on the screen. Density glyphs need room between the lines.
  private func trace(_ contours: Contours, on canvas: inout DotCanvas, _ middles: Grid, every least: Int) {
    let (columns, rows) = (canvas.width, 2 * canvas.height)
    let corners = sampled(
      places, across: (0...columns).map { Double($0) / Double(columns) },
      down: (0...rows).map { Double($0) / Double(rows) })
    let levels = contours.levels.map(scale.place(of:))
    let steps = contourSteps(contours, middles)
    corners.values.withUnsafeBufferPointer { values in
      for y in 0..<rows {
        for x in 0..<columns {
          let square = Square(values, width: columns + 1, x, y)
          guard let (low, high) = square.range, var number = levels.firstIndex(where: { $0 > low }) else { continue }
          while number < levels.count, levels[number] <= high {
            if (number + 1) % max(least, steps[y / 2 * columns + x]) == 0 {
              square.trace(levels[number], on: &canvas)
            }
            number += 1
          }
        }
      }
    }
  }

  /// The line at zero of signed values, or wherever the class of a dot differs from that on its right or below.
  private func traceBorders(on canvas: inout DotCanvas) {
    guard scale.kind == .classes || scale.kind == .diverging, contours == nil else { return }
    let (width, height) = (canvas.dotWidth, canvas.dotHeight)
    let side = sampled(grid, across: Self.middles(width), down: Self.middles(height)).values.map {
      $0.isFinite ? (scale.kind == .classes ? $0.rounded(.down) : $0 < 0 ? -1 : 1) : .nan
    }
    func differs(_ a: Double, _ b: Double) -> Bool { a.isFinite && b.isFinite && a != b }
    for y in 0..<height {
      for x in 0..<width {
        let here = side[y * width + x]
        if x + 1 < width && differs(here, side[y * width + x + 1])
          || y + 1 < height && differs(here, side[(y + 1) * width + x])
        {
          canvas.plot(x: x, y: y, style: .plain)
        }
      }
    }
  }

  /// For each cell, every how manieth contour is drawn there: such that two rows hold no more than three.
  private func contourSteps(_ contours: Contours, _ middles: Grid) -> [Int] {
    let (width, height) = (middles.width, middles.height)
    let bands = middles.values.map { contours.band(of: $0) ?? -1 }
    var steps: [Int] = []
    steps.reserveCapacity(width * height)
    for row in 0..<height {
      let rows = max(0, row - 1)...min(height - 1, row + 1)
      for column in 0..<width {
        var (low, high) = (Int.max, Int.min)
        for y in rows {
          for x in max(0, column - 1)...min(width - 1, column + 1) {
            let band = bands[y * width + x]
            if band >= 0 { (low, high) = (min(low, band), max(high, band)) }
          }
        }
        var step = 1
        while low < high, high - low > rows.count * step { step *= 2 }
        steps.append(step)
      }
    }
    return steps
  }
}

/// Four neighbouring values with the place of the first.
private struct Square {
  /// Upper left, upper right, lower right, lower left.
  let corners: SIMD4<Double>
  let x, y: Int

  init(_ values: UnsafeBufferPointer<Double>, width: Int, _ x: Int, _ y: Int) {
    let first = y * width + x
    corners = SIMD4(values[first], values[first + 1], values[first + width + 1], values[first + width])
    (self.x, self.y) = (x, y)
  }

  /// The least and the greatest; nil where one is missing.
  var range: (Double, Double)? { corners.sum().isFinite ? (corners.min(), corners.max()) : nil }

  /// Draws the pieces of a contour through the square: it crosses the sides whose ends lie on different sides of the level.
  /// Where it crosses all four, the mean of the corners says which belong together.
  func trace(_ level: Double, on canvas: inout DotCanvas) {
    var (crossed, count) = (SIMD4<Int>.zero, 0)
    for side in 0..<4 where (corners[side] >= level) != (corners[(side + 1) % 4] >= level) {
      crossed[count] = side
      count += 1
    }
    func piece(_ a: Int, _ b: Int) {
      let (start, end) = (crossing(a, level), crossing(b, level))
      canvas.trace(start, end)
    }
    if count == 2 { piece(crossed[0], crossed[1]) }
    guard count == 4 else { return }
    let isJoined = (corners.sum() / 4 >= level) == (corners[0] >= level)
    piece(0, isJoined ? 1 : 3)
    piece(2, isJoined ? 3 : 1)
  }

  /// Where a contour crosses the side from one corner to the next.
  private func crossing(_ side: Int, _ level: Double) -> SIMD2<Double> {
    let (a, b) = (corners[side], corners[(side + 1) % 4])
    let share = (level - a) / (b - a)
    let place =
      switch side {
      case 0: SIMD2(share, 0)
      case 1: SIMD2(1, share)
      case 2: SIMD2(1 - share, 1)
      default: SIMD2(0, 1 - share)
      }
    return place + SIMD2(Double(x), Double(y))
  }
}

extension DotCanvas {
  /// Draws a short piece of a line between places of a lattice of two squares to a cell, one above the other.
  fileprivate mutating func trace(_ start: SIMD2<Double>, _ end: SIMD2<Double>) {
    func dot(_ place: SIMD2<Double>) -> Dot {
      Dot(
        x: min(dotWidth - 1, Int(place.x * Double(dotsAcross))),
        y: min(dotHeight - 1, Int(place.y * Double(dotsDown) / 2)))
    }
    let (first, last) = (dot(start), dot(end))
    guard first != last else { return plot(x: first.x, y: first.y, style: .plain) }
    var pen = LinePen(style: .plain)
    line(from: first, to: last, pen: &pen)
  }
}
