import Experiments
import Plots
import Screen

/// The words of the field: a list, and the entry of the one that the cursor is on; typing leaves those that match.
public struct GlossaryPage: Hashable, Sendable {
  /// The words that have been typed.
  var typed = ""
  /// The term that the cursor is on, among those that match.
  var selected = 0

  /// Opens at a term, or at the first.
  init(at term: Term? = nil) {
    selected = term.flatMap { Glossary.terms.firstIndex(of: $0) } ?? 0
  }

  /// The terms that match what has been typed.
  var found: [Term] { Glossary.terms(matching: typed) }

  /// The term that the cursor is on.
  var chosen: Term? {
    let found = found
    return found.indices.contains(selected) ? found[selected] : nil
  }

  func draw(_ demos: [DemoSummary], into frame: inout Frame, theme: Theme) {
    let found = found
    let title = typed.isEmpty ? "glossary: type to find" : "glossary: \(typed)"
    let box = Box(title, width: Self.width, height: Self.height, on: frame.region)
    let inside = box.draw(into: &frame, theme: theme)
    guard let chosen else {
      frame.write(" no term is called so; ⌫ takes it back", in: inside, style: theme.warning)
      return
    }
    let places = Self.places(in: inside)
    let lines = lines(in: places.list)
    for place in lines.shown {
      let (term, line, isSelected) = (found[place], lines.line(of: place), place == selected)
      if isSelected { frame.select(line, theme: theme) }
      frame.write(
        " " + term.name, in: line, style: isSelected ? theme.selection : theme.text, ellipsis: theme.glyphs.ellipsis)
    }
    let entry = chosen.lines(width: places.entry.width, demos, theme)
    for (row, line) in entry.prefix(max(0, places.entry.height)).enumerated() {
      frame.write(line, x: places.entry.x, y: places.entry.y + row, maxWidth: places.entry.width)
    }
  }

  /// The term whose line is at a place of the screen, by its place among those that match.
  func term(atX x: Int, y: Int, on screen: Region) -> Int? {
    lines(in: Self.places(in: Box("", width: Self.width, height: Self.height, on: screen).inside).list)
      .entry(atX: x, y: y)
  }

  private func lines(in list: Region) -> ListLines { ListLines(selected: selected, count: found.count, in: list) }

  private static let width = 100
  private static let height = 26

  /// The list and the entry: side by side, or one above the other where that is too narrow.
  private static func places(in inside: Region) -> (list: Region, entry: Region) {
    guard inside.width < 64 else {
      let (list, entry) = inside.split(left: 28)
      return (list, entry.split(left: 1).1.inset(by: 1, 0))
    }
    let (list, entry) = inside.split(above: max(2, inside.height - 9))
    return (list, entry.inset(by: 1, 0))
  }
}

extension Term {
  /// The entry as the screen shows it: name and other words, what it means, its formula, and its lesson.
  ///
  /// - Parameter demos: what there is to be opened, for the lesson's title.
  func lines(width: Int, _ demos: [DemoSummary], _ theme: Theme) -> [[Span]] {
    func wrapped(_ text: String, _ style: Style) -> [[Span]] {
      text.wrapped(to: max(1, width)).map { [Span($0, style)] }
    }
    let also = others.isEmpty ? [] : wrapped("also: " + others.joined(separator: ", "), theme.faint)
    let formula = formula.map { [[]] + wrapped($0, theme.key) } ?? []
    let title = lesson.flatMap { name in demos.first { $0.name == name }?.title }
    let words = lesson.map { (chapter.map { "lesson \($0)" } ?? "lesson") + ": " + (title ?? $0) }
    return [[Span(name, theme.title)]] + also + [[]] + wrapped(meaning, theme.text) + formula
      + (words.map { [[]] + wrapped($0, theme.highlight) } ?? [])
  }
}
