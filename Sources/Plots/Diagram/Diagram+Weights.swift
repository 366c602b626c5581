import Screen

extension Diagram {
  /// Writes the weights on their connections: all of a gap where they are few and there is room, else those of the selection.
  func writeWeights(_ routes: [Routes], into frame: inout Frame, _ layout: Layout, _ theme: Theme) {
    guard showsWeights else { return }
    for (gap, shown) in routes.enumerated() {
      let room = gapColumns(gap, layout)
      guard room.count >= Self.weightFormat.width + 4 else { continue }
      let isSmall = shown.edges.count == shown.total && shown.total <= Self.mostWeights
      let isWhole = isSmall && (selection == nil || !isolatesSelection)
      let labels = isWhole ? place(shown, isSelection: false, in: room, frame.region, theme) : []
      if isWhole, labels.count == shown.total {
        write(labels, into: &frame, theme)
      } else if shown.edges.contains(where: \.isSelected) {
        write(place(shown, isSelection: true, in: room, frame.region, theme), into: &frame, theme)
      }
    }
  }

  /// The most connections of a gap whose numbers are all written.
  static let mostWeights = 12
  private static let weightFormat = NumberFormat(width: 5, significantDigits: 2, showsPlus: true)

  /// A number on a connection.
  private struct WeightLabel {
    let x, y: Int
    let text: String
    let route: Route
  }

  /// The columns between the units of a gap.
  private func gapColumns(_ gap: Int, _ layout: Layout) -> Range<Int> {
    let left = layout.nodes.filter { $0.id.column == gap }.map(\.box.maxX).max() ?? 0
    let right = layout.nodes.filter { $0.id.column == gap + 1 }.map(\.box.x).min() ?? 0
    return left..<max(left, right)
  }

  /// Finds for each number the place on its connection where the fewest others pass, none over another; the strong first.
  private func place(
    _ routes: Routes, isSelection: Bool, in room: Range<Int>, _ region: Region, _ theme: Theme
  ) -> [WeightLabel] {
    let cell = DotCanvas(width: 1, height: 1, glyphs: theme.glyphs)
    var labels: [WeightLabel] = []
    for route in routes.edges.reversed() where (!isSelection || route.isSelected) && labels.count < Self.mostWeights {
      let text = weightText(route.edge, theme)
      let places = Self.shares.compactMap { share -> (label: WeightLabel, crossings: Int)? in
        let dot = route.dot(at: share)
        let (x, y) = (dot.x / cell.dotsAcross - text.count / 2, dot.y / cell.dotsDown)
        let columns = x - 1..<x + text.count + 1
        guard room.contains(columns.lowerBound), room.contains(columns.upperBound - 1), (0..<region.height).contains(y),
          !labels.contains(where: {
            $0.y == y && $0.x < columns.upperBound && columns.lowerBound < $0.x + $0.text.count
          })
        else { return nil }
        let crossings = routes.edges.count { other in
          other.edge != route.edge && columns.contains { other.row(atColumn: $0, cell) == y }
        }
        return (WeightLabel(x: x, y: y, text: text, route: route), crossings)
      }
      if let best = places.min(by: { $0.crossings < $1.crossings }) { labels.append(best.label) }
    }
    return labels
  }

  /// Where along a connection its number may stand, the best first.
  private static let shares = [0.35, 0.65, 0.5, 0.25, 0.75, 0.42, 0.58]

  /// The weight, with a mark where its last step made it stronger or weaker.
  private func weightText(_ edge: Edge, _ theme: Theme) -> String {
    let number = Self.weightFormat.string(edge.weight)
    guard let change = edge.change, change != 0, change.isFinite, edge.weight != 0 else { return number }
    let grows = (change > 0) == (edge.weight > 0)
    return number + (theme.glyphs == .ascii ? (grows ? "^" : "v") : (grows ? "↑" : "↓"))
  }

  private func write(_ labels: [WeightLabel], into frame: inout Frame, _ theme: Theme) {
    for label in labels {
      let weight = label.route.edge.weight
      let style = label.route.isSelected ? theme.highlight : weight == 0 ? theme.faint : theme.style(ofSign: weight)
      frame.write(label.text, x: label.x, y: label.y, style: style)
    }
  }
}

extension Diagram.Route {
  /// The dot at a share of the way from left to right.
  fileprivate func dot(at share: Double) -> Dot {
    Dot(
      x: start.x + Int((share * Double(end.x - start.x)).rounded()),
      y: start.y + Int((share * Double(end.y - start.y)).rounded()))
  }

  /// The row of cells in which it crosses a column of cells.
  fileprivate func row(atColumn column: Int, _ cell: DotCanvas) -> Int? {
    let x = column * cell.dotsAcross
    guard end.x > start.x, x >= start.x, x <= end.x else { return nil }
    return dot(at: Double(x - start.x) / Double(end.x - start.x)).y / cell.dotsDown
  }
}
