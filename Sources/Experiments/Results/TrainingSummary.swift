import Training

/// What a training run came to.
public struct TrainingSummary: Hashable, Sendable {
  /// The seed that the run can be repeated with.
  public var seed: UInt64
  /// The number of weights and biases.
  public var parameters: Int
  /// The epochs that were completed.
  public var epochs: Int
  /// The updates of the weights.
  public var updates: Int
  /// Measured over the updates alone; nil where there were none.
  public var samplesPerSecond: Double?
  /// How well the training part is predicted at the end; nil where that cannot be said.
  public var training: Measures?
  /// How well the test part is predicted at the end; nil where there is none.
  public var test: Measures?
  /// How well the sealed test part is predicted at the end, where it was opened.
  public var sealedTest: Measures?
  /// The same with the running mean of the weights, where the rule keeps one.
  public var averaged: Averaged?
  /// What was learned from, where that is known.
  public var data: DataSummary?
  /// The rule that ended the run, where it came to hold.
  public var stopped: LessonStep.Goal?
  /// What broke the run off before its end.
  public var divergence: Divergence?

  /// Measures at the running mean of the weights.
  public struct Averaged: Hashable, Sendable {
    /// How well the two parts are predicted; nil where there are none.
    public var training, test: Measures?
  }

  /// A summary of what a trainer has done so far; it measures training and test part.
  public init(of trainer: Trainer, seed: UInt64, samplesPerSecond: Double?) {
    self.seed = seed
    parameters = trainer.network.parameters.count
    epochs = trainer.epoch
    updates = trainer.updates
    self.samplesPerSecond = samplesPerSecond
    training = trainer.measureTraining()
    test = trainer.measureTest()
    averaged = trainer.withAveragedWeights.map { Averaged(training: $0.measureTraining(), test: $0.measureTest()) }
    divergence = trainer.divergence
  }

  /// One JSON object; null where a measure does not apply or is not finite.
  public var json: String {
    """
    {"seed": \(seed), "parameters": \(parameters), "epochs": \(epochs), "updates": \(updates), \
    "samples_per_second": \(Self.number(samplesPerSecond?.rounded())), "train": \(Self.object(training)), \
    "test": \(Self.object(test)), \(sealedJSON)\(averagedJSON)"diverged": \(divergence.map { "\"\($0.parameter)\"" } ?? "null"), \
    "stopped": \(stopped.map { "\"\($0)\"" } ?? "null")\
    \(data.map { ", " + $0.members } ?? "")}
    """
  }

  /// A field of its own where the sealed part was opened.
  private var sealedJSON: String { sealedTest.map { "\"sealed_test\": \(Self.object($0)), " } ?? "" }

  /// A field of its own for a rule that keeps the weights' mean; nothing for the others.
  private var averagedJSON: String {
    averaged.map {
      "\"averaged\": {\"train\": \(Self.object($0.training)), \"test\": \(Self.object($0.test))}, "
    } ?? ""
  }

  private static func object(_ measures: Measures?) -> String {
    """
    {"cost": \(number(measures?.cost)), "penalty": \(number(measures?.penalty)), \
    "accuracy": \(number(measures?.accuracy)), "r2": \(number(measures?.r2))}
    """
  }

  private static func number(_ value: Double?) -> String {
    value.flatMap { $0.isFinite ? "\($0)" : nil } ?? "null"
  }
}
