import Screen

extension Diagram {
  /// What of the diagram is at a cell of the screen: a unit, else the connection whose line passes through it, of several the
  /// one that is drawn last.
  public func hit(atColumn column: Int, row: Int, in region: Region, theme: Theme) -> Selection? {
    let layout = layout(in: region)
    if let node = layout.node(atColumn: column, row: row) { return .node(node) }
    guard region.contains(x: column, y: row) else { return nil }
    let cell = DotCanvas(width: 1, height: 1, glyphs: theme.glyphs)
    for gap in gaps.indices {
      let crossing = routes(ofGap: gap, layout, region, theme).edges.last { route in
        route.start.line(to: route.end).contains { $0.x / cell.dotsAcross == column && $0.y / cell.dotsDown == row }
      }
      if let edge = crossing?.edge { return .edge(gap: gap, from: edge.from, to: edge.to) }
    }
    return nil
  }
}
