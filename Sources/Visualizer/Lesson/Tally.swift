import Experiments
import Training

extension Lesson {
  /// How much has been trained: of the network, or of those who walk on the surface in its place.
  struct Tally: Hashable, Sendable {
    var updates: Int
    var epochs: Int
    /// The updates from here to the end of the epoch.
    var updatesToEpochEnd: Int
    /// Whether an epoch has just ended.
    var isEpochEnd: Bool

    /// How much of a run is done since it was started, and of how much.
    func progress(of run: LessonStep.Run, since start: Tally) -> (done: Int, total: Int) {
      switch run {
      case .updates(let count): (updates - start.updates, count)
      case .epochs(let count), .until(_, let count): (epochs - start.epochs, count)
      }
    }
  }
}

extension State {
  /// How much has been trained.
  var tally: Lesson.Tally? {
    guard let trainer = run?.trainer else { return nil }
    let count = trainer.order.count
    let size = max(1, trainer.settings.batch.size(of: count))
    guard let steps = surface.steps else {
      return Lesson.Tally(
        updates: trainer.updates, epochs: trainer.epoch,
        updatesToEpochEnd: max(1, (count - trainer.position + size - 1) / size), isEpochEnd: trainer.position == 0)
    }
    let epoch = surface.function == nil ? trainer.updatesPerEpoch : 1
    return Lesson.Tally(
      updates: steps, epochs: steps / epoch, updatesToEpochEnd: epoch - steps % epoch, isEpochEnd: steps % epoch == 0)
  }

  /// What a measure says now: of the network, or of the one in front on the surface.
  func value(of measure: LessonStep.Goal.Measure) -> Double? {
    if surface.ownsSteps { return measure == .trainCost ? surface.leadingCost : nil }
    return switch measure {
    case .trainCost: run?.training?.cost
    case .testCost: run?.test?.cost
    case .trainAccuracy: run?.training?.accuracy
    case .testAccuracy: run?.test?.accuracy
    }
  }
}

extension SurfaceView {
  /// The steps made on the surface; nil where they are the network's.
  var steps: Int? { fog?.steps ?? race?.steps }

  /// The cost of the one in front, or in fog.
  var leadingCost: Double? {
    fog?.place.cost ?? race.map { $0.costs[$0.standings[0]] }
  }
}
