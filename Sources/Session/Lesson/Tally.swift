import Experiments
import Training

extension Lesson {
  /// How much has been trained: of the network, or of those who walk on the surface in its place.
  public struct Tally: Hashable, Sendable {
    /// The updates made so far, or the steps of those who walk on the surface.
    public var updates: Int
    /// The epochs completed so far.
    public var epochs: Int
    /// The updates from here to the end of the epoch.
    var updatesToEpochEnd: Int
    /// Whether an epoch has just ended.
    var isEpochEnd: Bool

    /// How much of a run is done since it was started, and of how much.
    public func progress(of run: LessonStep.Run, since start: Tally) -> (done: Int, total: Int) {
      switch run {
      case .updates(let count): (updates - start.updates, count)
      case .epochs(let count), .until(_, let count): (epochs - start.epochs, count)
      }
    }
  }
}

extension LearningSession {
  /// How much has been trained.
  public var tally: Lesson.Tally {
    let cadence = run.history.process.cadence
    guard let steps = scene.steps else {
      return Lesson.Tally(
        updates: run.history.process.updates, epochs: run.history.process.epoch,
        updatesToEpochEnd: cadence.updatesToEpochEnd,
        isEpochEnd: cadence.isEpochEnd)
    }
    let epoch = scene.function == nil ? cadence.updatesPerEpoch : 1
    return Lesson.Tally(
      updates: steps, epochs: steps / epoch, updatesToEpochEnd: epoch - steps % epoch, isEpochEnd: steps % epoch == 0)
  }

  /// What a measure says now: of the network, or of the one in front on the scene.
  public func value(of measure: LessonStep.Goal.Measure) -> Double? {
    if scene.ownsSteps { return measure == .trainCost ? scene.leadingCost : nil }
    return switch measure {
    case .trainCost: run.training?.cost
    case .testCost: run.test?.cost
    case .trainAccuracy: run.training?.accuracy
    case .testAccuracy: run.test?.accuracy
    case .energy: run.history.process.settler?.energy
    }
  }
}
