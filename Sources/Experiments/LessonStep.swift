import Training

/// One step of a lesson: something is said or asked, settings change, training runs a while.
public struct LessonStep: Hashable, Sendable {
  /// The text of the step.
  public var say: String?
  /// A question that is answered before the step runs.
  public var question: Question?
  /// Settings that change as the step begins.
  public var changes: [SettingChange]
  /// How long training runs; not at all where nil.
  public var run: Run?

  public struct Question: Hashable, Sendable {
    public var text: String
    public var choices: [String]
    /// The index of the right choice; nil where none is right or wrong.
    public var answer: Int?
  }

  public enum Run: Hashable, Sendable {
    case epochs(Int)
    case updates(Int)
    /// Until a measure is below (or above) a bound, or so many epochs have passed.
    case until(Goal, orEpochs: Int)
  }

  public struct Goal: Hashable, Sendable {
    public var measure: Measure
    public var comparison: Comparison
    public var bound: Double

    public init(measure: Measure, comparison: Comparison, bound: Double) {
      (self.measure, self.comparison, self.bound) = (measure, comparison, bound)
    }

    public enum Measure: String, CaseIterable, Sendable {
      case trainCost = "train_cost"
      case testCost = "test_cost"
      case trainAccuracy = "train_accuracy"
      case testAccuracy = "test_accuracy"
    }

    public enum Comparison: String, CaseIterable, Sendable {
      case below = "<"
      case above = ">"

      public func holds(_ value: Double, _ bound: Double) -> Bool { self == .below ? value < bound : value > bound }
    }
  }
}

/// One setting and its new value, as a demo file or the command line writes it.
public struct SettingChange: Hashable, Sendable {
  /// Dotted: `network.hidden`.
  public let key: String
  /// In YAML: `[8, 8]`.
  public let value: String

  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

extension LessonStep.Goal {
  /// Whether the measure of a trainer's network is where it should be.
  public func holds(for trainer: Trainer) -> Bool {
    let measures: Measures?
    switch measure {
    case .trainCost, .trainAccuracy: measures = trainer.measureTraining()
    case .testCost, .testAccuracy: measures = trainer.measureTest()
    }
    let reading =
      switch measure {
      case .trainCost, .testCost: measures?.cost
      case .trainAccuracy, .testAccuracy: measures?.accuracy
      }
    return reading.map { comparison.holds($0, bound) } ?? false
  }
}
