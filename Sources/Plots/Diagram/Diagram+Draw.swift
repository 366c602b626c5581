import Screen

extension Diagram {
  /// Draws the diagram into a region.
  ///
  /// - Returns: where the units lie, for the mouse and for moving the selection.
  @discardableResult
  public func draw(into frame: inout Frame, in region: Region, theme: Theme) -> Layout {
    let layout = layout(in: region)
    guard !layout.centers.isEmpty else { return layout }
    var picture = Frame(width: region.width, height: region.height)
    let placed = layout.moved(by: -region.x, -region.y)
    let routes = gaps.indices.map { self.routes(ofGap: $0, placed, picture.region, theme) }
    drawEdges(routes, into: &picture, placed, theme)
    writeWeights(routes, into: &picture, placed, theme)
    drawTitles(into: &picture, placed, theme)
    drawOmissions(into: &picture, placed, theme)
    for node in placed.nodes { draw(node, into: &picture, placed, theme) }
    frame.clipped(to: region) { $0.paste(picture, x: region.x, y: region.y) }
    return layout
  }

  private func drawTitles(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    guard let row = layout.titleRow else { return }
    let room = columns.count > 1 ? (layout.centers[1] - layout.centers[0]) : frame.width
    for (column, center) in zip(columns, layout.centers) {
      let title = column.title.truncated(to: max(0, room - 1), ellipsis: theme.glyphs.ellipsis)
      let start = min(frame.width - title.columnCount, max(0, center - title.columnCount / 2))
      frame.write(title, x: start, y: row, style: theme.faint)
    }
  }

  private func drawOmissions(into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    for one in layout.omissions {
      let text = words(for: one, layout, theme)
      let start = min(frame.width - text.columnCount, max(0, one.x - text.columnCount / 2))
      frame.write(text, x: max(0, start), y: one.y, style: theme.faint)
    }
  }

  /// `…+12` for units left out before or after the shown ones; where the strongest are shown, `12 of 64, strongest first`.
  private func words(for one: Omission, _ layout: Layout, _ theme: Theme) -> String {
    guard columns[one.column].order != nil else { return String(theme.glyphs.ellipsis) + "+\(one.count)" }
    let total = columns[one.column].nodes.count
    let between = columns.count > 1 ? layout.centers[1] - layout.centers[0] - 1 : 80
    let room = one.column == 0 ? min(between, 2 * (one.x + 1)) : between
    let words = "\(total - one.count) of \(total)"
    return [words + ", strongest first", words].first { $0.count <= room } ?? "\(total - one.count)/\(total)"
  }
}

extension Diagram.Layout {
  /// The same layout elsewhere.
  func moved(by x: Int, _ y: Int) -> Diagram.Layout {
    var moved = Diagram.Layout(
      nodes: nodes.map { node in
        let box = node.box
        return .init(id: node.id, box: Region(x: box.x + x, y: box.y + y, width: box.width, height: box.height))
      },
      omissions: omissions.map { .init(column: $0.column, x: $0.x + x, y: $0.y + y, count: $0.count) },
      titleRow: titleRow.map { $0 + y }, noteRow: noteRow.map { $0 + y }, centers: centers.map { $0 + x },
      nodeSize: nodeSize, leftLabels: leftLabels, rightLabels: rightLabels)
    (moved.leftNames, moved.rightNames, moved.hasNotes) = (leftNames, rightNames, hasNotes)
    return moved
  }
}
