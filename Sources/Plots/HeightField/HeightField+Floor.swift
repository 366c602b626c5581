import Screen

extension HeightField {
  /// Draws the two edges of the floor that are nearest to the eye, as far as nothing hides them, with the numbers and the name
  /// of what they stand for.
  func drawFloor(
    into frame: inout Frame, _ plot: Region, _ canvas: PixelCanvas, _ buffer: DepthBuffer, _ view: Projection,
    _ theme: Theme
  ) {
    let free = FreeCells(plot: plot, canvas: canvas, buffer: buffer)
    let edges = floorEdges(view)
    for edge in edges {
      var dots = DotCanvas(width: plot.width, height: plot.height, glyphs: theme.glyphs)
      let steps = 2 * (plot.width + plot.height)
      for step in stride(from: 0, through: steps, by: 3) {
        let seen = view.seen(edge.place(Float(step) / Float(steps)))
        guard seen.z > 0, let cell = free.cell(of: seen), free.contains(cell) else { continue }
        dots.plot(
          x: Int(seen.x / Float(canvas.pixelWidth) * Float(dots.dotWidth)),
          y: Int(seen.y / Float(canvas.pixelHeight) * Float(dots.dotHeight)), style: theme.border)
      }
      dots.draw(into: &frame, x: plot.x, y: plot.y)
    }
    for (edge, other) in zip(edges, edges.reversed()) {
      let isLeft = view.seen(edge.place(0.5)).x < view.seen(other.place(0.5)).x
      let axis = Axis(edge.range)
      let ticks = Ticks(axis, maximum: 4).labelled.compactMap { value, label in
        axis.position(of: value).map { (at: $0, text: label, style: theme.faint, down: 1...1) }
      }
      for word in [(at: 0.5, text: edge.name, style: theme.text, down: 2...4)] + ticks where !word.text.isEmpty {
        let seen = view.seen(edge.place(Float(word.at)))
        guard seen.z > 0, let cell = free.cell(of: seen) else { continue }
        let width = word.text.columnCount
        // Beside the edge, as near as the mountain leaves room.
        let spots = word.down.lazy.flatMap { down in
          (0..<Self.mostColumnsAside).lazy.map { aside in
            Frame.Position(x: isLeft ? cell.x - width - aside : cell.x + 1 + aside, y: cell.y + down)
          }
        }
        let spot = spots.first { spot in
          (spot.x - 1...spot.x + width).allSatisfy { x in
            free.contains(.init(x: x, y: spot.y)) && frame[x, spot.y].scalar == " "
          }
        }
        if let spot { frame.write(word.text, x: spot.x, y: spot.y, style: word.style) }
      }
    }
  }

  /// How far from its place on the edge a word may stand.
  private static let mostColumnsAside = 12

  /// The near edge along x, and the near edge along y.
  private func floorEdges(_ view: Projection) -> [FloorEdge] {
    let candidates: [[FloorEdge]] = [
      [-1, 1].map { FloorEdge(start: Place(-1, $0, 0), end: Place(1, $0, 0), range: xRange, name: xName) },
      [-1, 1].map { FloorEdge(start: Place($0, -1, 0), end: Place($0, 1, 0), range: yRange, name: yName) },
    ]
    return candidates.map { $0.max { view.seen($0.place(0.5)).z < view.seen($1.place(0.5)).z }! }
  }
}

/// A side of the floor, from the first value of its range to the last.
private struct FloorEdge {
  let start, end: Place
  let range: ClosedRange<Double>
  let name: String

  func place(_ share: Float) -> Place { start + (end - start) * share }
}

/// The cells of a picture in which nothing of the mountain is seen.
private struct FreeCells {
  let plot: Region
  let canvas: PixelCanvas
  let buffer: DepthBuffer

  /// The cell in which a place is seen; nil outside of the picture.
  func cell(of seen: SIMD3<Float>) -> Frame.Position? {
    guard seen.x >= 0, seen.y >= 0, seen.x < Float(canvas.pixelWidth), seen.y < Float(canvas.pixelHeight) else {
      return nil
    }
    return .init(x: plot.x + Int(seen.x) / canvas.division.across, y: plot.y + Int(seen.y) / canvas.division.down)
  }

  func contains(_ cell: Frame.Position) -> Bool {
    guard plot.contains(x: cell.x, y: cell.y) else { return false }
    let (left, top) = ((cell.x - plot.x) * canvas.division.across, (cell.y - plot.y) * canvas.division.down)
    return (0..<canvas.division.down).allSatisfy { y in
      (0..<canvas.division.across).allSatisfy { x in buffer.nearness[(top + y) * buffer.width + left + x] == 0 }
    }
  }
}
