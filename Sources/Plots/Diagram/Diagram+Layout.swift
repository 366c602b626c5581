import Screen

extension Diagram {
  /// Where the units lie on the screen.
  public struct Layout: Hashable, Sendable {
    /// The boxes of the units that are drawn.
    public let nodes: [PlacedNode]
    /// Rows that stand for units that did not fit.
    public let omissions: [Omission]
    /// The titles' row, and the row below the units; nil where there is no room.
    let titleRow, noteRow: Int?
    let centers: [Int]
    let nodeSize: NodeSize
    /// The columns for the labels of inputs and outputs, without the blanks beside them.
    let leftLabels, rightLabels: Int
    /// The labels of inputs and outputs, shortened to that.
    var leftNames: [String] = []
    var rightNames: [String] = []
    /// Whether the outputs' notes have room.
    var hasNotes = false

    /// The unit at a cell of the screen.
    public func node(atColumn column: Int, row: Int) -> NodeID? {
      nodes.first { $0.box.contains(x: column, y: row) }?.id
    }

    /// The shortened label of an input or output.
    func outerLabels(_ id: NodeID) -> String? {
      let names = id.column == 0 ? leftNames : rightNames
      return names.indices.contains(id.index) ? names[id.index] : nil
    }

    /// The box of a unit, if it is drawn.
    public func box(of id: NodeID) -> Region? { nodes.first { $0.id == id }?.box }

    /// The most dots across a connection: the rows from one unit to the next, at most three.
    var thickestEdge: Int {
      let steps = zip(nodes, nodes.dropFirst()).filter { $0.id.column == $1.id.column }.map { $1.box.y - $0.box.y }
      return max(1, min(3, steps.min() ?? 3))
    }
  }

  /// A unit's box.
  public struct PlacedNode: Hashable, Sendable {
    /// Which unit it is.
    public let id: NodeID
    /// The cells that it takes.
    public let box: Region

    /// The row of its middle.
    public var row: Int { box.y + box.height / 2 }
  }

  /// A row that stands for units that did not fit: those before or after the visible ones.
  public struct Omission: Hashable, Sendable {
    /// The number of its column, the cell in the middle of it, and how many units it stands for.
    public let column, x, y, count: Int
  }

  /// The size of a unit's box.
  struct NodeSize: Hashable, Sendable {
    var width, height: Int
  }

  /// Where the units would lie in a region.
  public func layout(in region: Region) -> Layout {
    guard !columns.isEmpty, !region.isEmpty else {
      return Layout(
        nodes: [], omissions: [], titleRow: nil, noteRow: nil, centers: [], nodeSize: NodeSize(width: 1, height: 1),
        leftLabels: 0, rightLabels: 0)
    }
    // Outputs that would not all fit below a title are more than a title.
    let outputs = columns[columns.count - 1].nodes.count
    let isTight = outputs == region.height || outputs == region.height - 1
    let hasTitles = region.height >= 6 && !isTight && columns.contains { !$0.title.isEmpty }
    let hasNote = region.height >= 8 && outputs != region.height
    let body = Region(
      x: region.x, y: region.y + (hasTitles ? 1 : 0), width: region.width,
      height: region.height - (hasTitles ? 1 : 0) - (hasNote ? 1 : 0))
    let hasNotes = hasNotes(body)
    let labels = labelWidths(region.width)
    let (left, right) = (labels.left, max(labels.right, hasNotes ? noteWidth : 0))
    let size = nodeSize(in: body, labels: left + right)
    let centers = columnCenters(in: body, left: left, right: right, nodeWidth: size.width)
    let placed = columns.indices.map { place(column: $0, center: centers[$0], in: body, size) }
    var layout = Layout(
      nodes: placed.flatMap(\.nodes), omissions: placed.flatMap(\.omissions), titleRow: hasTitles ? region.y : nil,
      noteRow: hasNote ? region.maxY - 1 : nil, centers: centers, nodeSize: size,
      leftLabels: left, rightLabels: right)
    layout.leftNames = columns[0].nodes.map(\.label).shortened(to: left)
    layout.rightNames = columns[columns.count - 1].nodes.map(\.label).shortened(to: right)
    layout.hasNotes = hasNotes
    return layout
  }

  /// Whether every output has the rows for its notes, and the region the columns.
  private func hasNotes(_ body: Region) -> Bool {
    guard let outputs = columns.last?.nodes, columns.count > 1, noteWidth > 0 else { return false }
    let most = outputs.map(\.notes.count).max() ?? 0
    return body.height / max(1, outputs.count) > most + 1 && body.width >= noteWidth + 11 * columns.count
  }

  private var noteWidth: Int { columns.last?.nodes.flatMap(\.notes).map(\.columnCount).max() ?? 0 }

  /// Boxes of three rows and more where every column has room for them, else of one row.
  private func nodeSize(in body: Region, labels: Int) -> NodeSize {
    let hasPictures = columns.contains { $0.nodes.contains { $0.picture != nil } }
    // Of pixels the strongest are enough: they do not keep the units' pictures small.
    let rows = columns.map { body.height / max(1, $0.nodes.count) }
    let pitch = (columns[0].order == nil ? rows[...] : rows.dropFirst()).min() ?? 1
    let room = body.width / max(1, columns.count)
    if hasPictures, pitch >= 5, room >= 14 {
      // Between small layers the weights' numbers want some columns.
      let isSmall = showsWeights && gaps.allSatisfy { $0.count <= Self.mostWeights }
      let free = (body.width - labels - 6 - (columns.count - 1) * (isSmall ? 13 : 6)) / columns.count
      let height = max(3, min(9, pitch - 1, free / 2 + 1))
      return NodeSize(width: max(9, min(room - 6, 2 * (height - 2) + 2)), height: height)
    }
    if let pitch = rows.min(), pitch >= 4, room >= 14 { return NodeSize(width: 9, height: 3) }
    return NodeSize(width: room >= 15 ? 7 : room >= 11 ? 5 : room >= 6 ? 3 : 1, height: 1)
  }

  /// The middle column of each layer: labels of inputs and outputs stand outside of the first and the last.
  private func columnCenters(in body: Region, left: Int, right: Int, nodeWidth: Int) -> [Int] {
    guard columns.count > 1 else { return [body.x + body.width / 2] }
    let margin = body.width >= 40 ? 2 : 1
    let start = (left == 0 ? 0 : left + margin) + nodeWidth / 2
    let end = (right == 0 ? 0 : right + margin) + nodeWidth / 2
    let span = max(0, body.width - 1 - start - end)
    return columns.indices.map { body.x + start + span * $0 / (columns.count - 1) }
  }

  /// The columns for the labels of both sides: in full where few layers leave room for both, else up to an eighth of all.
  private func labelWidths(_ width: Int) -> (left: Int, right: Int) {
    func longest(_ column: Column?) -> Int { min(column?.nodes.map(\.label.columnCount).max() ?? 0, 12, width / 4) }
    let (left, right) = (longest(columns.first), longest(columns.last))
    let free = width - 13 * columns.count
    let most = left + right <= free ? 12 : max(5, width / 8, free / 2)
    return (min(left, most), min(right, most))
  }
}
