import Experiments
import Plots
import Screen
import Session

/// The words of a lesson's step in lines of some width, the choices of its question among them.
struct LessonPage {
  private(set) var lines: [Line] = []
  private let theme: Theme
  private let width: Int

  struct Line {
    var spans: [Span]
    /// The choice that a click on the line makes.
    var choice: Int?
    /// Whether it is to be in sight.
    var matters = false
  }

  /// - Parameter name: what the screen calls something that can be selected.
  init(
    _ lesson: Lesson, _ classroom: Classroom, selected: Pick.Target?, name: (Pick.Target) -> String, isFocused: Bool,
    theme: Theme, width: Int
  ) {
    (self.theme, self.width) = (theme, width)
    let text = lesson.visit.text
    if let say = text.say { add(say, theme.text) }
    if let question = text.question {
      add(question, text.say == nil ? theme.text : theme.title)
      for choice in text.choices.indices { add(choice, lesson.visit, isHeld: classroom.holdsChoice, isFocused) }
      addNumber(lesson, held: classroom.heldNumber)
      addPick(lesson, held: classroom.heldPick, selected: selected, name)
    }
    if let hint = lesson.hint { addInSight(hint, theme.title) }
    if classroom.showsNotes, let notes = lesson.step.notes { addInSight("Teacher: " + notes, theme.highlight) }
  }

  private mutating func addInSight(_ text: String, _ style: Style) {
    add(text, style)
    lines[lines.count - 1].matters = true
  }

  /// The number that was given, and what is said of it.
  private mutating func addNumber(_ lesson: Lesson, held: String?) {
    guard lesson.step.question?.number != nil else { return }
    let visit = lesson.visit
    if let held {
      lines.append(Line(spans: [Span("\(theme.pickMark) \(held)  your answer", theme.key)], matters: true))
    } else if let number = visit.number {
      let words = visit.isFound ? "\(visit.typed ?? "")  right" : "\(Passage.words(for: number))  the answer"
      lines.append(Line(spans: [Span("\(theme.rightMark) \(words)", theme.good)], matters: true))
    } else if let typed = visit.typed {
      lines.append(Line(spans: [Span("\(theme.wrongMark) \(typed)  not so", theme.faint)], matters: true))
    }
  }

  /// What is selected, and what is said of it.
  private mutating func addPick(
    _ lesson: Lesson, held: Pick.Target?, selected: Pick.Target?, _ name: (Pick.Target) -> String
  ) {
    let visit = lesson.visit
    guard visit.pick != nil else { return }
    func add(_ mark: String, _ words: String, _ style: Style) {
      let rows = words.columnCount > width - 2 ? words.wrapped(to: max(1, width - 2)) : [words]
      for (row, text) in rows.enumerated() {
        lines.append(Line(spans: [Span((row == 0 ? "\(mark) " : "  ") + text, style)], matters: true))
      }
    }
    if lesson.awaitsChoice {
      if let typed = visit.typed { add(theme.wrongMark, "\(typed)  not so", theme.faint) }
      if let held {
        add(theme.pickMark, "\(name(held))  your answer", theme.key)
      } else if let selected, selected != visit.picked {
        add(theme.pickMark, "\(name(selected))  selected", theme.key)
      }
      return
    }
    guard !visit.rightPicks.isEmpty else {
      return add(theme.pickMark, "\(visit.typed ?? "")  your guess", theme.text)
    }
    if visit.isFound { return add(theme.rightMark, "\(visit.typed ?? "")  right", theme.good) }
    if let typed = visit.typed { add(theme.wrongMark, "\(typed)  your guess", theme.faint) }
    let names = visit.rightPicks.prefix(3).map(name).joined(separator: " or ")
    add(theme.rightMark, "\(names)  the answer", theme.good)
  }

  /// The first line to show in so many rows: where it was scrolled to, else so that what matters is in sight: the
  /// selected choice, and once one has been made, the right one.
  func first(scrolled: Int?, rows: Int) -> Int {
    let most = max(0, lines.count - rows)
    guard let scrolled else { return max(0, min(most, (lines.lastIndex { $0.matters } ?? 0) - rows + 1)) }
    return max(0, min(most, scrolled))
  }

  private mutating func add(_ text: String, _ style: Style) {
    let text = text.split(separator: "\n", omittingEmptySubsequences: false).reversed().drop { $0.isEmpty }.reversed()
    lines += text.joined(separator: "\n").wrapped(to: width).map { Line(spans: [Span($0, style)]) }
  }

  /// `▸ 2 roll down faster`, and once a choice has been made `✓ 2 roll down faster  as you thought`.
  private mutating func add(_ choice: Int, _ visit: Lesson.Visit, isHeld: Bool, _ isFocused: Bool) {
    let isPicked = choice == (visit.chosen ?? visit.selected)
    let isRight = visit.chosen != nil && choice == visit.right
    let isWrong = visit.tried.contains(choice)
    let mark = isRight ? theme.rightMark : isWrong ? theme.wrongMark : isPicked ? theme.pickMark : " "
    let style =
      if isRight {
        theme.good
      } else if visit.chosen == nil {
        isPicked && isFocused ? theme.selection : isWrong ? theme.faint : theme.key
      } else {
        isPicked ? theme.text : theme.faint
      }
    let texts = "\(choice + 1) \(visit.text.choices[choice])".wrapped(to: max(1, width - 2))
    for (row, text) in texts.enumerated() {
      let words = (row == 0 ? "\(mark) " : "  ") + text
      lines.append(Line(spans: [Span(words, style)], choice: choice, matters: isRight || isPicked))
    }
    if isHeld, isPicked { append("  your guess", theme.key) }
    guard visit.chosen != nil, isRight || isPicked else { return }
    let isFirst = isPicked && visit.tried.isEmpty
    let verdict = isRight ? (isFirst ? "as you thought" : "the answer") : "your guess"
    append("  " + verdict, isRight ? theme.good : theme.faint)
  }

  /// Adds words to the last line, or in a line of their own where there is no room.
  private mutating func append(_ words: String, _ style: Style) {
    let last = lines[lines.count - 1]
    let used = last.spans.reduce(0) { $0 + $1.text.columnCount }
    if used + words.columnCount <= width {
      lines[lines.count - 1].spans.append(Span(words, style))
    } else {
      lines.append(Line(spans: [Span("  " + words, style)], choice: last.choice, matters: true))
    }
  }
}

extension Theme {
  /// What marks a right answer, and the choice that the cursor is on.
  fileprivate var rightMark: String { glyphs.hasSymbols ? "✓" : glyphs == .ascii ? "*" : "√" }
  fileprivate var wrongMark: String { glyphs.hasSymbols ? "✗" : "x" }
  fileprivate var pickMark: String { glyphs.hasSymbols ? "▸" : ">" }
}
