import Experiments
import Training

extension LearningSession {
  mutating func toggleRun() {
    isRunning.toggle()
    if run.history.process.isStill { isRunning = false }
    if isRunning {
      run.look(at: .none)
      startLessonRun()
    }
  }

  /// Makes updates, where it is running; a divergence stops the run, and so does the goal of a lesson's step.
  mutating func train(_ updates: Int) {
    var left = updates
    while left > 0, isRunning {
      countAnewAfterRestart()
      let count = min(left, updatesToGoal ?? updatesToStop ?? left)
      makeUpdates(count)
      lookAtGoal()
      lookAtStop()
      left -= count
    }
  }

  private mutating func makeUpdates(_ updates: Int) {
    guard !scene.ownsSteps else { return stepOnSurface(updates) }
    let rest = run.history.process.settler?.rest
    run.train(updates: updates)
    noticeDivergence()
    noticeRest(before: rest)
  }

  /// One step forward or back by the present granularity; then it stands still.
  mutating func step(back: Bool) {
    isRunning = false
    guard !scene.ownsSteps else { return back ? scene.stepBack() : stepOnSurface(1) }
    run.look(at: .none)
    let rest = run.history.process.settler?.rest
    run.step(by: granularity, back: back)
    guard !back else { return }
    noticeDivergence()
    noticeRest(before: rest)
  }

  /// Stops at a divergence, and keeps what broke.
  private mutating func noticeDivergence() {
    guard run.history.process.divergence != nil else { return divergence = nil }
    isRunning = false
    if divergence?.divergence != run.history.process.divergence { divergence = run.divergenceReport }
  }

  /// Stops where the network has come to rest, and says at what.
  private mutating func noticeRest(before: Rest?) {
    guard let settler = run.history.process.settler, let rest = settler.rest, rest != before else { return }
    isRunning = false
    say(.settling(.rests(rest, sweeps: settler.sweepsSinceEdit, what: settler.words)))
  }

  /// Shows another sample's numbers; it stands still for that.
  mutating func look(at choice: SampleChoice) {
    isRunning = false
    switch run.history.process.kind {
    case .feedforward: break
    case .hopfield: return SettlingAction.recall(choice).perform(in: &self)
    case .recurrent: return say(.refused("the first sequence of each batch is shown; arrows go through its steps"))
    }
    run.look(at: choice)
    say(.looksAt(row: run.lookedAt))
  }

  mutating func restart(newWeights: Bool) {
    if !newWeights, scene.ownsSteps { return restartOnSurface() }
    isPastStop = false
    run.restart(newWeights: newWeights)
    say(
      run.history.process.settler == nil
        ? .restarted(seed: newWeights ? run.experiment.seed : nil) : .settling(.began(isNew: newWeights)))
  }

  /// The speed limit in updates a second; nil where there is none.
  public var updatesPerSecond: Double? {
    if lesson?.visit.isHurried == true { return nil }
    return if case .updatesPerSecond(let speed) = run.experiment.speed { speed } else { nil }
  }
}
