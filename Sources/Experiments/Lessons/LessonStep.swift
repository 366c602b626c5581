import Training

/// One step of a lesson: something is said or asked, settings change, training runs a while.
public struct LessonStep: Codable, Hashable, Sendable {
  /// The text of the step.
  public var say: String?
  /// A question that is answered before the step runs.
  public var question: Question?
  /// Settings that change as the step begins.
  public var changes: [SettingChange]
  /// How long training runs; not at all where nil.
  public var run: Run?
  /// Weights and biases that have these values as the step begins.
  public var weights: [WeightValue] = []
  /// What the learner is to bring about; nil where there is nothing.
  public var goal: Formula?
  /// What the text says that can be checked: each holds once the step's run has ended.
  public var facts: [Formula] = []
  /// A way to the goal.
  public var solution: Solution?
  /// What a teacher may want to know or to say.
  public var notes: String?
  /// The panel that is lit alone beside the lesson, and brought forward; nil where all are.
  public var point: Panel?
  /// The panels that stay covered before a class, until the step's question is answered.
  public var hides: [Panel] = []
  /// The keys that change or run something and are left before a class; all where nil.
  public var keys: [String]?

  /// A question with choices, one of which is chosen before training runs, or one that a number answers.
  public struct Question: Codable, Hashable, Sendable {
    /// The question itself.
    public var text: String
    /// The choices as they are shown, from the first.
    public var choices: [String]
    /// The index of the right choice; nil where none is right or wrong, or where that depends.
    public var answer: Int?
    /// When each choice is the right one; empty where that does not depend on the state.
    public var conditions: [Formula] = []
    /// What is said to whoever takes a choice that is wrong; with no choices, to a wrong number.
    public var hints: [String?] = []
    /// The number that is asked for; nil where there are choices or nothing to answer.
    public var number: Formula?
    /// How far from it an answer may be.
    public var tolerance = 0.01
    /// What is to be selected on the screen; nil where there are choices, a number or nothing to answer.
    public var pick: Pick?
    /// The extra steps that follow each choice; empty where none has any.
    public var asides: [[LessonStep]] = []
    /// The extra steps that follow a wrong answer; a choice's own come before them.
    public var wrong: [LessonStep] = []
  }

  /// A weight or bias and its new value.
  public struct WeightValue: Codable, Hashable, Sendable {
    /// The name: `layers.0.weight[2][1]`.
    public let name: String
    /// Its value.
    public let value: Float
  }

  /// What reaches a step's goal: settings, weights, and some training.
  public struct Solution: Codable, Hashable, Sendable {
    /// Settings that are changed, as a person types them.
    public var changes: [SettingChange] = []
    /// Weights that are typed.
    public var weights: [WeightValue] = []
    /// The sample that is looked at, by its row from 0.
    public var sample: Int?
    /// The place on a test function that is walked to, or where the ball is put: x and y.
    public var place: [Float]?
    /// The units of a network that settles that are turned over, from 0.
    public var flips: [Int] = []
    /// What is done by a key.
    public var deeds: [Deed] = []
    /// How long training runs then.
    public var run: Run?
  }

  /// What is done by a key and has no setting; the raw values are the names in demo files.
  public enum Deed: String, CaseIterable, Codable, Hashable, Sendable {
    /// Opens the sealed test part.
    case unseal
    /// Begins again from the same weights, or state.
    case restart
    /// Flips a share of the units, covers the lower half of the picture.
    case disturb, cover
    /// Stores the state as a pattern, forgets the nearest.
    case store, forget
    /// The annealing from its start.
    case heat
    /// Many settlings at once.
    case trials
  }

  /// How long training runs in a step.
  public enum Run: Codable, Hashable, Sendable {
    /// So many epochs.
    case epochs(Int)
    /// So many updates.
    case updates(Int)
    /// Until a measure is below (or above) a bound, or so many epochs have passed.
    case until(Goal, orEpochs: Int)
  }

  /// A bound that a measure is to pass: `train_cost < 0.1`.
  public struct Goal: Codable, Hashable, Sendable {
    /// What is compared.
    public var measure: Measure
    /// On which side of the bound it is to be.
    public var comparison: Comparison
    /// What it is compared with, in the measure's unit.
    public var bound: Double

    /// The goal `measure comparison bound`.
    public init(measure: Measure, comparison: Comparison, bound: Double) {
      (self.measure, self.comparison, self.bound) = (measure, comparison, bound)
    }

    /// What a goal can look at; the raw values are the names in demo files.
    public enum Measure: String, CaseIterable, Codable, Sendable {
      /// The mean cost of the training part, without the penalty.
      case trainCost = "train_cost"
      /// The mean cost of the test part, without the penalty.
      case testCost = "test_cost"
      /// The share of the training part that is put in its class, 0…1.
      case trainAccuracy = "train_accuracy"
      /// The share of the test part that is put in its class, 0…1.
      case testAccuracy = "test_accuracy"
      /// The energy of a Hopfield network.
      case energy
    }

    /// On which side of its bound a measure is to be.
    public enum Comparison: String, CaseIterable, Codable, Sendable {
      /// Strictly less than the bound.
      case below = "<"
      /// Strictly greater than the bound.
      case above = ">"

      /// Whether a value is strictly on this side of a bound; never so for NaN.
      public func holds(_ value: Double, _ bound: Double) -> Bool { self == .below ? value < bound : value > bound }
    }
  }
}

/// One setting and its new value, as a demo file or the command line writes it.
public struct SettingChange: Codable, Hashable, Sendable {
  /// Dotted: `network.hidden`.
  public let key: String
  /// In YAML: `[8, 8]`.
  public let value: String

  /// A change of the setting with this key to a value in YAML; neither is checked here.
  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

extension LessonStep.Question {
  /// Whether it waits for an answer.
  public var takesAnswer: Bool { !choices.isEmpty || number != nil || pick != nil }
}

extension LessonStep.Question {
  /// The extra steps after a choice.
  public func aside(after choice: Int, isWrong: Bool) -> [LessonStep] {
    let own = asides.indices.contains(choice) ? asides[choice] : []
    return own.isEmpty && isWrong ? wrong : own
  }
}

extension LessonStep.Goal {
  /// Whether the measure of a training is where it should be.
  public func holds(for training: some EpochTraining) -> Bool {
    let measures: Measures?
    switch measure {
    case .trainCost, .trainAccuracy: measures = training.measureTraining()?.plain
    case .testCost, .testAccuracy: measures = training.measureTest()?.plain
    case .energy: measures = nil
    }
    return reading(of: measures).map { comparison.holds($0, bound) } ?? false
  }

  private func reading(of measures: Measures?) -> Double? {
    switch measure {
    case .trainCost, .testCost: measures?.cost
    case .trainAccuracy, .testAccuracy: measures?.accuracy
    case .energy: nil
    }
  }
}
