import Experiments

/// The run that a step of a lesson asks for.
extension LearningSession {
  /// The updates after which the goal of the lesson's run is to be looked at; nil where none is under way.
  ///
  /// An epoch's goal is looked at where an epoch ends and nowhere else, so that the run ends at the same update however
  /// fast it goes.
  public var updatesToGoal: Int? {
    guard let (goal, start) = lesson?.underWay else { return nil }
    guard case .updates(let count) = goal else { return tally.updatesToEpochEnd }
    return max(1, start.updates + count - tally.updates)
  }

  /// Starts the run of the lesson's step, unless it has been started.
  mutating func startLessonRun() {
    guard let lesson, lesson.step.run != nil, lesson.visit.stage == .waiting else { return }
    let start = tally
    self.lesson?.visit.stage = .started(at: start)
  }

  /// Where training began again at a lower count, the lesson's run is counted from there.
  mutating func countAnewAfterRestart() {
    guard let start = lesson?.underWay?.start, tally.updates < start.updates else { return }
    let now = tally
    lesson?.visit.stage = .started(at: now)
  }

  /// Pauses where the run of the lesson's step has come to its end.
  mutating func lookAtGoal() {
    guard let (goal, start) = lesson?.underWay else { return }
    let (done, total) = tally.progress(of: goal, since: start)
    if tally.isEpochEnd, goal.wish != nil { run.measureIfStale() }
    guard done >= total || run.history.process.settler?.rest != nil || tally.isEpochEnd && holds(goal) else { return }
    run.measureIfStale()
    let reading = goal.wish.flatMap { value(of: $0.measure) }
    lesson?.visit.stage = .reached(reading)
    lesson?.visit.isHurried = false
    isRunning = false
    let here = moment
    self.lesson?.resolveAnswer(at: here)
    if let visit = lesson?.visit, visit.isPickWrong { effects.append(.select(visit.rightPicks[0])) }
  }

  /// Whether the measure that a run waits for is where it should be.
  private func holds(_ goal: LessonStep.Run) -> Bool {
    guard let wish = goal.wish, let reading = value(of: wish.measure) else { return false }
    return wish.comparison.holds(reading, wish.bound)
  }
}

extension Lesson {
  /// The run that is on its way, and where it was started.
  public var underWay: (goal: LessonStep.Run, start: Tally)? {
    guard case .started(let start) = visit.stage, let goal = step.run else { return nil }
    return (goal, start)
  }
}

extension LessonStep.Run {
  /// What it waits for, where it does not only count.
  public var wish: LessonStep.Goal? { if case .until(let wish, _) = self { wish } else { nil } }
}
