import Experiments
import Plots
import Screen

/// The demos that can be opened, the lessons of the course first, with a line on each; typing leaves those that match.
public struct Gallery: Hashable, Sendable {
  /// The demo that the cursor is on, among those that match.
  var selected = 0
  /// The words that have been typed.
  var typed = ""
  /// The demo that the cursor is on, or was on before, small; nil before any has been read.
  var miniature: Miniature?

  /// The demos that match what has been typed.
  func found(in demos: [DemoSummary]) -> [DemoSummary] { demos.filter { $0.matches(typed) } }

  func draw(_ all: [DemoSummary], _ progress: CourseProgress, into frame: inout Frame, theme: Theme) {
    let demos = found(in: all)
    let inside = box(demos, on: frame.region).draw(into: &frame, theme: theme)
    guard !demos.isEmpty else {
      let words =
        all.isEmpty ? "no demos were found; set DESCENT_DEMOS to their folder" : "nothing matches; ⌫ takes it back"
      frame.write(words, in: inside, style: theme.warning)
      return
    }
    let places = places(demos, in: inside)
    let column = (demos.map(\.label.columnCount).max() ?? 0) + 3
    for place in places.list.shown {
      let demo = demos[place]
      draw(
        demo, progress.lessons[demo.name], isSelected: place == selected, column: column, into: &frame,
        in: places.list.line(of: place), theme: theme)
    }
    shownMiniature(in: all)?.draw(into: &frame, in: places.picture, theme: theme)
    let words = demos[min(selected, demos.count - 1)].summaryAndTime.wrapped(to: places.foot.width)
    for (row, words) in words.prefix(places.foot.height).enumerated() {
      frame.write(words, in: places.foot, row: row, style: theme.faint)
    }
  }

  /// The name of a demo, by its place among those that match; nil where there is none.
  func name(at place: Int, in demos: [DemoSummary]) -> String? {
    let found = found(in: demos)
    return found.indices.contains(place) ? found[place].name : nil
  }

  /// The demo whose line is at a place of the screen.
  func demo(atX x: Int, y: Int, of all: [DemoSummary], on screen: Region) -> Int? {
    let demos = found(in: all)
    return places(demos, in: box(demos, on: screen).inside).list.entry(atX: x, y: y)
  }

  private func box(_ demos: [DemoSummary], on screen: Region) -> Box {
    let title = typed.isEmpty ? "what shall it learn? type to find" : "find: \(typed)"
    return Box(title, width: min(100, screen.width - 4), height: demos.count + 18, on: screen)
  }

  /// The lines of the list; below them the rows of words on the selected demo, and its miniature where there is room.
  private func places(
    _ demos: [DemoSummary], in inside: Region
  ) -> (list: ListLines, foot: Region, picture: Region) {
    let hasPicture = inside.height >= 18 && inside.width >= 60
    let footRows = hasPicture ? min(14, inside.height * 2 / 5) : inside.height >= 12 ? 3 : 2
    let picture = hasPicture ? min(40, inside.width * 2 / 5) : 0
    let rows = max(0, inside.height - footRows - 1)
    return (
      ListLines(
        selected: selected, count: demos.count,
        in: Region(x: inside.x + 1, y: inside.y, width: inside.width - 2, height: rows)),
      Region(
        x: inside.x + 2, y: inside.maxY - footRows, width: inside.width - 4 - (hasPicture ? picture + 2 : 0),
        height: footRows),
      Region(x: inside.maxX - picture - 1, y: inside.maxY - footRows, width: picture, height: hasPicture ? footRows : 0)
    )
  }

  private func draw(
    _ demo: DemoSummary, _ place: CourseProgress.Place?, isSelected: Bool, column: Int, into frame: inout Frame,
    in line: Region, theme: Theme
  ) {
    func style(_ other: Style) -> Style { isSelected ? theme.selection : other }
    if isSelected { frame.select(line, theme: theme) }
    frame.write(" " + demo.label, in: line, style: style(theme.key))
    let room = Region(x: line.x + column, y: line.y, width: line.width - column, height: 1)
    frame.write(demo.title, in: room, style: style(theme.text), ellipsis: theme.glyphs.ellipsis)
    let words = demo.words(place)
    guard demo.title.columnCount + words.columnCount < room.width else { return }
    frame.write(words, in: room, style: style(place?.isDone == true ? theme.good : theme.faint), alignment: .right)
  }
}

extension DemoSummary {
  /// The minutes of its lesson and its exercises together.
  private var time: String { "\(minutes + exercises) min" }

  /// What it is about, and how long its lesson takes and how long its exercises.
  fileprivate var summaryAndTime: String {
    steps > 0 ? summary + " " + LessonStep.words(minutes: minutes, exercises: exercises) : summary
  }

  /// What stands before its title: its number in the course, or its name.
  fileprivate var label: String { chapter.map { "lesson \($0)" } ?? name }

  /// How far its lesson has been gone through, or how long it is.
  fileprivate func words(_ place: CourseProgress.Place?) -> String {
    guard steps > 0 else { return "" }
    if let place { return place.words(of: steps) + ", \(time) " }
    let length = (steps == 1 ? "1 step" : "\(steps) steps") + ", \(time) "
    return chapter == nil ? "lesson, " + length : length
  }
}
