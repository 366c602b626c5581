import Datasets
import Experiments
import NeuralNetwork

/// Going through a lesson.
extension State {
  /// Shows an opened experiment's view, and the first step of its lesson: the settings made, it waits to be run.
  mutating func beginLesson() -> [Effect] {
    lesson = nil
    recency.removeAll { $0 == .lesson }
    var effects: [Effect] = []
    if let first = run?.experiment.lesson.first {
      recency.insert(.lesson, at: 1)
      isRunning = false
      effects = make(first)
      lesson = lessonMoment.map { Lesson($0.run.experiment.lesson, at: $0) }
      if !effects.isEmpty { lesson?.awaited = 0 }
    }
    show(view: run?.experiment.view ?? "")
    if lesson?.awaitsChoice == true { focus(on: .lesson) }
    return effects
  }

  /// `]`: runs the step if that is still to be done, brings a run to its end, or goes on to the next step.
  mutating func goOn() -> [Effect] {
    guard let lesson, let moment = lessonMoment else {
      warn("this demo has no lesson")
      return []
    }
    let isStuck = run?.trainer.divergence != nil && !surface.ownsSteps
    if let later = self.lesson?.forth(from: moment) {
      restore(later)
    } else if lesson.awaitsChoice {
      focus(on: .lesson)
      notice = Notice(text: "first a guess: choose with ↑ ↓ and Enter", isWarning: false)
    } else if lesson.visit.stage == .waiting, lesson.step.run != nil, !isStuck {
      runStep()
    } else if lesson.underWay != nil, !lesson.visit.isHurried, !isStuck {
      self.lesson?.visit.isHurried = true
      isRunning = true
    } else if lesson.isAtEnd {
      notice = Notice(text: "that was the last step; [ goes back, and everything can be tried", isWarning: false)
    } else {
      return enterNextStep()
    }
    return []
  }

  /// `[`: back to the step before as it was when it was entered; in the first, back to its beginning.
  mutating func goBack() {
    guard let lesson, let moment = lessonMoment else { return warn("this demo has no lesson") }
    guard let earlier = self.lesson?.back(from: moment) else { return }
    restore(earlier)
    let words = lesson.index > 0 ? "; ] returns to step \(lesson.index + 1)" : " from its beginning"
    notice = Notice(text: "step \(self.lesson!.index + 1) as it was when entered" + words, isWarning: false)
  }

  /// Makes a choice of the step's question, once; then the run shows what is right.
  mutating func choose(_ choice: Int) {
    guard let lesson, lesson.awaitsChoice, lesson.step.question!.choices.indices.contains(choice) else { return }
    self.lesson?.visit.selected = choice
    self.lesson?.visit.chosen = choice
    self.lesson?.visit.scrolled = nil
    if focus == .lesson { focus(on: recency[1]) }
    if lesson.step.run != nil { runStep() }
  }

  /// Arrows move between the choices while there are any to make, else through the text.
  mutating func moveInLesson(_ direction: Action.Direction) {
    guard let lesson else { return }
    let rows = direction.rows(page: 4)
    if lesson.awaitsChoice, abs(rows) == 1 {
      let last = lesson.step.question!.choices.count - 1
      self.lesson?.visit.selected = max(0, min(last, lesson.visit.selected + rows))
      self.lesson?.visit.scrolled = nil
    } else {
      let text = lessonText
      let scrolled = max(0, min(text.page.lines.count - text.region.height, text.first + rows))
      self.lesson?.visit.scrolled = scrolled
    }
  }
}

extension State {
  /// The run and its surface as they are now.
  var lessonMoment: Lesson.Moment? { run.map { Lesson.Moment(run: $0, surface: surface) } }

  private mutating func runStep() {
    guard run?.trainer.divergence == nil || surface.ownsSteps else { return }
    startLessonRun()
    isRunning = true
  }

  private mutating func enterNextStep(with rows: Dataset? = nil) -> [Effect] {
    guard let lesson else { return [] }
    isRunning = false
    timeline = nil
    let step = lesson.steps[lesson.index + 1]
    let effects = make(step, with: rows)
    self.lesson?.awaited = effects.isEmpty ? nil : lesson.index + 1
    guard effects.isEmpty, let moment = lessonMoment else { return effects }
    self.lesson?.enterNext(at: moment)
    if self.lesson!.awaitsChoice { focus(on: .lesson) } else if step.run != nil { runStep() }
    return []
  }

  /// Enters the step whose rows have been read, if it is still the one to be entered.
  mutating func enterAwaitedStep(_ rows: Dataset) -> [Effect] {
    guard let lesson, let awaited = lesson.awaited else { return [] }
    self.lesson?.awaited = nil
    if awaited == lesson.index + 1 { return enterNextStep(with: rows) }
    guard awaited == 0, lesson.index == 0 else { return [] }
    _ = make(lesson.step, with: rows)
    if let moment = lessonMoment { self.lesson?.restart(at: moment) }
    return []
  }

  /// Makes the settings of a step, or says why they cannot be; asks for rows that have to be read from a file first.
  private mutating func make(_ step: LessonStep, with rows: Dataset? = nil) -> [Effect] {
    guard let run, !step.changes.isEmpty else { return [] }
    do {
      let changed = try run.experiment.applying(step.changes)
      if rows == nil, run.needsRows(for: changed) { return [.read(changed.recipe)] }
      try self.run!.adopt(changed, rows: rows)
      surface.follow(self.run!)
      surface.returnToStart(self.run!)
      if step.changes.contains(where: { $0.key == "view" }) { show(view: changed.view) }
    } catch {
      warn("this step's settings cannot be made: \(error)")
    }
    keepSelectionInside()
    return []
  }

  /// Makes everything as it was at a moment; the panels stay as they are, unless the steps differ in that.
  private mutating func restore(_ moment: Lesson.Moment) {
    let view = run?.experiment.view
    run = moment.run
    surface.restore(moment.surface)
    (isRunning, timeline, animation, lossCursor) = (false, nil, nil, nil)
    keepSelectionInside()
    if moment.run.experiment.view != view { show(view: moment.run.experiment.view) }
    if lesson?.awaitsChoice == true { focus(on: .lesson) }
  }

  /// Begins the lesson at weights that were loaded.
  mutating func begin(with parameters: Parameters) {
    run?.begin(with: parameters)
    if let run { surface.follow(run) }
    if let moment = lessonMoment { lesson?.restart(at: moment) }
  }

  /// Focuses the panel of an experiment's view; on a test function's surface it is alone, for of that the others know
  /// nothing.
  mutating func show(view: String) {
    zoomed = nil
    if let panel = panels.first(where: { $0.title == view }) { focus(on: panel) }
    if surface.function != nil, focus == .surface { zoomed = .surface }
  }
}
