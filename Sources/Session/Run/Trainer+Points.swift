import NeuralNetwork
import Training

/// A training of which it is known how long measuring takes.
protocol PacedTraining: EpochTraining {
  /// The multiply-adds that measuring both parts takes.
  var measuringWork: Int { get }
}

extension Trainer: PacedTraining {
  var measuringWork: Int { (data.training.count + data.test.count) * network.parameters.count }
}

extension RecurrentTrainer: PacedTraining {
  var measuringWork: Int { (data.training.inputs.rows + data.test.inputs.rows) * network.parameters.count }
}

/// The points of the curve of measured costs.
///
/// They go by the count of updates and epochs alone, never by the pace, so that a run has the same curve however fast it went:
/// the end of every epoch, from 256 epochs on of every second one, from 512 of every fourth, and so on; each of the first
/// updates, where measuring is quick; and eight points within each of the first epochs, where they are long.
extension PacedTraining {
  /// Whether the curve has a point at the present moment, after a step.
  var isPointDue: Bool {
    if isQuicklyMeasured, updates <= Self.firstUpdates { return true }
    if position == 0 { return epoch.isMultiple(of: Self.spacing(ofEpoch: epoch)) }
    return hasPointsWithin && done.isMultiple(of: pointStride)
  }

  /// The updates from here to the next point.
  var updatesToPoint: Int {
    if isQuicklyMeasured, updates < Self.firstUpdates { return 1 }
    let toEnd = max(1, (order.count - position + batch - 1) / batch)
    if hasPointsWithin { return min(toEnd, pointStride - done % pointStride) }
    let spacing = Self.spacing(ofEpoch: epoch + 1)
    return toEnd + ((epoch / spacing + 1) * spacing - epoch - 1) * updatesPerEpoch
  }

  /// Whether measuring both parts takes well under a millisecond.
  var isQuicklyMeasured: Bool { measuringWork <= 2_000_000 }

  /// How many updates and epochs have points of their own, and how many updates make an epoch long.
  private static var firstUpdates: Int { 128 }
  private static var firstEpochs: Int { 16 }
  private static var longEpoch: Int { 64 }

  private var batch: Int { max(1, settings.batch.size(of: order.count)) }
  /// The updates made in the present epoch.
  private var done: Int { position / batch }
  private var hasPointsWithin: Bool { epoch < Self.firstEpochs && updatesPerEpoch >= Self.longEpoch }
  private var pointStride: Int { (updatesPerEpoch + 7) / 8 }

  /// The epochs from one point to the next: a power of two, so that from 128 on there are at least as many points.
  private static func spacing(ofEpoch epoch: Int) -> Int {
    epoch < 256 ? 1 : 1 << (Int.bitWidth - 1 - (epoch / 128).leadingZeroBitCount)
  }
}
