import NeuralNetwork

extension StepInHand {
  /// One sample's own pass through a trainer's present network, forward and back, to be looked at: no step takes it, nothing
  /// is dropped, and no weight changes.
  ///
  /// - Parameter row: a row of the training part. Traps where there is none.
  public init(lookingAt row: Int, of trainer: Trainer) {
    precondition(row < trainer.data.training.count, "row \(row) of \(trainer.data.training.count)")
    var alone = trainer
    alone.settings.batch = .samples(1)
    alone.settings.dropout = []
    (alone.order, alone.position, alone.phase, alone.divergence) = ([row], 0, .input, nil)
    alone.clearWorkspace()
    while alone.phase != .update { alone.advance() }
    self.init(looking: alone)
  }
}
