import Datasets
import Experiments
import NeuralNetwork
import Training

/// A hyper-parameter that can be changed in place, by key or in the settings panel.
public enum Setting: Hashable, Sendable, CaseIterable {
  case data, samples, noise, trainShare, scaling, inputs
  case layers, units, activation, output, initializer
  case cost, optimizer, learningRate, schedule, batch, shuffle
  case regularization, regularizationRate, dropout, clipping
  case seed, speed

  /// The name in the settings panel.
  public var label: String {
    switch self {
    case .data: "data"
    case .samples: "samples"
    case .noise: "noise"
    case .trainShare: "training share"
    case .scaling: "scaling"
    case .inputs: "inputs"
    case .layers: "hidden layers"
    case .units: "units"
    case .activation: "activation"
    case .output: "output"
    case .initializer: "initial weights"
    case .cost: "cost"
    case .optimizer: "optimizer"
    case .learningRate: "learning rate η"
    case .schedule: "rate schedule"
    case .batch: "batch"
    case .shuffle: "shuffle"
    case .regularization: "regularization"
    case .regularizationRate: "reg. rate λ"
    case .dropout: "dropout"
    case .clipping: "gradient clip"
    case .seed: "seed"
    case .speed: "speed"
    }
  }

  /// What the settings panel says of the selected setting.
  public var explanation: String {
    switch self {
    case .data: "where the samples come from"
    case .samples: "how many samples are made"
    case .noise: "how much chance disturbs the samples, in percent"
    case .trainShare: "the share learned from; the rest tests"
    case .scaling: "brings the inputs to a common scale"
    case .inputs: "what the network is given of each sample"
    case .layers: "how many layers stand between input and output"
    case .units: "the units of the selected (or last) hidden layer"
    case .activation: "what hidden units make of their weighted sum"
    case .output: "what output units make of theirs"
    case .initializer: "how new weights are drawn"
    case .cost: "what training makes small"
    case .optimizer: "how a gradient becomes a step"
    case .learningRate: "how long the steps are"
    case .schedule: "how η changes from epoch to epoch"
    case .batch: "samples an update: 1 is stochastic, all is batch"
    case .shuffle: "a new order of the samples every epoch"
    case .regularization: "a price on large weights"
    case .regularizationRate: "how high that price is"
    case .dropout: "the share of hidden activations that training drops"
    case .clipping: "the length that a longer gradient is cut to"
    case .seed: "the same seed gives the same numbers everywhere"
    case .speed: "updates a second"
    }
  }
}

extension Setting {
  /// The learning rates offered by key.
  static let rates: [Float] = [0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
  /// The regularization rates offered by key.
  static let regularizationRates: [Float] = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]
  /// The dropout rates offered by key, and the norms of clipping, of which infinity is none.
  static let dropouts: [Float] = [0, 0.1, 0.2, 0.3, 0.5, 0.7]
  static let clips: [Float] = [0.1, 0.3, 1, 3, 10, .infinity]
  /// The batch sizes offered by key, before "all".
  static let batches = [1, 2, 5, 10, 20, 50, 100]
  /// The speeds offered by key, in updates a second, before "max".
  static let speeds: [Double] = [1, 2, 5, 10, 30, 100, 300, 1000, 3000, 10_000]
}

/// The next (or previous) of ordered choices from a value that may stand between two of them; nil at the end.
public func neighbor<Value: Comparable>(of value: Value, in choices: [Value], by step: Int) -> Value? {
  step > 0 ? choices.first { $0 > value } : choices.last { $0 < value }
}

/// The choice that follows in a ring; the first where the value is not among them.
public func follower<Value: Equatable>(of value: Value, in ring: [Value], by step: Int) -> Value {
  guard let index = ring.firstIndex(of: value) else { return ring[0] }
  return ring[((index + step) % ring.count + ring.count) % ring.count]
}
