import NeuralNetwork

/// How a network is trained. Everything here may change between any two updates.
public struct TrainingSettings: Hashable, Sendable {
  public var cost: Cost
  public var optimizer: Optimizer.Kind
  public var learningRate: Float
  public var batch: BatchSize
  /// Whether the samples are put in a new order before every epoch.
  public var shuffle: Bool
  public var regularization: Regularization
  /// How the learning rate changes from epoch to epoch.
  public var schedule: Schedule
  /// The share of each hidden layer's activations that training drops, from 0 to below 1; layers past the last rate
  /// drop nothing.
  public var dropout: [Float]
  /// The norm that a longer gradient is shortened to, if any.
  public var clipping: Float?

  public init(
    cost: Cost = .quadratic, optimizer: Optimizer.Kind = .sgd, learningRate: Float = 0.03,
    batch: BatchSize = .samples(10), shuffle: Bool = true, regularization: Regularization = Regularization(),
    schedule: Schedule = .constant, dropout: [Float] = [], clipping: Float? = nil
  ) {
    self.cost = cost
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.batch = batch
    self.shuffle = shuffle
    self.regularization = regularization
    self.schedule = schedule
    self.dropout = dropout
    self.clipping = clipping
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
