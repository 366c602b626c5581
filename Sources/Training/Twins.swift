import NeuralNetwork

/// Two trainers from the same weights on the same data, in lockstep, with one difference: what if η were 0.3?
public struct Twins: Sendable {
  public private(set) var original: Trainer
  public private(set) var variant: Trainer
  /// The one difference in words: `η 0.03 → 0.3`.
  public let difference: String
  public private(set) var originalLoss = LossHistory()
  public private(set) var variantLoss = LossHistory()

  /// Parts a variant from a trainer by one change of settings, activations or weights; nil where the change is none,
  /// more than one, or of something that twins share. A begun step is begun anew by both.
  public init?(of trainer: Trainer, changing edit: Edit) {
    switch edit {
    case .settings(let settings): guard settings.differences(from: trainer.settings).count == 1 else { return nil }
    case .activations, .parameter, .parameters: guard trainer.isChanged(by: edit) else { return nil }
    case .data, .trainer: return nil
    }
    difference = edit.name(for: trainer)
    original = trainer
    original.restartStep()
    variant = trainer
    variant.apply(edit)
  }

  /// One update of the one that has seen fewer samples, of both where they are even: with batches of different sizes
  /// they stay beside each other in what they have seen. One that diverges stands still.
  public mutating func step() {
    let (mine, other) = (original.samplesSeen, variant.samplesSeen)
    if mine <= other || variant.divergence != nil { Twins.step(&original, noting: &originalLoss) }
    if other <= mine || original.divergence != nil { Twins.step(&variant, noting: &variantLoss) }
  }

  /// Measures both on the training and the test part.
  public mutating func measure() {
    originalLoss.append(
      training: original.measureTraining()?.cost, test: original.measureTest()?.cost, at: original.updates)
    variantLoss.append(
      training: variant.measureTraining()?.cost, test: variant.measureTest()?.cost, at: variant.updates)
  }

  private static func step(_ trainer: inout Trainer, noting loss: inout LossHistory) {
    let updates = trainer.updates
    trainer.step()
    if trainer.updates > updates { loss.append(batch: trainer.propagation.cost, at: trainer.updates) }
    if trainer.performed == .epoch { loss.endEpoch(at: trainer.updates) }
  }
}

extension Trainer {
  /// The samples learned from, counted again in every epoch.
  public var samplesSeen: Int { epoch * data.training.count + position }
}
