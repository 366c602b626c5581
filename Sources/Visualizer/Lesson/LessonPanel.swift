import Plots
import Screen

extension State {
  /// The step's words, and in the last rows what is going on.
  func drawLesson(into frame: inout Frame, in region: Region) {
    let places = lessonPlaces(in: region)
    drawLessonText(into: &frame)
    for (row, line) in lessonStatusLines(width: places.status.width).enumerated() {
      frame.write(line, in: places.status, row: row, style: theme.highlight, ellipsis: theme.glyphs.ellipsis)
    }
  }

  /// Where no panel shows the lesson: a rule with the title and what is going on, the step's words below it.
  func drawLessonBand(into frame: inout Frame, in band: Region) {
    guard lesson != nil, !band.isEmpty else { return }
    let lines = theme.glyphs.lines
    let head = band.split(above: 1).0
    frame.fill(head, with: Cell(lines.horizontal, theme.border))
    let isFocused = focus == .lesson
    let title = isFocused ? "[\(lessonTitle)]" : " \(lessonTitle) "
    let used = frame.write(title, x: head.x + 1, y: head.y, style: isFocused ? theme.title : theme.text)
    let room = max(0, head.width - used - 5)
    let words = lessonStatus(width: room).truncated(to: room, ellipsis: theme.glyphs.ellipsis)
    frame.write(" \(words) ", x: head.x + used + 2, y: head.y, style: theme.highlight)
    drawLessonText(into: &frame)
  }

  /// The rows of the band: the title's, and as many as the words take or there may be.
  func rowsOfLessonBand(width: Int, atMost rows: Int) -> Int {
    min(max(2, rows), 1 + max(2, lessonPage(width: width - 2).lines.count))
  }

  /// A click on a choice makes it.
  mutating func clickInLesson(x: Int, y: Int) {
    let text = lessonText
    guard text.region.contains(x: x, y: y), lesson != nil else { return }
    let line = text.first + y - text.region.y
    if text.page.lines.indices.contains(line), let choice = text.page.lines[line].choice { choose(choice) }
  }

  /// `8 lesson 2/8`, and where there are more lines than are in sight.
  var lessonTitle: String {
    guard let lesson else { return "" }
    let text = lessonText
    let (up, down) = theme.glyphs == .ascii ? ("^", "v") : ("↑", "↓")
    let isMore = text.first + text.region.height < text.page.lines.count
    let more = isMore ? " · PgDn \(down)" : text.first > 0 ? " · PgUp \(up)" : ""
    return "\(Panel.lesson.rawValue) \(Panel.lesson.title) \(lesson.index + 1)/\(lesson.steps.count)\(more)"
  }

  /// The step's words, where they stand, in a panel or in the band, and the first line in sight.
  var lessonText: (page: LessonPage, region: Region, first: Int) {
    let layout = layout
    let slot = layout.slots.first { $0.front == .lesson }
    let region = slot.map { lessonPlaces(in: $0.region.inset(by: 1, 1)).text } ?? bandText(layout.band)
    let page = lessonPage(width: region.width)
    return (page, region, page.first(scrolled: lesson?.visit.scrolled, rows: region.height))
  }
}

extension State {
  private func lessonPage(width: Int) -> LessonPage {
    LessonPage(lesson!, isFocused: focus == .lesson, theme: theme, width: max(1, width))
  }

  /// What is going on, in at most three lines.
  private func lessonStatusLines(width: Int) -> ArraySlice<String> {
    lessonStatus(width: width).wrapped(to: max(1, width)).prefix(3)
  }

  private func lessonPlaces(in region: Region) -> (text: Region, status: Region) {
    let inside = region.split(left: region.width > 4 ? 1 : 0).1
    let rows = inside.height > 1 ? min(lessonStatusLines(width: inside.width).count, inside.height - 1) : 0
    return inside.split(above: inside.height - rows)
  }

  private func bandText(_ band: Region) -> Region { band.split(above: 1).1.inset(by: 1, 0) }

  private func drawLessonText(into frame: inout Frame) {
    let (page, region, first) = lessonText
    for (row, line) in page.lines.dropFirst(first).prefix(max(0, region.height)).enumerated() {
      frame.write(line.spans, x: region.x, y: region.y + row, maxWidth: region.width)
    }
  }
}
