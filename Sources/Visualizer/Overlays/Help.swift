import Plots
import Screen

/// Every key, by group, from the one table of keys; in two columns where there is room.
public struct Help: Hashable, Sendable {
  /// The lines scrolled past.
  var scrolled = 0

  func draw(into frame: inout Frame, theme: Theme) {
    let columns = frame.width >= 110 ? 2 : 1
    let lines = lines(theme)
    let box = Box(
      "help: every key", width: columns * 52 + 4, height: (lines.count + columns - 1) / columns + 2, on: frame.region)
    let inside = box.draw(into: &frame, theme: theme)
    let perColumn = columns == 1 ? lines.count : (lines.count + 1) / 2
    let first = columns == 1 ? max(0, min(scrolled, lines.count - inside.height)) : 0
    for (index, line) in lines.enumerated() {
      let (column, row) = (index / perColumn, index % perColumn - first)
      guard row >= 0, row < inside.height else { continue }
      frame.write(line, x: inside.x + 1 + column * 52, y: inside.y + row, maxWidth: min(50, inside.width - 2))
    }
  }

  private func lines(_ theme: Theme) -> [[Span]] {
    KeyMap.Group.allCases.flatMap { group in
      let rows = KeyMap.standard.bindings.filter { $0.group == group }.map { binding in
        [Span(" " + binding.labels.padding(to: 11), theme.key), Span(binding.help, theme.text)]
      }
      return [[Span(group.rawValue, theme.title)]] + rows
    }
  }
}

extension String {
  /// This text with blanks behind it up to a width.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columnCount)) }
}
