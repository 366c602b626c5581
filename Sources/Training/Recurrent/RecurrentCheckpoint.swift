import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork

/// What a recurrent training needs to go on another day exactly as it would have gone on now, beside its sequences and its
/// settings: to be written to a file.
///
/// Of a step in its midst the beginning is kept. Numbers are kept as bits, so that nothing is rounded.
public struct RecurrentCheckpoint: Codable, Hashable, Sendable {
  let parameters: Data
  let seed: UInt64
  let epoch, updates, clock, position, stepStart, epochStart: Int
  let isEpochDue: Bool
  let order: [UInt64]
  let isShuffled: Bool
  let optimizer: Checkpoint.Rule

  /// Keeps a recurrent training.
  public init(of trainer: RecurrentTrainer) {
    parameters = Data(bitsOf: trainer.network.parameters.values)
    seed = trainer.seed
    (epoch, updates, clock, position) = (trainer.epoch, trainer.updates, trainer.clock, trainer.position)
    (stepStart, epochStart) = (trainer.stepStart, trainer.epochStart)
    isEpochDue = trainer.phase == .epoch
    order = trainer.orderStream.state
    isShuffled = trainer.orderIsShuffled
    optimizer = Checkpoint.Rule(of: trainer.optimizer)
  }

  /// Whether training can go on from these numbers.
  fileprivate func isSound(for data: SequenceData, settings: TrainingSettings) -> Bool {
    let sequences = data.training.count
    let counts = [epoch, updates, clock, stepStart, epochStart, optimizer.steps]
    return counts.allSatisfy((0...Checkpoint.mostCounted).contains) && stepStart <= clock && epochStart <= clock
      && position >= 0 && (isEpochDue ? position <= sequences : position < sequences)
      && optimizer.kind == settings.optimizer.rawValue
  }
}

extension RecurrentTrainer {
  /// Goes on from a checkpoint; nil where network, data, settings and checkpoint do not belong together, or where one of its
  /// numbers cannot be.
  ///
  /// - Parameter network: one of the same shape, whose weights are not looked at.
  public init?(
    _ checkpoint: RecurrentCheckpoint, network: RecurrentNetwork, data: SequenceData, settings: TrainingSettings,
    truncation: Int?
  ) {
    guard checkpoint.isSound(for: data, settings: settings),
      let parameters = Parameters(checkpoint.parameters, layout: network.layout),
      let optimizer = Optimizer(checkpoint.optimizer, layout: network.layout),
      let order = RandomStream(state: checkpoint.order)
    else { return nil }
    var network = network
    network.parameters = parameters
    self.init(network: network, data: data, settings: settings, truncation: truncation, seed: checkpoint.seed)
    self.optimizer = optimizer
    (orderStream, orderIsShuffled) = (order, checkpoint.isShuffled)
    redrawOrder()
    (epoch, updates, clock, position) = (checkpoint.epoch, checkpoint.updates, checkpoint.clock, checkpoint.position)
    (stepStart, epochStart) = (checkpoint.stepStart, checkpoint.epochStart)
    phase = checkpoint.isEpochDue ? .epoch : .input
  }
}
