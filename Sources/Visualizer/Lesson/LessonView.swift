import Experiments
import Plots
import Screen
import Session

/// A lesson's step as it is drawn: in its panel, or in a band of lines below a panel that is alone.
struct LessonView {
  let session: LearningSession
  let lesson: Lesson
  let scrolled: Int?
  let classroom: Classroom
  /// What is selected of that which the step asks for.
  let selected: Pick.Target?
  let isFocused: Bool
  let theme: Theme

  /// The step's words where they stand, and the first line in sight.
  struct Text {
    let page: LessonPage
    let region: Region
    let first: Int
  }

  /// The step's words, and in the last rows what is going on.
  func draw(into frame: inout Frame, in region: Region) {
    let places = places(in: region)
    draw(text(in: places.text), into: &frame)
    for (row, line) in statusLines(width: places.status.width).enumerated() {
      frame.write(line, in: places.status, row: row, style: theme.highlight, ellipsis: theme.glyphs.ellipsis)
    }
  }

  /// Where no panel shows the lesson: a rule with the title and what is going on, the step's words below it.
  func drawBand(into frame: inout Frame, in band: Region) {
    guard !band.isEmpty else { return }
    let head = band.split(above: 1).0
    frame.fill(head, with: Cell(theme.glyphs.lines.horizontal, theme.border))
    let text = text(in: bandText(band))
    let title = isFocused ? "[\(title(text))]" : " \(title(text)) "
    let used = frame.write(title, x: head.x + 1, y: head.y, style: isFocused ? theme.title : theme.text)
    let room = max(0, head.width - used - 5)
    let words = status(width: room).truncated(to: room, ellipsis: theme.glyphs.ellipsis)
    frame.write(" \(words) ", x: head.x + used + 2, y: head.y, style: theme.highlight)
    draw(text, into: &frame)
  }

  /// The rows of the band: the title's, and as many as the words take or there may be.
  func rowsOfBand(width: Int, atMost rows: Int) -> Int {
    min(max(2, rows), 1 + max(2, page(width: width - 2).lines.count))
  }

  /// The choice whose words are at a place of the screen.
  func choice(atX x: Int, y: Int, in layout: Layout) -> Int? {
    let text = text(in: layout)
    guard text.region.contains(x: x, y: y) else { return nil }
    let line = text.first + y - text.region.y
    return text.page.lines.indices.contains(line) ? text.page.lines[line].choice : nil
  }

  /// `8 lesson 2/8`, and where there are more lines than are in sight.
  func title(_ text: Text) -> String {
    let (up, down) = theme.glyphs == .ascii ? ("^", "v") : ("↑", "↓")
    let isMore = text.first + text.region.height < text.page.lines.count
    let extra = lesson.visit.place.aside.map { " · extra \($0.number + 1)/\($0.steps.count)" } ?? ""
    let more = isMore ? " · PgDn \(down)" : text.first > 0 ? " · PgUp \(up)" : ""
    return "\(Panel.lesson.rawValue) \(Panel.lesson.title) \(lesson.index + 1)/\(lesson.steps.count)\(extra)\(more)"
  }

  /// The step's words in the layout's panel or band.
  func text(in layout: Layout) -> Text {
    let slot = layout.slots.first { $0.front == .lesson }
    return text(in: slot.map { places(in: $0.region.inset(by: 1, 1)).text } ?? bandText(layout.band))
  }
}

extension LessonView {
  private func text(in region: Region) -> Text {
    let page = page(width: region.width)
    return Text(page: page, region: region, first: page.first(scrolled: scrolled, rows: region.height))
  }

  private func page(width: Int) -> LessonPage {
    LessonPage(
      lesson, classroom, selected: selected, name: { $0.name(in: session.run) }, isFocused: isFocused, theme: theme,
      width: max(1, width))
  }

  /// What is going on, in at most three lines.
  private func statusLines(width: Int) -> ArraySlice<String> {
    status(width: width).wrapped(to: max(1, width)).prefix(3)
  }

  private func places(in region: Region) -> (text: Region, status: Region) {
    let inside = region.split(left: region.width > 4 ? 1 : 0).1
    let rows = inside.height > 1 ? min(statusLines(width: inside.width).count, inside.height - 1) : 0
    return inside.split(above: inside.height - rows)
  }

  private func bandText(_ band: Region) -> Region { band.split(above: 1).1.inset(by: 1, 0) }

  private func draw(_ text: Text, into frame: inout Frame) {
    for (row, line) in text.page.lines.dropFirst(text.first).prefix(max(0, text.region.height)).enumerated() {
      frame.write(line.spans, x: text.region.x, y: text.region.y + row, maxWidth: text.region.width)
      if isFocused, line.choice == lesson.visit.selected, lesson.awaitsChoice {
        frame.focus = Frame.Position(x: text.region.x, y: text.region.y + row)
      }
    }
  }
}
