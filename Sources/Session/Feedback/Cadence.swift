import Experiments
import NeuralNetwork
import Training

/// What goes on in the run, whatever it is.
extension Course {
  /// The kind of network.
  public var kind: NetworkKind { experiment.kind }
  /// Why training stands still; nil while it does not.
  public var divergence: Divergence? { training?.divergence ?? recurrent?.divergence }
  /// How its steps make epochs, and where its curve has points.
  public var cadence: Cadence { Cadence(of: self) }

  /// An edit of a network that settles.
  func edit(_ change: SettlingEdit) -> Edit { edit([.settling(change)]) }

  /// An edit by which another network of the same kind takes over.
  func edit(beginning next: Engine, _ experiment: Experiment, name: String?) -> Edit {
    let first = Course(experiment, dataset: dataset, next)
    return edit([.engine(next)], experiment: experiment, initial: first.initial, name: name)
  }

  /// An edit of one weight or bias, by its index.
  func edit(parameter index: Int, value: Float) -> Edit {
    recurrent == nil
      ? edit([.training(.parameter(index: index, value: value))])
      : edit([.recurrent(.parameter(index: index, value: value))])
  }
}

/// How steps make epochs, or sweeps, and where a curve of measured costs has points.
public struct Cadence: Sendable {
  /// The updates in an epoch, or in a sweep.
  public let updatesPerEpoch: Int
  /// The updates from here to the end of the epoch, or of the sweep.
  let updatesToEpochEnd: Int
  /// Whether an epoch has just ended, or a sweep, or none has begun.
  let isEpochEnd: Bool
  /// Whether the phase performed last was an epoch's end.
  let hasJustEndedEpoch: Bool
  /// Whether the curve has a point at the present moment, after a step; an energy has one at every step.
  let isPointDue: Bool
  /// The updates from here to the next point.
  let updatesToPoint: Int
  /// The multiply-adds that measuring both parts takes.
  let measuringWork: Int
  /// Whether measuring both parts takes well under a millisecond.
  let isQuicklyMeasured: Bool

  fileprivate init(of course: Course) {
    if let settler = course.settler {
      self.init(of: settler)
    } else if let trainer = course.recurrent {
      self.init(of: trainer, hasJustEndedEpoch: trainer.performed == .epoch)
    } else {
      let trainer = course.trainer
      self.init(of: trainer, hasJustEndedEpoch: trainer.performed == .epoch)
    }
  }

  private init(of settler: Settling) {
    updatesPerEpoch = settler.settings.order == .synchronous ? 1 : settler.network.count
    updatesToEpochEnd = settler.isBetweenEpochs ? updatesPerEpoch : settler.updatesLeftInSweep
    isEpochEnd = settler.isBetweenEpochs
    (hasJustEndedEpoch, isPointDue, updatesToPoint) = (settler.performed == .sweep, false, .max)
    (measuringWork, isQuicklyMeasured) = (0, true)
  }

  private init(of training: some PacedTraining, hasJustEndedEpoch: Bool) {
    self.hasJustEndedEpoch = hasJustEndedEpoch
    updatesPerEpoch = training.updatesPerEpoch
    let size = max(1, training.settings.batch.size(of: training.order.count))
    updatesToEpochEnd = max(1, (training.order.count - training.position + size - 1) / size)
    (isEpochEnd, isPointDue) = (training.position == 0, training.isPointDue)
    (updatesToPoint, measuringWork) = (training.updatesToPoint, training.measuringWork)
    isQuicklyMeasured = training.isQuicklyMeasured
  }
}

extension Settling {
  /// The updates that the present sweep still makes.
  fileprivate var updatesLeftInSweep: Int {
    switch phase {
    case .unit(let place): order.count - place
    case .all, .sweep: 1
    }
  }
}
