import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

public struct DemoSummary: Hashable, Sendable {
  public var name, title, summary: String
  public init(name: String, title: String, summary: String) {
    self.name = name; self.title = title; self.summary = summary
  }
}

public struct Experiment: Hashable, Sendable {
  public var name: String
  public var title: String
  public var summary: String
  public var seed: UInt64
  public var recipe: DataRecipe
  public var network: NetworkSettings
  public var training: TrainingSettings
  public var speed: Speed

  public enum Speed: Hashable, Sendable { case updatesPerSecond(Double), unlimited }

  public struct NetworkSettings: Hashable, Sendable {
    public var hidden: [Int]
    public var activations: [Activation]
    public var output: Activation
    public var initializer: Initializer
  }

  public static var sample: Experiment {
    Experiment(
      name: "spiral", title: "Two spirals", summary: "Why", seed: 1, recipe: DataRecipe(source: .generator(.spiral)),
      network: NetworkSettings(hidden: [8, 8], activations: [.tanh, .tanh], output: .tanh, initializer: .uniform),
      training: TrainingSettings(), speed: .updatesPerSecond(300))
  }

  public func coding(for dataset: Dataset) -> TargetCoding {
    guard dataset.classNames != nil else { return .value }
    switch network.output {
    case .softmax: return .oneHot
    case .tanh, .linear, .scaledTanh: return .signed
    default: return training.cost == .hinge ? .signed : .unit
    }
  }
  public func learningData(from dataset: Dataset) throws -> LearningData {
    try dataset.prepared(for: recipe, coding: coding(for: dataset))
  }
  public func initialNetwork(for data: LearningData) -> Network {
    var stream = RandomStream(seed: seed, purpose: .weights)
    var n = Network(
      sizes: [data.training.inputs.columns] + network.hidden + [data.training.targets.columns],
      activations: network.activations + [network.output])
    n.initialize(with: network.initializer, from: &stream)
    return n
  }
  public func trainer(for data: LearningData) -> Trainer {
    Trainer(network: initialNetwork(for: data), data: data, settings: training, seed: seed)
  }
}
