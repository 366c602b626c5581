import Screen

/// A dot of a canvas.
public struct Dot: Hashable, Sendable {
  /// The column of dots, from 0 at the left.
  public var x: Int
  /// The row of dots, from 0 at the top.
  public var y: Int

  /// The dot at a column and a row of dots.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The dots of the straight line to another dot, both included (Bresenham).
  public func line(to end: Dot) -> [Dot] {
    var dots: [Dot] = []
    forEachDot(to: end) { dots.append($0) }
    return dots
  }

  /// The same, one after another.
  @inline(__always)
  func forEachDot(to end: Dot, _ body: (Dot) -> Void) {
    let (dx, dy) = (abs(end.x - x), -abs(end.y - y))
    let (stepX, stepY) = (x < end.x ? 1 : -1, y < end.y ? 1 : -1)
    var (dot, error) = (self, dx + dy)
    body(dot)
    while dot != end {
      let twice = 2 * error
      if twice >= dy {
        error += dy
        dot.x += stepX
      }
      if twice <= dx {
        error += dx
        dot.y += stepY
      }
      body(dot)
    }
  }
}

/// The pen of a line: its style, its dash and how far it has come along its dashes.
public struct LinePen: Sendable {
  /// The style that its dots have.
  public var style: Style
  /// Which of its dots are drawn.
  public var dash: Dash
  /// The higher wins the colour of a cell that lines share; of equals, the later one.
  public var priority: Int
  /// Stands for the dots of this line in ASCII.
  public var mark: Unicode.Scalar?
  var travelled = 0

  /// A pen at the start of its dashes.
  public init(style: Style, dash: Dash = .solid, priority: Int = 0, mark: Unicode.Scalar? = nil) {
    self.style = style
    self.dash = dash
    self.priority = priority
    self.mark = mark
  }
}

extension DotCanvas {
  /// Draws a straight line; the pen's dashes go on from where its last line ended.
  public mutating func line(from start: Dot, to end: Dot, pen: inout LinePen) {
    let bounds = (width: dotWidth, height: dotHeight)
    let (start, end) = (start.clamped(to: bounds), end.clamped(to: bounds))
    if start.x == end.x, pen.dash == .solid { return column(from: start, to: end, pen: &pen) }
    // Neighbours on a line mostly share a cell, which takes them together.
    var (cell, bits): (Int?, UInt8) = (nil, 0)
    let isSolid = pen.dash == .solid
    start.forEachDot(to: end) { dot in
      if isSolid || pen.dash.draws(pen.travelled), let place = place(x: dot.x, y: dot.y) {
        if place.cell != cell {
          if let cell { add(bits, to: cell, style: pen.style, priority: pen.priority, mark: pen.mark) }
          (cell, bits) = (place.cell, 0)
        }
        bits |= place.bit
      }
      pen.travelled += 1
    }
    if let cell { add(bits, to: cell, style: pen.style, priority: pen.priority, mark: pen.mark) }
  }

  /// Draws an upright solid line, a cell at a time: most of a noisy curve.
  private mutating func column(from start: Dot, to end: Dot, pen: inout LinePen) {
    pen.travelled += abs(end.y - start.y) + 1
    let (top, bottom) = (max(0, min(start.y, end.y)), min(dotHeight - 1, max(start.y, end.y)))
    guard top <= bottom, (0..<dotWidth).contains(start.x) else { return }
    for row in top / dotsDown...bottom / dotsDown {
      var bits: UInt8 = 0
      for y in max(top, row * dotsDown)...min(bottom, row * dotsDown + dotsDown - 1) {
        bits |= place(x: start.x, y: y)!.bit
      }
      add(bits, to: row * width + start.x / dotsAcross, style: pen.style, priority: pen.priority, mark: pen.mark)
    }
  }
}

extension Dot {
  /// Kept near the canvas, so that no line is endless.
  fileprivate func clamped(to bounds: (width: Int, height: Int)) -> Dot {
    Dot(x: min(2 * bounds.width, max(-bounds.width, x)), y: min(2 * bounds.height, max(-bounds.height, y)))
  }
}
