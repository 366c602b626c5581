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

  /// The input at a place of a screen; nil where there is none.
  func line(atX x: Int, y: Int, of run: Run, on screen: Region) -> Int? {
    lines(of: run, in: box(of: run, on: screen).inside).entry(atX: x, y: y)
  }

  private func box(of run: Run, on screen: Region) -> Box {
    Box("inputs: Enter switches", width: 44, height: run.offeredInputs.count + 3, on: screen)
  }

  private func lines(of run: Run, in inside: Region) -> ListLines {
    let region = Region(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: max(0, inside.height - 1))
    return ListLines(selected: selected, count: run.offeredInputs.count, in: region)
  }

  func draw(_ run: Run, into frame: inout Frame, theme: Theme) {
    let (offered, chosen) = (run.offeredInputs, run.chosenInputs)
    let inside = box(of: run, on: frame.region).draw(into: &frame, theme: theme)
    let lines = lines(of: run, in: inside)
    for place in lines.shown {
      let (feature, line, isSelected) = (offered[place], lines.line(of: place), place == selected)
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
