import Experiments
import Training

extension State {
  mutating func toggleRun() {
    guard run != nil else { return }
    isRunning.toggle()
    if run?.trainer.divergence != nil { isRunning = false }
    if isRunning { startLessonRun() }
  }

  /// Makes updates in the name of the loop; a divergence stops the run, and so does the goal of a lesson's step.
  mutating func train(_ updates: Int) {
    var left = updates
    while left > 0, isRunning, run != nil {
      countAnewAfterRestart()
      let count = min(left, updatesToGoal ?? left)
      makeUpdates(count)
      lookAtGoal()
      left -= count
    }
  }

  private mutating func makeUpdates(_ updates: Int) {
    guard !surface.ownsSteps else { return stepSurface(updates) }
    let measuringInterval = measuringInterval
    run?.train(updates: updates, measuringEvery: measuringInterval)
    if let speed = updatesPerSecond, speed <= 2 { animate(.update) }
    reportDivergence()
  }

  /// After how many updates the curve gets a point: at a speed that a person can follow after each, or after as many as
  /// leave measuring a share of the time only; nil where the end of an epoch is soon enough.
  private var measuringInterval: Int? {
    guard let run, let speed = updatesPerSecond, speed <= 100 else { return nil }
    let rows = run.trainer.data.training.count + run.trainer.data.test.count
    let work = rows * run.trainer.network.parameters.count
    return work <= State.quickMeasure ? 1 : max(1, Int(Double(speed) * Double(work) / State.measuringWork))
  }

  /// The multiply-adds of a measurement that takes a few milliseconds at most.
  private static let quickMeasure = 20_000_000
  /// The multiply-adds a second that may go into measuring: a tenth of a core or less.
  private static let measuringWork = 5e8

  mutating func step(back: Bool) {
    isRunning = false
    guard !surface.ownsSteps else { return back ? stepSurfaceBack() : stepSurface(1) }
    guard !uncover(back: back) else { return }
    let granularity = granularity
    run?.step(by: granularity, back: back)
    animation = nil
    arithmetic.scroll = nil
    keepSelectionInside()
    guard !back else { return }
    animate(granularity)
    reportDivergence()
  }

  mutating func setGranularity(by step: Int) {
    let all = Granularity.allCases
    granularity = all[max(0, min(all.count - 1, all.firstIndex(of: granularity)! + step))]
    notice = Notice(text: "a step is one \(granularity.rawValue)", isWarning: false)
  }

  mutating func restart(newWeights: Bool) {
    guard run != nil else { return }
    if surface.race != nil, !newWeights { return restartRace() }
    run?.restart(newWeights: newWeights)
    notice = Notice(
      text: newWeights ? "new weights from seed \(run!.experiment.seed)" : "again from the same weights",
      isWarning: false)
  }
}

extension State {
  /// The hidden layer of the selected unit, if one is selected.
  private var selectedHiddenLayer: Int? {
    guard let selection, let run, selection.layer >= 0, selection.layer < run.trainer.network.depth - 1 else {
      return nil
    }
    return selection.layer
  }

  /// Changes a setting to its next or previous choice that goes with the rest of the experiment.
  mutating func change(_ setting: Setting, by step: Int) {
    guard let run else { return }
    var candidate = run.experiment
    var refusal: (any Error)?
    for _ in 0..<setting.choiceCount {
      guard let next = setting.changed(candidate, by: step, layer: selectedHiddenLayer, in: run) else { break }
      candidate = next
      do {
        try adopt(candidate, setting)
        return
      } catch {
        refusal = refusal ?? error
        if !setting.isRing { break }
      }
    }
    warn(refusal.map { String(describing: $0) } ?? "no further choice of \(setting.label)")
  }

  mutating func adopt(_ experiment: Experiment, _ setting: Setting) throws {
    guard !asksWhatIf else { return try beginTwin(experiment) }
    let value = setting.value(in: experiment)
    try run?.adopt(experiment)
    if let layout = run?.trainer.network.layout { selection = selection.flatMap { $0.isInside(layout) ? $0 : nil } }
    notice = Notice(text: "\(setting.label): \(value)", isWarning: false)
    warnOfThreshold()
  }

  /// Stochastic, then mini-batch, then batch.
  mutating func nextBatchMode() {
    guard let run else { return }
    var experiment = run.experiment
    experiment.training.batch =
      switch experiment.training.batch {
      case .samples(1): .samples(run.miniBatch)
      case .samples: .all
      case .all: .samples(1)
      }
    do { try adopt(experiment, .batch) } catch { warn(String(describing: error)) }
  }
}

extension State {
  /// The speed limit in updates a second; nil where there is none.
  public var updatesPerSecond: Double? {
    if lesson?.visit.isHurried == true { return nil }
    return if case .updatesPerSecond(let speed) = run?.experiment.speed { speed } else { nil }
  }
}

extension State {
  /// Says, where it is so, that a threshold has no slope to descend on.
  mutating func warnOfThreshold() {
    guard let network = run?.trainer.network, network.activations.contains(.threshold) else { return }
    guard let optimizer = run?.trainer.settings.optimizer, optimizer != .perceptron, optimizer != .randomSearch else {
      return
    }
    warn(
      network.depth == 1
        ? "threshold has no slope, so no descent: take the perceptron rule with o"
        : "threshold has no slope, so no descent; without hidden layers the perceptron rule")
  }
}
