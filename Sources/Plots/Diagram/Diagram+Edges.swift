import Screen

extension Diagram {
  /// The connections of a gap that are drawn, from weak to strong, and how many there are.
  struct Routes {
    var edges: [Route] = []
    var total = 0
    /// The most dots across, so that neighbouring units' connections stay apart.
    var thickest = 1

    /// How many dots thick a connection is: by its strength or, where only the strongest are drawn, by its rank among them.
    func thickness(_ rank: Int) -> Int {
      let isByRank = edges.count < total && !edges[rank].isSelected
      let measure = isByRank ? Double(rank + 1) / Double(edges.count) - 0.2 : edges[rank].strength
      return min(thickest, measure > 0.66 ? 3 : measure > 0.33 ? 2 : 1)
    }
  }

  /// A connection on the screen: the dots from its left end to its right end.
  struct Route {
    let edge: Edge
    let start, end: Dot
    /// |weight| by the greatest of its gap.
    let strength: Double
    let isSelected: Bool
  }

  /// Chooses the strongest connections between visible units, and those of the selection.
  func routes(ofGap gap: Int, _ layout: Layout, _ region: Region, _ theme: Theme) -> Routes {
    guard gap + 1 < columns.count else { return Routes() }
    let left = boxes(layout, column: gap)
    let right = boxes(layout, column: gap + 1)
    let edges = gaps[gap].edges(from: left.keys.sorted(), to: right.keys.sorted())
    let largest = edges.reduce(0.0) { $1.weight.isFinite ? max($0, $1.weight.magnitude) : $0 }
    let cell = DotCanvas(width: 1, height: 1, glyphs: theme.glyphs)
    let routes = edges.map { edge in
      let (from, to) = (left[edge.from]!, right[edge.to]!)
      return Route(
        edge: edge,
        start: Dot(x: from.box.maxX * cell.dotsAcross, y: from.row * cell.dotsDown + cell.dotsDown / 2),
        end: Dot(x: to.box.x * cell.dotsAcross - 1, y: to.row * cell.dotsDown + cell.dotsDown / 2),
        strength: edge.weight.isFinite && largest > 0 ? edge.weight.magnitude / largest : 0,
        isSelected: isSelected(edge, gap))
    }
    let room = (layout.centers[gap + 1] - layout.centers[gap]) * region.height
    let most = theme.glyphs.hasSymbols ? max(24, room / 8) : max(12, room / 24)
    let limit = edgeLimit ?? min(60, most)
    return Routes(edges: strongest(routes, limit: limit), total: gaps[gap].count, thickest: layout.thickestEdge)
  }

  private func boxes(_ layout: Layout, column: Int) -> [Int: PlacedNode] {
    Dictionary(uniqueKeysWithValues: layout.nodes.filter { $0.id.column == column }.map { ($0.id.index, $0) })
  }

  /// From weak to strong, those of the selection last; at most `limit` of the others.
  private func strongest(_ routes: [Route], limit: Int) -> [Route] {
    let sorted = routes.sorted { a, b in
      (a.strength, b.edge.from, b.edge.to) < (b.strength, a.edge.from, a.edge.to)
    }
    let others = sorted.filter { !$0.isSelected }
    return others.suffix(max(0, limit)) + sorted.filter(\.isSelected)
  }

  private func isSelected(_ edge: Edge, _ gap: Int) -> Bool {
    switch selection {
    case .node(let id): id.column == gap && id.index == edge.from || id.column == gap + 1 && id.index == edge.to
    case .edge(let g, let from, let to): g == gap && from == edge.from && to == edge.to
    case nil: false
    }
  }

  func drawEdges(_ routes: [Routes], into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    var canvas = DotCanvas(
      width: frame.width, height: frame.height, glyphs: theme.glyphs, keepsColorsApart: theme.depth != .none)
    for gap in routes {
      for rank in gap.edges.indices { draw(rank, of: gap, on: &canvas, theme) }
    }
    let heads = pulses.flatMap { drawPulse($0, routes, on: &canvas, theme) }
    canvas.draw(into: &frame, x: 0, y: 0)
    for head in heads { frame[head.x, head.y] = Cell(theme.glyphs.hasSymbols ? "•" : "o", theme.highlight) }
    if let row = layout.noteRow { writeCounts(routes, row: row, into: &frame, layout, theme) }
  }

  /// How many weights of each gap are shown, all in the form that the narrowest gap has room for.
  private func writeCounts(_ routes: [Routes], row: Int, into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    let notes = routes.enumerated().filter { $1.edges.count < $1.total }.map { gap, shown in
      let (left, right) = (layout.centers[gap], layout.centers[gap + 1])
      let words = "\(shown.edges.count) of \(shown.total)"
      let forms = [
        words + " weights, the strongest", words + " weights", words, "\(shown.edges.count)/\(shown.total)", "",
      ]
      return (
        forms: forms, middle: (left + right) / 2,
        fitting: forms.firstIndex { $0.count < right - left } ?? forms.count - 1
      )
    }
    guard let form = notes.map(\.fitting).max() else { return }
    for note in notes {
      frame.write(note.forms[form], x: note.middle - note.forms[form].count / 2, y: row, style: theme.faint)
    }
  }

  /// Draws one connection, one to three dots thick.
  private func draw(_ rank: Int, of routes: Routes, on canvas: inout DotCanvas, _ theme: Theme) {
    let route = routes.edges[rank]
    let isFaint = isolatesSelection && selection != nil && !route.isSelected
    let isThin = isFaint || route.edge.weight == 0 || !theme.glyphs.hasSymbols
    let thickness = isThin ? 1 : routes.thickness(rank)
    let style = isFaint ? theme.border : style(of: route, theme)
    let steep = abs(route.end.y - route.start.y) > abs(route.end.x - route.start.x)
    let mark = theme.glyphs == .ascii ? route.slopeMark(canvas) : nil
    /// Dots that share a cell are drawn or left out together, where there are few of them.
    let unit = steep && !theme.glyphs.hasSymbols ? canvas.dotsDown : 1
    var index = 0
    route.start.forEachDot(to: route.end) { dot in
      if route.draws(index / unit) {
        for offset in 0..<thickness {
          // Beside the line: one on one side, the next on the other.
          let beside = offset == 2 ? -1 : offset
          let (x, y) = steep ? (dot.x + beside, dot.y) : (dot.x, dot.y + beside)
          canvas.plot(x: x, y: y, style: style, priority: rank, mark: mark)
        }
      }
      index += 1
    }
  }

  private func style(of route: Route, _ theme: Theme) -> Style {
    if route.isSelected, case .edge = selection { return theme.highlight }
    if route.edge.weight == 0 { return theme.border }
    let sign: Double = route.edge.weight < 0 ? -1 : 1
    let shade = theme.color(of: sign * (0.2 + 0.8 * route.strength), on: .diverging(limit: 1))
    if let shade { return Style(shade) }
    let style = theme.style(ofSign: route.edge.weight)
    return route.strength < 0.33 ? style.with(.dim) : style
  }

  /// Draws a comet of three dots on every connection of a gap; returns the cells of the heads.
  private func drawPulse(
    _ pulse: Pulse, _ routes: [Routes], on canvas: inout DotCanvas, _ theme: Theme
  ) -> [Frame.Position] {
    guard routes.indices.contains(pulse.gap), pulse.position.isFinite else { return [] }
    return routes[pulse.gap].edges.map { route in
      let dots = route.start.line(to: route.end)
      let way = min(1, max(0, pulse.position))
      let head = Int(((pulse.isBackward ? 1 - way : way) * Double(dots.count - 1)).rounded())
      for tail in 0..<3 {
        let index = pulse.isBackward ? head + tail : head - tail
        guard dots.indices.contains(index) else { continue }
        canvas.plot(x: dots[index].x, y: dots[index].y, style: theme.highlight, priority: .max)
      }
      return Frame.Position(x: dots[head].x / canvas.dotsAcross, y: dots[head].y / canvas.dotsDown)
    }
  }
}

extension Diagram.Route {
  /// Whether the dot number `index` is drawn: a positive weight's line is whole, a negative one's has gaps, and of one that is
  /// zero or unknown there is a trace.
  fileprivate func draws(_ index: Int) -> Bool {
    edge.weight > 0 || (edge.weight < 0 ? index % 3 != 2 : index % 4 == 0)
  }

  /// The ASCII character that leans like this line; nil where the line is so flat that its dots show its slope.
  fileprivate func slopeMark(_ canvas: DotCanvas) -> Unicode.Scalar? {
    let columns = abs(end.x - start.x) / canvas.dotsAcross
    let rows = abs(end.y - start.y) / canvas.dotsDown
    if rows * 5 < columns * 2 { return nil }
    if rows > columns * 3 { return "|" }
    return end.y > start.y ? "\\" : "/"
  }
}
