import NeuralNetwork
import Plots
import Screen
import Training

/// The network unrolled in time: a column of units for each step, the same recurrent weights drawn once more between any two,
/// with what comes in above and what is given out and wanted below.
struct UnrolledView {
  let shown: ShownSequence
  /// The step that is selected.
  let moment: Int
  let selection: Selection?
  let theme: Theme

  private static let columnWidth = 9
  private static let margin = 7

  func draw(into frame: inout Frame, in region: Region) {
    guard region.height >= 5, region.width > Self.margin + Self.columnWidth, shown.pass.steps > 0 else { return }
    let steps = steps(in: region)
    let body = Region(
      x: region.x + Self.margin, y: region.y + 2, width: region.width - Self.margin, height: region.height - 4)
    let diagram = diagram(steps)
    diagram.draw(into: &frame, in: body, theme: theme)
    let layout = diagram.layout(in: body)
    writeNames(into: &frame, in: region)
    for (column, step) in steps.enumerated() {
      guard let middle = layout.middle(ofColumn: column) else { continue }
      write(step, around: middle, into: &frame, in: region)
    }
  }

  /// The step and unit under the mouse.
  func hit(x: Int, y: Int, in region: Region) -> (step: Int, unit: Int)? {
    guard region.height >= 5, region.width > Self.margin + Self.columnWidth else { return nil }
    let steps = steps(in: region)
    let body = Region(
      x: region.x + Self.margin, y: region.y + 2, width: region.width - Self.margin, height: region.height - 4)
    guard let node = diagram(steps).layout(in: body).node(atColumn: x, row: y) else { return nil }
    return (steps.lowerBound + node.column, node.index)
  }

  /// As many steps as have room, the selected one among them.
  private func steps(in region: Region) -> Range<Int> {
    let room = max(1, (region.width - Self.margin) / Self.columnWidth)
    let count = min(shown.pass.steps, room)
    let first = max(0, min(shown.pass.steps - count, moment - count / 2))
    return first..<first + count
  }

  private func diagram(_ steps: Range<Int>) -> Diagram {
    let network = shown.trainer.network
    let weights = (0..<network.units).flatMap { source in
      (0..<network.units).map { network.parameters.values[network.recurrentIndex(from: source, to: $0)] }
    }
    let gap = Diagram.Connections(
      weights: weights, changes: nil, fromCount: network.units, toCount: network.units, isInputMajor: true)
    let columns = steps.map { step in
      Diagram.Column(
        title: "", nodes: (0..<network.units).map { Diagram.Node(value: shown.value($0, step)) })
    }
    var diagram = Diagram(columns: columns, gaps: Array(repeating: gap, count: max(0, steps.count - 1)))
    diagram.isolatesSelection = selection != nil
    if let unit = selection.flatMap({ $0.layer == 0 ? $0.unit : nil }), steps.contains(moment) {
      diagram.selection = .node(Diagram.NodeID(column: moment - steps.lowerBound, index: unit))
    }
    return diagram
  }

  private func writeNames(into frame: inout Frame, in region: Region) {
    let names = [(0, "step"), (1, "in"), (region.height - 2, "out"), (region.height - 1, "wanted")]
    for (row, name) in names { frame.write(name, x: region.x, y: region.y + row, style: theme.faint) }
  }

  private func write(_ step: Int, around middle: Int, into frame: inout Frame, in region: Region) {
    func put(_ text: String, row: Int, _ style: Style) {
      let width = Self.columnWidth - 1
      let room = Region(x: middle - width / 2, y: region.y + row, width: width, height: 1)
      frame.write(text, in: room, style: style, alignment: .center, ellipsis: theme.glyphs.ellipsis)
    }
    let isSelected = step == moment
    put("\(step + 1)", row: 0, isSelected ? theme.selection : theme.faint)
    guard step < shown.length else { return }
    put(shown.input(step), row: 1, theme.text)
    let output = shown.knows(step) ? shown.output(step) : "·"
    let target = shown.target(step)
    let isRight = target == nil || target == output
    let isClass = shown.trainer.data.training.meaning == .classes
    put(
      output, row: region.height - 2, !isClass || !shown.knows(step) ? theme.text : isRight ? theme.good : theme.warning
    )
    put(target ?? "–", row: region.height - 1, theme.faint)
  }
}

extension Diagram.Layout {
  /// The column of the screen that the middle of a layer's units stands at.
  fileprivate func middle(ofColumn column: Int) -> Int? {
    nodes.first(where: { $0.id.column == column }).map { $0.box.x + $0.box.width / 2 }
  }
}
