extension Mask {
  /// The pixels of a character in a cell of a picture.
  init(_ scalar: Unicode.Scalar, _ attributes: Style.Attributes, width: Int, height: Int) {
    self.init(width: width, height: height)
    if GlyphShape.isShape(scalar) {
      for part in GlyphShape(scalar).parts { add(part) }
    } else {
      add(StrokeFont.standard.strokes(of: scalar), attributes)
    }
    if attributes.contains(.underline) {
      let unit = Double(height) / StrokeFont.height
      addRectangle(x: 0, y: 13.4 * unit, width: Double(width), height: unit, opacity: 1)
    }
  }

  private mutating func add(_ part: GlyphShape.Part) {
    let (w, h) = (Double(width), Double(height))
    switch part {
    case .rect(let x, let y, let width, let height, let opacity):
      addRectangle(x: x * w, y: y * h, width: width * w, height: height * h, opacity: opacity)
    case .dot(let x, let y):
      addDisc(x: x * w, y: y * h, radius: 0.17 * w)
    case .line(let x1, let y1, let x2, let y2, let weight):
      // All such lines are upright or level; they end between pixels, so that those which meet have no seam.
      let half = weight * w / 2
      let isLevel = y1 == y2
      func ends(_ a: Double, _ b: Double) -> (Double, Double) { (min(a, b).rounded(.down), max(a, b).rounded(.up)) }
      let (left, right) = isLevel ? ends(x1 * w, x2 * w) : (x1 * w, x1 * w)
      let (top, bottom) = isLevel ? (y1 * h, y1 * h) : ends(y1 * h, y2 * h)
      addRectangle(
        x: isLevel ? left : left - half, y: isLevel ? top - half : top, width: isLevel ? right - left : 2 * half,
        height: isLevel ? 2 * half : bottom - top, opacity: 1, overlaps: true)
    }
  }

  private mutating func addDisc(x: Double, y: Double, radius: Double) {
    for row in 0..<height {
      for column in 0..<width {
        let (dx, dy) = (Double(column) + 0.5 - x, Double(row) + 0.5 - y)
        add(radius - (dx * dx + dy * dy).squareRoot() + 0.5, x: column, y: row)
      }
    }
  }

  /// Each pixel by its middle's distance from the nearest stroke; where strokes meet, the pixel is covered once.
  private mutating func add(_ strokes: [StrokeFont.Stroke], _ attributes: Style.Attributes) {
    let scale = SIMD2(Double(width) / StrokeFont.width, Double(height) / StrokeFont.height)
    let unit = min(scale.x, scale.y)
    let half = unit * (attributes.contains(.bold) ? 0.85 : 0.55)
    let slant = attributes.contains(.italic) ? 0.2 : 0
    let lines = strokes.map { stroke in
      StrokeFont.Stroke(
        points: stroke.points.map { point in
          SIMD2(point.x + slant * (StrokeFont.base - point.y), point.y) * scale
        }, isFilled: stroke.isFilled)
    }
    for row in 0..<height {
      for column in 0..<width {
        let middle = SIMD2(Double(column) + 0.5, Double(row) + 0.5)
        let nearest = lines.map { line in
          line.isFilled ? line.depth(of: middle) : line.distance(from: middle) - (line.isDot ? 1.5 * half : half)
        }.min()
        if let nearest { add(0.5 - nearest, x: column, y: row) }
      }
    }
  }
}

extension StrokeFont.Stroke {
  /// Whether the pen only touches the paper, for which it is pressed a little harder.
  fileprivate var isDot: Bool { points.count == 2 && points[0] == points[1] }

  /// How far a point is from the line.
  fileprivate func distance(from point: SIMD2<Double>) -> Double {
    guard points.count > 1 else { return length(point - points[0]) }
    return zip(points, points.dropFirst()).map { start, end in
      let (way, offset) = (end - start, point - start)
      let square = (way * way).sum()
      let share = square == 0 ? 0 : min(1, max(0, (way * offset).sum() / square))
      return length(offset - share * way)
    }.min()!
  }

  /// How far a point is outside of the shape; inside, how far it is from its edge, as a negative number.
  fileprivate func depth(of point: SIMD2<Double>) -> Double {
    let closed = StrokeFont.Stroke(points: points + [points[0]])
    var isInside = false
    for (a, b) in zip(closed.points, closed.points.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return (isInside ? -1 : 1) * closed.distance(from: point)
  }

  private func length(_ vector: SIMD2<Double>) -> Double { (vector * vector).sum().squareRoot() }
}
