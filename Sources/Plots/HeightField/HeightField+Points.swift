import Screen

extension HeightField {
  /// A point that has a height of its own, such as a sample beside what is learned of it.
  public struct Point: Sendable {
    /// The place on the ground, in the units of the ranges.
    public var x, y: Double
    /// The value that gives the height; nil stands on the mountain.
    public var value: Double?
    /// The character that stands there, where it is not drawn in dots.
    public var glyph: Unicode.Scalar
    /// Its style.
    public var style: Style
    /// How many dots wide and high it is; nil is a whole cell, with its glyph.
    public var dots: Int?

    /// A mark of a map, raised to the height of a value.
    public init(_ mark: HeatMap.Mark, value: Double?) {
      (x, y, glyph, style, dots) = (mark.x, mark.y, mark.glyph, mark.style, mark.dots)
      self.value = value
    }
  }

  /// Draws the points that nothing hides, those farthest away first.
  func drawPoints(
    into frame: inout Frame, _ plot: Region, _ canvas: PixelCanvas, _ buffer: DepthBuffer, _ view: Projection,
    _ theme: Theme
  ) {
    guard !points.isEmpty else { return }
    let places = places
    let seen = points.compactMap { point -> (point: Point, seen: SIMD3<Float>)? in
      place(of: point, in: places).map { (point, view.seen($0)) }
    }
    var small = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs, keepsColorsApart: true)
    let scale = SIMD2(
      Float(small.dotWidth) / Float(canvas.pixelWidth), Float(small.dotHeight) / Float(canvas.pixelHeight))
    var signs: [(Frame.Position, Cell)] = []
    for (point, seen) in seen.sorted(by: { $0.seen.z < $1.seen.z }) where buffer.shows(seen) {
      let dot = Dot(nearest: seen.x * scale.x, seen.y * scale.y)
      guard let size = point.dots else {
        let cell = Frame.Position(x: plot.x + dot.x / small.dotsAcross, y: plot.y + dot.y / small.dotsDown)
        signs.append((cell, Cell(point.glyph, point.style)))
        continue
      }
      for y in dot.y..<dot.y + size {
        for x in dot.x..<dot.x + size { small.plot(x: x, y: y, style: point.style, priority: Int(seen.z * 1e6)) }
      }
    }
    small.draw(into: &frame, x: plot.x, y: plot.y)
    frame.put(signs, in: plot, theme)
  }

  /// The place of a point in the world; nil outside of the ground, and where neither it nor the mountain has a height.
  func place(of point: Point, in places: Grid) -> Place? {
    let foot = HeatMap.Point(x: point.x, y: point.y)
    guard let value = point.value else { return place(of: foot, in: places) }
    guard let share = share(of: foot), let height = scale.position(of: value) else { return nil }
    return Self.place(over: share, height: height)
  }
}
