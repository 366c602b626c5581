import Plots
import Screen

extension State {
  /// Every action by name, filtered by what is typed.
  func drawPalette(into frame: inout Frame, typed: String, selected: Int) {
    let found = Command.matching(typed)
    let inside = drawSheet(into: &frame, title: "do what?", width: min(64, frame.width - 4), height: 16)
    frame.write(": " + typed, in: inside, style: theme.text)
    frame.cursor = Frame.Position(x: inside.x + 2 + typed.columnCount, y: inside.y)
    guard !found.isEmpty else {
      frame.write("nothing has that name", in: inside, row: 2, style: theme.faint)
      return
    }
    let rows = inside.height - 2
    let first = firstRow(selected: selected, count: found.count, rows: rows)
    for row in 0..<max(0, min(rows, found.count - first)) {
      let command = found[first + row]
      let line = Region(x: inside.x + 1, y: inside.y + 2 + row, width: inside.width - 2, height: 1)
      let isSelected = first + row == selected
      if isSelected { frame.fill(line, with: Cell(" ", theme.selection)) }
      frame.write(command.name, in: line, style: isSelected ? theme.selection : theme.text)
      if let key = command.key {
        frame.write(key, in: line, style: isSelected ? theme.selection : theme.key, alignment: .right)
      }
    }
  }
}
