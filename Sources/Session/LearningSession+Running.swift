import Experiments
import Training

extension LearningSession {
  mutating func toggleRun() {
    isRunning.toggle()
    if run.trainer.divergence != nil { isRunning = false }
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
    run.train(updates: updates)
    noticeDivergence()
  }

  /// One step forward or back by the present granularity; then it stands still.
  mutating func step(back: Bool) {
    isRunning = false
    guard !scene.ownsSteps else { return back ? scene.stepBack() : stepOnSurface(1) }
    run.look(at: .none)
    run.step(by: granularity, back: back)
    if !back { noticeDivergence() }
  }

  /// Stops at a divergence, and keeps what broke.
  private mutating func noticeDivergence() {
    guard run.trainer.divergence != nil else { return divergence = nil }
    isRunning = false
    if divergence?.divergence != run.trainer.divergence { divergence = run.divergenceReport }
  }

  /// Shows another sample's numbers; it stands still for that.
  mutating func look(at choice: SampleChoice) {
    isRunning = false
    run.look(at: choice)
    say(.looksAt(row: run.lookedAt))
  }

  mutating func setGranularity(by step: Int) {
    let all = Granularity.allCases
    granularity = all[max(0, min(all.count - 1, all.firstIndex(of: granularity)! + step))]
    say(.granularity(granularity))
  }

  mutating func restart(newWeights: Bool) {
    if !newWeights, scene.ownsSteps { return restartOnSurface() }
    isPastStop = false
    run.restart(newWeights: newWeights)
    say(.restarted(seed: newWeights ? run.experiment.seed : nil))
  }

  /// The speed limit in updates a second; nil where there is none.
  public var updatesPerSecond: Double? {
    if lesson?.visit.isHurried == true { return nil }
    return if case .updatesPerSecond(let speed) = run.experiment.speed { speed } else { nil }
  }
}
