import Experiments
import Plots
import Screen

extension State {
  /// The demos that can be opened, with a line on each.
  func drawGallery(into frame: inout Frame, selected: Int) {
    let inside = drawSheet(
      into: &frame, title: "what shall it learn?", width: min(100, frame.width - 4), height: demos.count + 7)
    guard !demos.isEmpty else {
      frame.write("no demos were found; set DESCENT_DEMOS to their folder", in: inside, style: theme.warning)
      return
    }
    let footRows = inside.height >= 12 ? 3 : 2
    let rows = inside.height - footRows - 1
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
      let lesson = demo.steps == 0 ? "" : demo.steps == 1 ? "lesson, 1 step " : "lesson, \(demo.steps) steps "
      guard demo.title.columnCount + lesson.columnCount < room.width else { continue }
      frame.write(lesson, in: room, style: isSelected ? theme.selection : theme.faint, alignment: .right)
    }
    let foot = Region(x: inside.x + 2, y: inside.maxY - footRows, width: inside.width - 4, height: footRows)
    let words = demos[min(selected, demos.count - 1)].summary.wrapped(to: foot.width)
    for (row, words) in words.prefix(footRows).enumerated() {
      frame.write(words, in: foot, row: row, style: theme.faint)
    }
  }
}
