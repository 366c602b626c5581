import LinearAlgebra

/// Rows of data as a network receives them: scaled, engineered, coded.
public struct Samples: Hashable, Sendable {
  /// `[count, inputs]`
  public let inputs: Matrix
  /// `[count, outputs]`
  public let targets: Matrix
  /// The class of each row, where the output is a class.
  public let classes: [Int]?

  /// The number of samples.
  public var count: Int { inputs.rows }

  /// Traps unless inputs, targets and classes have one row a sample.
  public init(inputs: Matrix, targets: Matrix, classes: [Int]?) {
    precondition(inputs.rows == targets.rows, "\(inputs.rows) rows of inputs, \(targets.rows) of targets")
    precondition(classes.map { $0.count == inputs.rows } ?? true, "one class a row is needed")
    self.inputs = inputs
    self.targets = targets
    self.classes = classes
  }
}

/// How a target is written in numbers, to suit the network's output.
public enum TargetCoding: String, CaseIterable, Sendable {
  /// One output: −1 and +1 (tanh, linear, hinge); several classes: +1 for the right output, −1 for the others.
  case signed
  /// One output: 0 and 1 (sigmoid, threshold); several classes: 1 for the right output, 0 for the others.
  case unit
  /// One output a class, even for two classes (softmax).
  case oneHot
  /// The number itself (regression).
  case value
}

/// A data set made ready for a network: split into parts, scaled, engineered and coded.
///
/// `test` is measured beside the training part and never learned from. With `DataRecipe.split` it is the validation
/// part, and the test part is `sealed`.
public struct LearningData: Hashable, Sendable {
  /// The samples that are learned from.
  public let training: Samples
  /// The samples that are measured and never learned from.
  public let test: Samples
  /// The names of the network's inputs, engineered ones too.
  public let inputNames: [String]
  /// The names of the network's outputs.
  public let outputNames: [String]
  /// The classes by number, where the output is a class.
  public let classNames: [String]?
  /// How the targets are written in numbers.
  public let coding: TargetCoding
  /// The way from a raw row, such as a point of the map, to the network's inputs.
  public let inputTransform: InputTransform
  /// The rows of the data set that the training part holds, in its order.
  public let trainingRows: [Int]
  /// The rows of the data set that the test part holds, in its order.
  public let testRows: [Int]
  /// The way from an output back to the label's own units, where the label is a number.
  public internal(set) var outputTransform = OutputTransform.identity
  /// The part that is kept for the end, where the recipe has a split with a validation part.
  public var sealed: SealedTest?
  /// Whether `test` is a validation part, watched while a network is made, and the test part is sealed.
  public internal(set) var testIsValidation = false

  /// Where transform and rows are left out, the samples are taken to be the data set's rows, training part first.
  public init(
    training: Samples, test: Samples, inputNames: [String], outputNames: [String], classNames: [String]?,
    coding: TargetCoding, inputTransform: InputTransform? = nil, trainingRows: [Int]? = nil, testRows: [Int]? = nil
  ) {
    self.training = training
    self.test = test
    self.inputNames = inputNames
    self.outputNames = outputNames
    self.classNames = classNames
    self.coding = coding
    self.inputTransform = inputTransform ?? InputTransform(identityOf: training.inputs.columns)
    self.trainingRows = trainingRows ?? Array(0..<training.count)
    self.testRows = testRows ?? Array(training.count..<training.count + test.count)
  }
}
