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

  private var places: UnrolledLayout {
    UnrolledLayout(
      count: shown.pass.steps, moment: moment, units: shown.trainer.network.units, selection: selection)
  }

  func draw(into frame: inout Frame, in region: Region) {
    guard UnrolledLayout.hasRoom(in: region), shown.pass.steps > 0 else { return }
    let (places, steps) = (places, places.steps(in: region))
    let diagram = places.diagram(steps, connectedBy: recurrentWeights, value: shown.value)
    let body = places.body(in: region)
    diagram.draw(into: &frame, in: body, theme: theme)
    let layout = diagram.layout(in: body)
    writeNames(into: &frame, in: region)
    for (column, step) in steps.enumerated() {
      guard let middle = layout.middle(ofColumn: column) else { continue }
      write(step, around: middle, into: &frame, in: region)
    }
  }

  private var recurrentWeights: Diagram.Connections {
    let network = shown.trainer.network
    let weights = (0..<network.units).flatMap { source in
      (0..<network.units).map { network.parameters.values[network.recurrentIndex(from: source, to: $0)] }
    }
    return Diagram.Connections(
      weights: weights, changes: nil, fromCount: network.units, toCount: network.units, isInputMajor: true)
  }

  private func writeNames(into frame: inout Frame, in region: Region) {
    let names = [(0, "step"), (1, "in"), (region.height - 2, "out"), (region.height - 1, "wanted")]
    for (row, name) in names { frame.write(name, x: region.x, y: region.y + row, style: theme.faint) }
  }

  private func write(_ step: Int, around middle: Int, into frame: inout Frame, in region: Region) {
    func put(_ text: String, row: Int, _ style: Style) {
      let width = UnrolledLayout.columnWidth - 1
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
