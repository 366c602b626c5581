import Datasets
import Plots
import Screen
import Session

/// What the network is given of each sample, switched on and off.
public struct InputSwitches: Hashable, Sendable {
  /// The input that the cursor is on.
  var selected = 0

  /// The input that Enter switches.
  func feature(of run: Run) -> InputFeature? {
    let offered = run.offeredInputs
    return offered.indices.contains(selected) ? offered[selected] : nil
  }

  func draw(_ run: Run, into frame: inout Frame, theme: Theme) {
    let (offered, chosen) = (run.offeredInputs, run.chosenInputs)
    let inside = Box("inputs: Enter switches", width: 44, height: offered.count + 3, on: frame.region)
      .draw(into: &frame, theme: theme)
    let rows = max(0, inside.height - 1)
    let first = firstRow(selected: selected, count: offered.count, rows: rows)
    for (row, feature) in offered.dropFirst(first).prefix(rows).enumerated() {
      let line = Region(x: inside.x + 1, y: inside.y + row, width: inside.width - 2, height: 1)
      let isSelected = first + row == selected
      if isSelected { frame.select(line, theme: theme) }
      let mark = chosen.contains(feature) ? "[x] " : "[ ] "
      frame.write(
        mark + feature.name, in: line, style: isSelected ? theme.selection : theme.text,
        ellipsis: theme.glyphs.ellipsis)
    }
    let words = " \(chosen.count) of \(offered.count) on; a change begins with new weights"
    frame.write(words, in: inside, row: inside.height - 1, style: theme.faint, ellipsis: theme.glyphs.ellipsis)
  }
}
