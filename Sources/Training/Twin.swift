import Datasets
import NeuralNetwork

/// A second trainer from the same weights on the same rows, with one difference: what if η were 0.3?
///
/// It follows the first in lockstep, by the samples seen: with batches of different sizes they stay beside each other.
public struct Twin: Sendable {
  /// The second trainer, as far as it has followed.
  public private(set) var trainer: Trainer
  /// The one difference in words: `η 0.03 → 0.3`.
  public let difference: String
  /// How its cost goes. It begins where it parted.
  public private(set) var loss = LossHistory()
  /// How well it does on the training part, as measured last.
  public private(set) var training: Measures?
  /// How well it does on the test part, as measured last.
  public private(set) var test: Measures?

  /// Parts a twin from a trainer by what one difference changes; nil where that is nothing, or where the network or the
  /// rows would be others. It begins the trainer's present step anew.
  ///
  /// - Parameter difference: the difference in words.
  public init?(of trainer: Trainer, changing edits: [Edit], named difference: String) {
    guard edits.contains(where: { trainer.isChanged(by: $0) }), edits.allSatisfy({ trainer.keepsPlace(with: $0) })
    else { return nil }
    self.difference = difference
    self.trainer = trainer
    for edit in edits {
      if case .data(let data) = edit { self.trainer.exchange(data: data) } else { self.trainer.apply(edit) }
    }
  }

  /// Steps until it has seen as many samples as the first trainer, or more by less than a batch. Stands still after a
  /// divergence.
  public mutating func follow(_ first: Trainer) {
    while trainer.samplesSeen < first.samplesSeen, trainer.divergence == nil {
      let updates = trainer.updates
      trainer.step()
      if trainer.updates > updates { loss.append(batch: trainer.propagation.cost, at: trainer.updates) }
      if trainer.performed == .epoch { loss.endEpoch(at: trainer.updates) }
    }
  }

  /// Measures it on the training and the test part, at its first trainer's count of updates, so that both curves share an
  /// axis.
  public mutating func measure(at updates: Int) {
    (training, test) = (trainer.measureTraining(), trainer.measureTest())
    loss.append(training: training?.cost, test: test?.cost, at: updates)
  }
}

extension Trainer {
  /// The samples learned from, counted again in every epoch.
  public var samplesSeen: Int { epoch * data.training.count + position }

  /// Whether with a change the network keeps its shape and the order its rows.
  fileprivate func keepsPlace(with edit: Edit) -> Bool {
    switch edit {
    case .settings, .activations, .parameter, .parameters: true
    case .data(let data):
      data.trainingRows == self.data.trainingRows && data.training.inputs.columns == network.layout.inputs
        && data.training.targets.columns == self.data.training.targets.columns
    case .trainer: false
    }
  }
}
