import Datasets
import Experiments
import NeuralNetwork

/// Going through a lesson.
extension LearningSession {
  /// Shows the experiment's view and enters the first step of its lesson, if it has one: its settings are made, and it waits.
  public mutating func begin() -> [Effect] {
    effects = []
    if let first = run.experiment.lesson.first {
      isRunning = false
      let wait = make(first)
      let here = moment
      lesson = Lesson(run.experiment.lesson, at: here)
      if wait { lesson?.awaited = 0 }
    }
    effects.append(.show(view: run.experiment.view))
    lookAtStep()
    if !isRunning { run.measureIfStale() }
    scene.follow(run)
    defer { effects = [] }
    return effects
  }

  mutating func perform(_ action: Lesson.Action) {
    guard lesson != nil else { return say(.lesson(.none)) }
    switch action {
    case .forward: goOn()
    case .back: goBack()
    case .select(let step): selectChoice(by: step)
    case .choose, .answer, .pick: take(answer: action)
    }
  }

  /// The run and its surface as they are now.
  public var moment: Lesson.Moment { Lesson.Moment(run: run, scene: scene, unsealings: unsealings, report: report) }

  /// Whether a divergence keeps a step's run from going on.
  private var isStuck: Bool { run.history.process.divergence != nil && !scene.ownsSteps }

  private mutating func goOn() {
    guard let lesson else { return }
    let here = moment
    if let later = self.lesson?.forth(from: here) {
      restore(later)
    } else if lesson.leadsAside {
      enterNextStep()
    } else if lesson.awaitsChoice {
      askAgain()
    } else if lesson.visit.stage == .waiting, lesson.step.run != nil, !isStuck {
      runStep()
    } else if lesson.underWay != nil, !lesson.visit.isHurried, !isStuck {
      self.lesson?.visit.isHurried = true
      isRunning = true
    } else if lesson.isGoalOpen, !lesson.visit.isLeaving {
      self.lesson?.visit.isLeaving = true
      say(.lesson(.goalIsOpen))
    } else if lesson.isAtEnd {
      say(.lesson(.isOver))
    } else {
      enterNextStep()
    }
  }

  /// To the step before as it was when it was entered; in the first, to its beginning.
  private mutating func goBack() {
    let here = moment
    guard let (index, length) = lesson.map({ ($0.index, $0.length) }), let earlier = lesson?.back(from: here) else {
      return
    }
    restore(earlier)
    say(.lesson(.stepAgain(lesson!.index + 1, returnsTo: length > 1 ? index + 1 : nil)))
  }

  private mutating func selectChoice(by step: Int) {
    guard let lesson, lesson.awaitsChoice, let question = lesson.step.question else { return }
    self.lesson?.visit.selected = max(0, min(question.choices.count - 1, lesson.visit.selected + step))
  }

  mutating func runStep() {
    guard !isStuck else { return }
    startLessonRun()
    isRunning = true
  }
}

// MARK: Entering steps

extension LearningSession {
  private mutating func enterNextStep(with rows: Dataset? = nil) {
    guard let lesson, let place = lesson.next else { return }
    isRunning = false
    timeline = nil
    let before = moment
    if let moment = lesson.restored(for: place) { restore(moment) }
    let isAgain = place.aside == nil && place.index == lesson.index
    let waits = isAgain ? false : make(lesson.step(at: place), with: rows)
    self.lesson?.awaited = waits ? lesson.length : nil
    guard !waits else { return }
    let here = moment
    let leavesWay = lesson.visit.place.aside == nil && place.aside != nil
    self.lesson?.enter(place, at: here, leaving: leavesWay ? before : nil)
    lookAtStep()
  }

  /// Enters the step whose rows have been read, if it is still the one to be entered.
  mutating func enterAwaitedStep(_ rows: Dataset) {
    guard let lesson, let awaited = lesson.awaited else { return }
    self.lesson?.awaited = nil
    if awaited == lesson.length { return enterNextStep(with: rows) }
    guard awaited == 0, lesson.length == 1 else { return }
    _ = make(lesson.step, with: rows)
    let here = moment
    self.lesson?.restart(at: here)
  }

  /// Makes the settings of a step, or says why they cannot be; asks for rows that have to be read from a file first, and says
  /// whether it has to wait for them.
  private mutating func make(_ step: LessonStep, with rows: Dataset? = nil) -> Bool {
    guard !step.changes.isEmpty else {
      setWeights(step.weights)
      return false
    }
    do {
      let changed = try run.experiment.applying(step.changes)
      if rows == nil, run.needsRows(for: changed) {
        effects.append(.read(changed.recipe))
        return true
      }
      try run.adopt(changed, rows: rows)
      scene.follow(run)
      setWeights(step.weights)
      scene.returnToStart(run)
      if step.changes.contains(where: { $0.key == "view" }) { effects.append(.show(view: changed.view)) }
    } catch {
      say(.lesson(.stepRefused(String(describing: error))))
    }
    return false
  }

  /// Makes everything as it was at a moment; the panels stay as they are, unless the steps differ in that.
  private mutating func restore(_ moment: Lesson.Moment) {
    let view = run.experiment.view
    run = moment.run
    scene.restore(moment.scene)
    (isRunning, timeline) = (false, nil)
    if run.experiment.view != view { effects.append(.show(view: run.experiment.view)) }
    lookAtStep()
  }

  /// Brings forward what the step points at, and the question that waits for an answer.
  private mutating func lookAtStep() {
    if let point = lesson?.step.point { effects.append(.focus(point)) }
    if lesson?.awaitedPick != nil {
      if lesson?.step.point == nil { effects.append(.focus(.network)) }
    } else if lesson?.awaitsChoice == true {
      effects.append(.focus(.lesson))
    }
  }

  /// Begins the lesson at weights that were loaded.
  mutating func begin(with parameters: Parameters) {
    guard run.history.process.settler == nil, parameters.layout == run.history.process.point.layout else { return }
    run.begin(with: parameters)
    scene.follow(run)
    let here = moment
    lesson?.restart(at: here)
  }
}
