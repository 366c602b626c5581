import NeuralNetwork

/// A second trainer from the same weights on the same data, with one difference: what if η were 0.3?
///
/// It follows the first in lockstep, by the samples seen: with batches of different sizes they stay beside each other.
public struct Twin: Sendable {
  /// The second trainer, as far as it has followed.
  public private(set) var trainer: Trainer
  /// The one difference in words: `η 0.03 → 0.3`.
  public let difference: String
  /// How its cost goes. It begins where it parted.
  public private(set) var loss = LossHistory()

  /// Parts a twin from a trainer by one change of settings, activations or weights; nil where the change is none, more
  /// than one, or of something that twins share. It begins the trainer's present step anew.
  public init?(of trainer: Trainer, changing edit: Edit) {
    switch edit {
    case .settings(let settings): guard settings.differences(from: trainer.settings).count == 1 else { return nil }
    case .activations, .parameter, .parameters: guard trainer.isChanged(by: edit) else { return nil }
    case .data, .trainer: return nil
    }
    difference = edit.name(for: trainer)
    self.trainer = trainer
    self.trainer.apply(edit)
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
    loss.append(training: trainer.measureTraining()?.cost, test: trainer.measureTest()?.cost, at: updates)
  }
}

extension Trainer {
  /// The samples learned from, counted again in every epoch.
  public var samplesSeen: Int { epoch * data.training.count + position }
}
