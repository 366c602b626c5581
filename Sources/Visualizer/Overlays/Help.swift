import Experiments
import Plots
import Screen

/// What the panel in focus shows and which keys matter in it, and below that every key, by group, from the one table of keys;
/// in two columns where there is room.
public struct Help: Hashable, Sendable {
  /// The lines scrolled past.
  var scrolled = 0
  /// The panel that is explained first; nil over the gallery.
  var panel: Panel?
  /// What is selected there, explained before all else.
  var terms: [Term] = []

  private static let columnWidth = 52

  func draw(_ demos: [DemoSummary], into frame: inout Frame, theme: Theme) {
    let columns = frame.width >= 110 ? 2 : 1
    let width = columns * Self.columnWidth + 4
    let first = introduction(width: min(width, frame.width) - 4, demos, theme)
    let keys = keys(theme)
    let rows = (keys.count + columns - 1) / columns
    let box = Box("help", width: width, height: first.count + rows + 2, on: frame.region)
    let inside = box.draw(into: &frame, theme: theme)
    let top = max(0, min(scrolled, first.count + rows - inside.height))
    for (row, line) in first.enumerated() where row >= top && row - top < inside.height {
      frame.write(line, x: inside.x + 1, y: inside.y + row - top, maxWidth: inside.width - 2)
    }
    for (index, line) in keys.enumerated() {
      let (column, row) = (index / rows, first.count + index % rows - top)
      guard row >= 0, row < inside.height else { continue }
      frame.write(
        line, x: inside.x + 1 + column * Self.columnWidth, y: inside.y + row, maxWidth: min(50, inside.width - 2))
    }
  }

  /// What is being looked at, and the keys that matter there.
  private func introduction(width: Int, _ demos: [DemoSummary], _ theme: Theme) -> [[Span]] {
    guard let panel else { return [] }
    let entries = terms.flatMap { $0.lines(width: width - 1, demos, theme).filter { !$0.isEmpty } + [[]] }
    let words = panel.explanation.flatMap { $0.wrapped(to: max(1, width - 1)) }.map { [Span(" " + $0, theme.text)] }
    let bindings = panel.keys.compactMap { label in KeyMap.standard.bindings.first { $0.label == label } }
    return entries + [[Span("What is in panel \(panel.rawValue), \(panel.title)", theme.title)]] + words
      + [[Span("Keys that matter here", theme.title)]] + bindings.map { line(for: $0, theme) } + [[]]
  }

  private func keys(_ theme: Theme) -> [[Span]] {
    KeyMap.Group.allCases.flatMap { group in
      [[Span(group.rawValue, theme.title)]]
        + KeyMap.all.filter { $0.group == group }.map { line(for: $0, theme) }
    }
  }

  private func line(for binding: KeyMap.Binding, _ theme: Theme) -> [Span] {
    [Span(" " + binding.labels.padding(to: 11), theme.key), Span(binding.help, theme.text)]
  }
}

extension String {
  /// This text with blanks behind it up to a width.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - columnCount)) }
}

extension Help {
  /// The help on what has the focus and on what is selected.
  init(beside state: State) {
    self.init(
      panel: state.session == nil || state.room != nil ? nil : state.focus, terms: SelectedTerms(state).terms)
  }
}
