import Experiments
import Training

extension LearningSession {
  /// The run as it is, to go on with another day; nil where nothing has been learned, by the network or in its lesson. In a lesson's extra steps the way as it was
  /// left for them is kept beside it.
  public var savedRun: SavedRun? {
    let wayLeft = lesson?.wayLeft?.run
    let hasLearned = [run, wayLeft].contains { $0?.history.process.updates ?? 0 > 0 }
    guard hasLearned || lesson?.hasBegun == true else { return nil }
    return saved(
      run, at: lesson.map { LessonPlace(of: $0.visit, in: $0) },
      wayLeft: wayLeft.map { saved($0, at: lesson.map { LessonPlace(of: $0.question, in: $0) }) })
  }

  private func saved(_ run: Run, at place: LessonPlace?, wayLeft: SavedRun? = nil) -> SavedRun {
    SavedRun(
      of: run.history.process.engine, run.experiment, dataset: run.dataset, loss: run.loss, lesson: place,
      openings: unsealings, wayLeft: wayLeft)
  }

  /// Goes on with a run that was left, once it is told to.
  mutating func resume(_ left: OpenedRun) {
    guard left.engine.kind == run.history.process.kind else { return }
    unsealings = left.openings
    run.make(run.history.process.edit([.engine(left.engine)]))
    run.history.resume(left.loss)
    isRunning = false
    say(.resumed(updates: run.history.process.updates))
    guard let place = left.lesson else { return }
    scene.follow(run)
    lesson = left.wayLeft.first.map { lesson(beside: $0, at: place) } ?? Lesson(resumedAt: place, moment)
    effects.append(.focus(.lesson))
  }

  /// The lesson in extra steps, which begin as it is now; where the way to them cannot be gone back to, they are all of it.
  private func lesson(beside left: OpenedRun, at place: LessonPlace) -> Lesson {
    guard var way = try? LearningSession(left.experiment, dataset: left.dataset) else {
      return Lesson(resumedAt: place, moment)
    }
    way.resume(left)
    guard var lesson = way.lesson else { return Lesson(resumedAt: place, moment) }
    lesson.goOn(beside: place, moment, leaving: way.moment)
    return lesson
  }
}

extension LessonPlace {
  /// The place of a step that a lesson has come to: on its way, or among the extra steps that it is one of.
  init(of visit: Lesson.Visit, in lesson: Lesson) {
    let isDone = if case .reached = visit.stage { true } else { false }
    self.init(
      steps: visit.place.aside?.steps ?? lesson.steps, index: visit.place.aside?.number ?? visit.place.index,
      chosen: visit.chosen, isDone: isDone, answer: visit.answer)
  }
}
