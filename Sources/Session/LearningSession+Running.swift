import Experiments
import Training

extension LearningSession {
  mutating func toggleRun() {
    isRunning.toggle()
    if run.trainer.divergence != nil { isRunning = false }
    if isRunning { startLessonRun() }
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
    run.train(updates: updates, measuringEvery: run.measuringInterval(updatesPerSecond: updatesPerSecond))
    noticeDivergence()
  }

  /// One step forward or back by the present granularity; then it stands still.
  mutating func step(back: Bool) {
    isRunning = false
    guard !scene.ownsSteps else { return back ? scene.stepBack() : stepOnSurface(1) }
    run.step(by: granularity, back: back)
    if !back { noticeDivergence() }
  }

  /// Stops at a divergence, and keeps what broke.
  private mutating func noticeDivergence() {
    guard run.trainer.divergence != nil else { return divergence = nil }
    isRunning = false
    if divergence?.divergence != run.trainer.divergence { divergence = run.divergenceReport }
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

extension Run {
  /// After how many updates the curve gets a point at a speed limit: where a person can follow, after each, or after as many
  /// as leave measuring a share of the time only; nil where the end of an epoch is soon enough.
  func measuringInterval(updatesPerSecond: Double?) -> Int? {
    guard let speed = updatesPerSecond, speed <= 100 else { return nil }
    let rows = trainer.data.training.count + trainer.data.test.count
    let work = rows * trainer.network.parameters.count
    return work <= Run.quickMeasure ? 1 : max(1, Int(speed * Double(work) / Run.measuringWork))
  }

  /// The multiply-adds of a measurement that takes a few milliseconds at most.
  private static let quickMeasure = 20_000_000
  /// The multiply-adds a second that may go into measuring: a tenth of a core or less.
  private static let measuringWork = 5e8
}
