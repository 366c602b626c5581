import Plots
import Screen

extension State {
  /// The step's words, and in the last rows what is going on.
  func drawLesson(into frame: inout Frame, in region: Region) {
    let places = lessonPlaces(in: region)
    draw(lessonPage(width: places.text.width), into: &frame, in: places.text)
    for (row, line) in lessonStatusLines(width: places.status.width).enumerated() {
      frame.write(line, in: places.status, row: row, style: theme.highlight, ellipsis: theme.glyphs.ellipsis)
    }
  }

  /// Where no panel shows the lesson: a rule with the title and what is going on, the step's words below it.
  func drawLessonBand(into frame: inout Frame, in band: Region) {
    guard lesson != nil, !band.isEmpty else { return }
    let lines = theme.glyphs.lines
    let (head, text) = band.split(above: 1)
    frame.fill(head, with: Cell(lines.horizontal, theme.border))
    let isFocused = focus == .lesson
    let title = isFocused ? "[\(lessonTitle)]" : " \(lessonTitle) "
    let used = frame.write(title, x: head.x + 1, y: head.y, style: isFocused ? theme.title : theme.text)
    frame.write(
      " \(lessonStatus) ".truncated(to: max(0, head.width - used - 3), ellipsis: theme.glyphs.ellipsis),
      x: head.x + used + 2, y: head.y, style: theme.highlight)
    draw(lessonPage(width: text.width - 2), into: &frame, in: text.inset(by: 1, 0))
  }

  /// The rows of the band: the title's, and as many as the words take or there may be.
  func rowsOfLessonBand(width: Int, atMost rows: Int) -> Int {
    min(max(2, rows), 1 + max(2, lessonPage(width: width - 2).lines.count))
  }

  /// The lines that can be scrolled past so that the last one is still seen at the bottom.
  var mostScrolledInLesson: Int {
    let region = lessonTextRegion
    return max(0, lessonPage(width: region.width).lines.count - region.height)
  }

  /// A click on a choice makes it.
  mutating func clickInLesson(x: Int, y: Int) {
    let region = lessonTextRegion
    guard region.contains(x: x, y: y), let lesson else { return }
    let lines = lessonPage(width: region.width).part(from: lesson.visit.scrolled, rows: region.height)
    guard let line = lines.dropFirst(y - region.y).first, let choice = line.choice else { return }
    choose(choice)
  }
}

extension State {
  private func lessonPage(width: Int) -> LessonPage {
    LessonPage(lesson!, isFocused: focus == .lesson, theme: theme, width: max(1, width))
  }

  /// What is going on, in at most three lines.
  private func lessonStatusLines(width: Int) -> ArraySlice<String> { lessonStatus.wrapped(to: max(1, width)).prefix(3) }

  private func lessonPlaces(in region: Region) -> (text: Region, status: Region) {
    let inside = region.inset(by: region.width > 4 ? 1 : 0, 0)
    let rows = inside.height > 1 ? min(lessonStatusLines(width: inside.width).count, inside.height - 1) : 0
    return inside.split(above: inside.height - rows)
  }

  /// Where the words stand, in a panel or in the band.
  private var lessonTextRegion: Region {
    let layout = layout
    guard let slot = layout.slots.first(where: { $0.front == .lesson }) else {
      return layout.band.split(above: 1).1.inset(by: 1, 0)
    }
    return lessonPlaces(in: slot.region.inset(by: 1, 1)).text
  }

  /// The lines that there is room for; a mark at the right says where there are more.
  private func draw(_ page: LessonPage, into frame: inout Frame, in region: Region) {
    let first = max(0, min(lesson?.visit.scrolled ?? 0, page.lines.count - region.height))
    for (row, line) in page.part(from: first, rows: region.height).enumerated() {
      frame.write(line.spans, x: region.x, y: region.y + row, maxWidth: region.width)
    }
    guard first + region.height < page.lines.count, region.height > 0 else { return }
    let more = theme.glyphs == .ascii ? "PgDn v" : "PgDn ↓"
    frame.write(" \(more)", in: region, row: region.height - 1, style: theme.key, alignment: .right)
  }
}
