import NeuralNetwork

/// A training that goes on batch by batch and epoch by epoch, and whose parts can be measured: of rows, or of sequences.
public protocol EpochTraining: Process {
  /// What is measured of a part.
  associatedtype Found: PartMeasures

  /// The samples or sequences of the epoch that are through, of `order`.
  var position: Int { get }
  /// The samples or sequences in the order of the epoch.
  var order: [Int] { get }
  /// What can be changed while it goes on.
  var settings: TrainingSettings { get }
  /// The updates in an epoch.
  var updatesPerEpoch: Int { get }
  /// The samples or sequences seen so far, each as often as it was seen.
  var samplesSeen: Int { get }
  /// Why it stands still; nil while it does not.
  var divergence: Divergence? { get }
  /// How well the training part is predicted; nil where that cannot be said.
  func measureTraining() -> Found?
  /// The same of the test part.
  func measureTest() -> Found?
}

extension EpochTraining {
  /// One whole update: until the next batch is due (past the end of the epoch, where it ended) or training stands still.
  public mutating func step() { step(times: 1) }

  /// So many updates, or until training stands still.
  public mutating func step(times: Int) {
    var left = times
    while left > 0, divergence == nil { left -= stride(upTo: left, costs: nil) }
  }
}

/// Measures of a part, of which some are those of any training.
public protocol PartMeasures {
  /// Cost, penalty, accuracy and R² alone.
  var plain: Measures { get }
}

extension Measures: PartMeasures {
  /// Itself.
  public var plain: Measures { self }
}

extension RecurrentMeasures: PartMeasures {
  /// Without what is measured by position and of strings.
  public var plain: Measures { Measures(self) }
}

extension Trainer: EpochTraining {}

extension RecurrentTrainer: EpochTraining {
  /// Every sequence of each whole epoch, and those of the present one that are through.
  public var samplesSeen: Int { epoch * data.training.count + position }
}
