import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

extension Experiment {
  /// How targets are coded to suit the output activation and the cost: numbers as they are; classes one-hot for
  /// softmax, −1/+1 for outputs that reach −1 and for hinge, else 0/1.
  public func coding(for dataset: Dataset) -> TargetCoding {
    guard dataset.classNames != nil else { return .value }
    switch training.cost {
    case .hinge: return .signed
    case .hellinger, .generalizedKL, .itakuraSaito, .klDivergence, .crossEntropy:
      return network.output == .softmax ? .oneHot : .unit
    case .quadratic, .exponential, .absolute, .huber:
      if network.output == .softmax { return .oneHot }
      return network.output.range.lowerBound <= -1 ? .signed : .unit
    }
  }

  /// The data as the network receives them.
  ///
  /// - Throws: `Mistake` where inputs, output, cost and data do not go together.
  public func learningData(from dataset: Dataset) throws(Mistake) -> LearningData {
    let data: LearningData
    do throws(DataError) {
      data = try dataset.prepared(for: recipe, coding: coding(for: dataset))
    } catch {
      throw Mistake(.data(error))
    }
    try check(with: data)
    return data
  }

  /// Checks that the network and its training can work together on data.
  ///
  /// - Throws: `Mistake` with the first reason why they cannot.
  public func check(with data: LearningData) throws(Mistake) {
    if let mismatch = mismatch(with: data) { throw Mistake(.mismatch(mismatch)) }
  }

  /// The first reason for which the network and its training cannot work together on the data, or nil.
  func mismatch(with data: LearningData) -> Mismatch? {
    Mismatch.first(
      sizes: sizes(for: data), activations: network.activations + [network.output], cost: training.cost,
      optimizer: training.optimizer)
  }

  private func sizes(for data: LearningData) -> [Int] {
    [data.training.inputs.columns] + network.hidden + [data.training.targets.columns]
  }

  /// A new network with weights drawn from the seed.
  public func initialNetwork(for data: LearningData) -> Network {
    var network = Network(sizes: sizes(for: data), activations: network.activations + [network.output])
    var stream = RandomStream(seed: seed, purpose: .weights)
    network.initialize(with: self.network.initializer, from: &stream)
    return network
  }

  /// A trainer that has not begun, with a new network.
  public func trainer(for data: LearningData) -> Trainer {
    Trainer(network: initialNetwork(for: data), data: data, settings: training, seed: seed)
  }
}
