import Screen

extension HeightField {
  var places: Grid { Grid(width: grid.width, height: grid.height, values: placesOnScale) }

  /// Draws the trails as lines of pixels where they are not hidden.
  func drawTrails(on canvas: inout PixelCanvas, _ buffer: DepthBuffer, _ view: Projection, _ theme: Theme) {
    let places = places
    for walker in walkers {
      guard let color = (walker.style.foreground.oklab ?? theme.contrastShade)?.parts else { continue }
      let seen = walker.trail.map { point in place(of: point, in: places).map(view.seen) }
      for (a, b) in zip(seen, seen.dropFirst()) {
        guard let a, let b, a.z > 0, b.z > 0 else { continue }
        canvas.stroke(from: a, to: b, color: color, where: buffer)
      }
    }
  }

  /// The surface above a point of the plane, as a place of the world; nil outside and over holes.
  func place(of point: HeatMap.Point, in places: Grid) -> Place? {
    guard let share = share(of: point), !places.isEmpty else { return nil }
    let value = places.sampled(across: [share.x], down: [share.y], isSmooth: true).values[0]
    return value.isFinite ? Self.place(over: share, height: value) : nil
  }

  /// Where on the ground a point lies, 0…1 along each side; nil outside.
  func share(of point: HeatMap.Point) -> SIMD2<Double>? {
    guard let across = Axis(xRange).position(of: point.x), let along = Axis(yRange).position(of: point.y),
      (0...1).contains(across), (0...1).contains(along)
    else { return nil }
    return SIMD2(across, along)
  }

  /// The place over a point of the ground at a height on the scale.
  static func place(over share: SIMD2<Double>, height: Double) -> Place {
    Place(Float(2 * share.x - 1), Float(2 * share.y - 1), Self.height(height))
  }

  /// Draws plumb lines with their shadows on the floor, arrows, and the walkers themselves, the last in front.
  func drawWalkers(
    into frame: inout Frame, _ plot: Region, _ canvas: PixelCanvas, _ buffer: DepthBuffer, _ view: Projection,
    _ theme: Theme
  ) {
    var lines = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs)
    let scale = SIMD2(
      Float(lines.dotWidth) / Float(canvas.pixelWidth), Float(lines.dotHeight) / Float(canvas.pixelHeight))
    func dot(_ seen: SIMD3<Float>) -> Dot { Dot(nearest: seen.x * scale.x, seen.y * scale.y) }
    func cell(_ seen: SIMD3<Float>) -> Frame.Position {
      let dot = dot(seen)
      return .init(x: plot.x + dot.x / lines.dotsAcross, y: plot.y + dot.y / lines.dotsDown)
    }
    let places = places
    var signs: [(Frame.Position, Cell)] = []
    for walker in walkers {
      guard let last = walker.trail.last, let place = place(of: last, in: places) else { continue }
      let seen = view.seen(place)
      guard seen.z > 0 else { continue }
      if walker.hasPlumbLine {
        let foot = view.seen(Place(place.x, place.y, 0))
        var pen = LinePen(style: theme.text, dash: .dotted)
        if foot.z > 0 { lines.line(from: dot(seen), to: dot(foot), pen: &pen) }
        signs.append((cell(foot), Cell(theme.glyphs == .ascii ? "x" : "×", theme.text)))
      }
      if let arrow = walker.arrow, let end = head(of: arrow, from: last, at: place, in: places) {
        let tip = view.seen(end)
        var pen = LinePen(style: theme.good)
        if tip.z > 0 { lines.line(from: dot(seen), to: dot(tip), pen: &pen) }
        let glyph = theme.glyphs.arrow(right: Double(tip.x - seen.x), up: Double(seen.y - tip.y))
        signs.append((cell(tip), Cell(glyph, theme.good)))
      }
      let isHidden = !buffer.shows(seen)
      // A caller's glyph may be more than an ASCII terminal shows.
      let glyph: Unicode.Scalar = theme.glyphs == .ascii && !walker.glyph.isASCII ? "o" : walker.glyph
      signs.append((cell(seen), Cell(glyph, isHidden ? theme.faint : walker.style)))
    }
    lines.draw(into: &frame, x: plot.x, y: plot.y)
    frame.put(signs, in: plot, theme)
  }

  /// Where an arrow ends: on the surface, or at the height of its beginning where there is none.
  private func head(of arrow: HeatMap.Point, from start: HeatMap.Point, at place: Place, in places: Grid) -> Place? {
    guard arrow.x.isFinite, arrow.y.isFinite, arrow.x != 0 || arrow.y != 0 else { return nil }
    let end = HeatMap.Point(x: start.x + arrow.x, y: start.y + arrow.y)
    if let found = self.place(of: end, in: places) { return found }
    guard let across = Axis(xRange).position(of: end.x), let along = Axis(yRange).position(of: end.y) else {
      return nil
    }
    return Place(Float(min(2, max(-1, across)) * 2 - 1), Float(min(2, max(-1, along)) * 2 - 1), place.z)
  }

  /// The numbers of the height at the side, on the level of the corner that is farthest to the left, with a line up from its
  /// foot.
  func drawAxis(
    into frame: inout Frame, _ region: Region, _ plot: Region, _ canvas: PixelCanvas, _ view: Projection,
    _ theme: Theme
  ) {
    let corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)].map { SIMD2(Float($0.0), Float($0.1)) }
    let corner = corners.min { view.seen(Place($0.x, $0.y, 0)).x < view.seen(Place($1.x, $1.y, 0)).x }!
    func row(_ place: Double) -> Int? {
      let seen = view.seen(Place(corner.x, corner.y, Self.height(place)))
      guard seen.z > 0 else { return nil }
      return plot.y + Dot(nearest: 0, seen.y / Float(canvas.division.down)).y
    }
    guard let foot = row(0), let top = row(1), foot > top else { return }
    let line = region.maxX - 1
    for y in max(region.y, top)..<max(region.y, min(region.maxY, foot + 1)) {
      frame[line, y] = Cell(theme.glyphs.lines.vertical, theme.border)
    }
    let ticks = Ticks(
      Axis(scale.low...scale.high, isLogarithmic: scale.isLogarithmic), maximum: max(2, (foot - top) / 2))
    var last = Int.max
    for (value, label) in ticks.labelled {
      guard let place = scale.position(of: value), let y = row(place), y < last, region.contains(x: line, y: y) else {
        continue
      }
      let room = Region(x: region.x, y: y, width: region.width - 1, height: 1)
      frame.write(label, in: room, style: theme.faint, alignment: .right, ellipsis: theme.glyphs.ellipsis)
      frame[line, y] = Cell(theme.glyphs == .ascii ? "+" : "┤", theme.border)
      last = y
    }
  }
}

extension Frame {
  /// Puts signs where they are within a region, each in its own colour as far as that is seen on the ground there.
  mutating func put(_ signs: [(Frame.Position, Cell)], in plot: Region, _ theme: Theme) {
    for (position, sign) in signs where plot.contains(x: position.x, y: position.y) {
      let ground = self[position.x, position.y].style.background
      self[position.x, position.y] = Cell(sign.scalar, sign.style.standingOut(on: ground, theme))
    }
  }
}

extension Theme {
  /// What stands out on the theme's ground.
  fileprivate var contrastShade: OKLab? { name == .light ? OKLab(0, 0, 0) : OKLab(1, 0, 0) }
}

extension Dot {
  /// The dot that a place lies in, kept near the picture.
  init(nearest x: Float, _ y: Float) {
    self.init(x: Int(min(1e5, max(-1e5, x)).rounded(.down)), y: Int(min(1e5, max(-1e5, y)).rounded(.down)))
  }
}

extension PixelCanvas {
  /// Draws a line between two places that are seen, pixel by pixel, where nothing is in front of it.
  fileprivate mutating func stroke(
    from a: SIMD3<Float>, to b: SIMD3<Float>, color: SIMD4<Float>, where buffer: DepthBuffer
  ) {
    let length = max((b.x - a.x).magnitude, (b.y - a.y).magnitude)
    guard length < 1e4 else { return }
    let steps = max(1, Int(length.rounded(.up)))
    for step in 0...steps {
      let place = a + (b - a) * (Float(step) / Float(steps))
      guard buffer.shows(place) else { continue }
      self[Int(place.x.rounded(.down)), Int(place.y.rounded(.down))] = OKLab(color)
    }
  }
}
