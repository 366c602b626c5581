import Screen

extension Diagram {
  /// The boxes of one column, and the rows for the units that did not fit.
  func place(
    column: Int, center: Int, in body: Region, _ size: NodeSize
  ) -> (nodes: [PlacedNode], omissions: [Omission]) {
    let count = columns[column].nodes.count
    guard count > 0, body.height > 0 else { return ([], []) }
    if count <= body.height / size.height {
      return ((0..<count).map { box(column, $0, center, slot: $0, of: count, in: body, size) }, [])
    }
    let slots = max(1, body.height / (size.height > 1 ? size.height + 1 : body.height >= 12 ? 2 : 1))
    if let order = columns[column].order, slots > 1 {
      let shown = strongest(order, of: count, column, slots - 1)
      let nodes = shown.enumerated().map { box(column, $1, center, slot: $0, of: slots, in: body, size) }
      let last = box(column, 0, center, slot: slots - 1, of: slots, in: body, size)
      return (nodes, [Omission(column: column, x: center, y: last.row, count: count - shown.count)])
    }
    let window = window(of: count, column, slots: slots)
    var nodes: [PlacedNode] = []
    var omissions: [Omission] = []
    for slot in 0..<slots {
      let place = box(column, window.first + slot - window.offset, center, slot: slot, of: slots, in: body, size)
      if slot < window.offset {
        omissions.append(Omission(column: column, x: center, y: place.row, count: window.first))
      } else if slot - window.offset < window.count {
        nodes.append(place)
      } else {
        let rest = count - window.first - window.count
        omissions.append(Omission(column: column, x: center, y: place.row, count: rest))
      }
    }
    return (nodes, omissions)
  }

  /// The first of an order, the selected one always among them.
  private func strongest(_ order: [Int], of count: Int, _ column: Int, _ most: Int) -> [Int] {
    var shown = Array(order.filter { (0..<count).contains($0) }.prefix(most))
    if let selected = selectedIndex(in: column), !shown.contains(selected) {
      if shown.count == most { shown.removeLast() }
      shown.append(selected)
    }
    return shown
  }

  /// Which units of a long column are shown: the first ones, or those about the selected one.
  private func window(of count: Int, _ column: Int, slots: Int) -> (first: Int, count: Int, offset: Int) {
    guard slots > 2 else { return (selectedIndex(in: column) ?? 0, max(1, slots - 1), 0) }
    let wanted = selectedIndex(in: column) ?? 0
    if wanted < slots - 1 { return (0, slots - 1, 0) }
    if wanted >= count - (slots - 1) { return (count - (slots - 1), slots - 1, 1) }
    return (wanted - (slots - 2) / 2, slots - 2, 1)
  }

  private func selectedIndex(in column: Int) -> Int? {
    let index: Int? =
      switch selection {
      case .node(let id): id.column == column ? id.index : nil
      case .edge(let gap, let from, let to): gap == column ? from : gap + 1 == column ? to : nil
      case nil: nil
      }
    return index.map { min(columns[column].nodes.count - 1, max(0, $0)) }
  }

  /// The box of a unit in one of the equal slots of a column.
  private func box(
    _ column: Int, _ index: Int, _ center: Int, slot: Int, of slots: Int, in body: Region, _ size: NodeSize
  ) -> PlacedNode {
    let pitch = max(1, body.height / max(1, slots))
    let middle = body.y + (body.height - pitch * slots) / 2 + pitch * slot + pitch / 2
    let region = Region(
      x: center - size.width / 2, y: middle - size.height / 2, width: size.width, height: size.height)
    return PlacedNode(id: NodeID(column: column, index: index), box: region)
  }
}
