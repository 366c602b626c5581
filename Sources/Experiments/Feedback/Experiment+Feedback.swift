import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

extension Experiment {
  /// A recurrent network with weights drawn from the seed.
  public func recurrentNetwork(for data: SequenceData) -> RecurrentNetwork {
    var network = RecurrentNetwork(
      inputs: data.training.inputs.columns, units: sequences.units, outputs: data.training.targets.columns,
      activation: sequences.activation, output: self.network.output)
    var stream = RandomStream(seed: seed, purpose: .weights)
    network.initialize(with: self.network.initializer, from: &stream)
    if let value = sequences.singularValue { network.scaleRecurrentWeights(toSingularValue: value) }
    return network
  }

  /// A recurrent training that has not begun.
  ///
  /// - Throws: `Mistake` where sequences, network and cost do not go together.
  public func recurrentTrainer(for data: SequenceData) throws(Mistake) -> RecurrentTrainer {
    let network = recurrentNetwork(for: data)
    if let mismatch = network.mismatch(cost: training.cost, optimizer: training.optimizer) {
      throw Mistake(.mismatch(mismatch))
    }
    return RecurrentTrainer(
      network: network, data: data, settings: training, truncation: sequences.truncation, seed: seed)
  }

  /// What goes on, from its beginning.
  ///
  /// - Parameter dataset: the rows, of which only a feedforward network takes notice.
  /// - Throws: `Mistake` where the parts do not go together.
  public func engine(for dataset: Dataset) throws(Mistake) -> Engine {
    switch kind {
    case .feedforward: .training(trainer(for: try learningData(from: dataset)))
    case .hopfield: .settling(settling.settling(seed: seed))
    case .recurrent: .recurrent(try recurrentTrainer(for: try sequences.data(seed: seed)))
    }
  }
}

extension Experiment {
  /// The shape of the weights that a file of weights is to have.
  ///
  /// - Throws: `Mistake` where the parts do not go together, or where there are no weights that learn.
  public func layout(for dataset: Dataset) throws(Mistake) -> Parameters.Layout {
    switch kind {
    case .feedforward: initialNetwork(for: try learningData(from: dataset)).layout
    case .hopfield: throw Mistake(.notFor("weights that come from its patterns, not from a file", kind))
    case .recurrent: recurrentNetwork(for: try sequences.data(seed: seed)).layout
    }
  }
}

extension Dataset {
  /// Rows for an experiment that has none: one of one number.
  static let none = Dataset(
    inputs: Matrix(rows: 1, columns: 1, elements: [0]), inputNames: ["x"], labels: .values([0]))
}
