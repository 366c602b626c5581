import Experiments
import Training

extension LearningSession {
  /// The run as it is, to go on with another day; nil where nothing has been learned. In a lesson's extra steps it is as it was
  /// at the question that led there, since all else is undone as they end.
  public var savedRun: SavedRun? {
    let run = lesson?.wayLeft?.run ?? run
    guard run.history.process.updates > 0 else { return nil }
    return SavedRun(
      of: run.history.process.engine, run.experiment, dataset: run.dataset, loss: run.loss,
      lesson: lesson.map { LessonPlace(of: $0) }, openings: unsealings)
  }

  /// Goes on with a run that was left, once it is told to.
  ///
  /// - Parameter openings: how often the sealed test part had been opened by then.
  mutating func resume(_ engine: Engine, _ loss: LossHistory, _ place: LessonPlace?, openings: Int) {
    guard engine.kind == run.history.process.kind else { return }
    unsealings = openings
    run.make(run.history.process.edit([.engine(engine)]))
    run.history.resume(loss)
    isRunning = false
    say(.resumed(updates: run.history.process.updates))
    guard let place else { return }
    scene.follow(run)
    lesson = Lesson(resumedAt: place, moment)
    effects.append(.focus(.lesson))
  }
}

extension LessonPlace {
  init(of lesson: Lesson) {
    let visit = lesson.question
    let isDone = if case .reached = visit.stage { true } else { false }
    self.init(
      steps: lesson.steps, index: lesson.index, chosen: visit.chosen, isDone: isDone, answer: visit.answer)
  }
}
