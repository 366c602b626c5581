import Experiments
import Plots
import Screen

extension State {
  /// The demos that can be opened, with a line on each.
  func drawGallery(into frame: inout Frame, selected: Int) {
    let inside = drawSheet(
      into: &frame, title: "what shall it learn?", width: min(100, frame.width - 4), height: demos.count + 6)
    guard !demos.isEmpty else {
      frame.write("no demos were found; set DESCENT_DEMOS to their folder", in: inside, style: theme.warning)
      return
    }
    let rows = inside.height - 3
    let first = firstRow(selected: selected, count: demos.count, rows: rows)
    let column = (demos.map(\.name.columnCount).max() ?? 0) + 3
    for row in 0..<max(0, min(rows, demos.count - first)) {
      let demo = demos[first + row]
      let line = Region(x: inside.x + 1, y: inside.y + row, width: inside.width - 2, height: 1)
      let isSelected = first + row == selected
      if isSelected { frame.fill(line, with: Cell(" ", theme.selection)) }
      frame.write(" " + demo.name, in: line, style: isSelected ? theme.selection : theme.key)
      let room = Region(x: line.x + column, y: line.y, width: line.width - column, height: 1)
      frame.write(
        demo.title, in: room, style: isSelected ? theme.selection : theme.text, ellipsis: theme.glyphs.ellipsis)
    }
    let foot = Region(x: inside.x + 2, y: inside.maxY - 2, width: inside.width - 4, height: 2)
    for (row, words) in demos[min(selected, demos.count - 1)].summary.wrapped(to: foot.width).prefix(2).enumerated() {
      frame.write(words, in: foot, row: row, style: theme.faint)
    }
  }
}
