import Plots
import Screen

/// Where the units of the network unrolled in time stand: known without a pass through time.
struct UnrolledLayout {
  /// The steps of the batch in hand.
  let count: Int
  /// The step that is selected.
  let moment: Int
  let units: Int
  let selection: Selection?

  static let columnWidth = 9
  private static let margin = 7

  /// Whether there is room for a unit.
  static func hasRoom(in region: Region) -> Bool { region.height >= 5 && region.width > margin + columnWidth }

  /// As many steps as have room, the selected one among them.
  func steps(in region: Region) -> Range<Int> {
    let room = max(1, (region.width - Self.margin) / Self.columnWidth)
    let count = min(self.count, room)
    let first = max(0, min(self.count - count, moment - count / 2))
    return first..<first + count
  }

  /// The part of the panel that the units stand in.
  func body(in region: Region) -> Region {
    Region(x: region.x + Self.margin, y: region.y + 2, width: region.width - Self.margin, height: region.height - 4)
  }

  /// The units of some steps with their values, and the same connections between any two.
  func diagram(
    _ steps: Range<Int>, connectedBy gap: Diagram.Connections, value: (_ unit: Int, _ step: Int) -> Double?
  ) -> Diagram {
    let columns = steps.map { step in
      Diagram.Column(title: "", nodes: (0..<units).map { Diagram.Node(value: value($0, step)) })
    }
    var diagram = Diagram(columns: columns, gaps: Array(repeating: gap, count: max(0, steps.count - 1)))
    diagram.isolatesSelection = selection != nil
    if let unit = selection.flatMap({ $0.layer == 0 ? $0.unit : nil }), steps.contains(moment) {
      diagram.selection = .node(Diagram.NodeID(column: moment - steps.lowerBound, index: unit))
    }
    return diagram
  }

  /// The step and unit at a place of the screen.
  func hit(x: Int, y: Int, in region: Region) -> (step: Int, unit: Int)? {
    guard Self.hasRoom(in: region) else { return nil }
    let steps = steps(in: region)
    let diagram = diagram(steps, connectedBy: Diagram.Connections([])) { _, _ in nil }
    guard let node = diagram.layout(in: body(in: region)).node(atColumn: x, row: y) else { return nil }
    return (steps.lowerBound + node.column, node.index)
  }
}
