import NeuralNetwork

/// How a network is trained. Everything here may change between any two updates.
///
/// No field has a value of its own accord: each is set by `init(_: Parts)`, and who has to think of all of them takes
/// `parts` apart, so that a new field does not compile before it stands in both.
public struct TrainingSettings: Hashable, Sendable {
  /// The cost of a sample, whose mean over the batch is brought down.
  public var cost: Cost
  /// The rule that turns gradients into steps.
  public var optimizer: Optimizer.Kind
  /// The constants of the optimizer's rule.
  public var constants: Optimizer.Constants
  /// η at the beginning; the schedule makes each epoch's of it.
  public var learningRate: Float
  /// How the learning rate changes from epoch to epoch.
  public var schedule: Schedule
  /// The constants of the schedule.
  public var scheduling: Schedule.Constants
  /// The samples of an update.
  public var batch: BatchSize
  /// Whether the samples are put in a new order before every epoch.
  public var shuffle: Bool
  /// The penalty on large weights.
  public var regularization: Regularization
  /// The share of each hidden layer's activations that training drops, from 0 to below 1; layers past the last rate
  /// drop nothing.
  public var dropout: [Float]
  /// The norm that a longer gradient is shortened to, if any.
  public var clipping: Float?
  /// Whether the biases learn, stay, or are none.
  public var biases: Biases

  /// By default stochastic gradient descent on the quadratic cost, ten samples a batch; checks nothing.
  public init(
    cost: Cost = .quadratic, optimizer: Optimizer.Kind = .sgd, constants: Optimizer.Constants = Optimizer.Constants(),
    learningRate: Float = 0.03, batch: BatchSize = .samples(10), shuffle: Bool = true,
    regularization: Regularization = Regularization(), schedule: Schedule = .constant,
    scheduling: Schedule.Constants = Schedule.Constants(), dropout: [Float] = [], clipping: Float? = nil,
    biases: Biases = .free
  ) {
    self.init(
      (
        cost, optimizer, constants, learningRate, schedule, scheduling, batch, shuffle, regularization, dropout,
        clipping,
        biases
      ))
  }

  /// The same dropout rate for every hidden layer that a network may have.
  public static func dropout(everywhere rate: Float) -> [Float] {
    rate == 0 ? [] : Array(repeating: rate, count: 6)
  }

  /// The dropout rate of a layer of a network of so many layers; the output layer drops nothing.
  func dropout(layer: Int, depth: Int) -> Float {
    layer < depth - 1 && dropout.indices.contains(layer) ? dropout[layer] : 0
  }
}

extension TrainingSettings {
  /// All fields, to be taken apart where every one of them has to be thought of.
  typealias Parts = (
    cost: Cost, optimizer: Optimizer.Kind, constants: Optimizer.Constants, learningRate: Float, schedule: Schedule,
    scheduling: Schedule.Constants, batch: BatchSize, shuffle: Bool, regularization: Regularization, dropout: [Float],
    clipping: Float?, biases: Biases
  )

  init(_ parts: Parts) {
    (cost, optimizer, constants, learningRate, schedule, scheduling) =
      (parts.cost, parts.optimizer, parts.constants, parts.learningRate, parts.schedule, parts.scheduling)
    (batch, shuffle, regularization) = (parts.batch, parts.shuffle, parts.regularization)
    (dropout, clipping, biases) = (parts.dropout, parts.clipping, parts.biases)
  }

  var parts: Parts {
    (
      cost, optimizer, constants, learningRate, schedule, scheduling, batch, shuffle, regularization, dropout, clipping,
      biases
    )
  }
}

/// How many samples make one update.
public enum BatchSize: Hashable, Sendable {
  /// 1 is stochastic, more a mini-batch.
  case samples(Int)
  /// The whole training part.
  case all

  /// The number of samples of a full batch out of `count`.
  public func size(of count: Int) -> Int {
    switch self {
    case .samples(let n): min(n, count)
    case .all: count
    }
  }
}
