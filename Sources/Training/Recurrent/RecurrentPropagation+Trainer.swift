import NeuralNetwork

extension RecurrentPropagation {
  /// The batch in hand, forward in time and back: the one that a step is about, or the next one where none has begun.
  public init(inHandOf trainer: RecurrentTrainer) {
    var ahead = trainer
    if trainer.performed == nil || trainer.propagation.steps == 0 {
      if ahead.phase == .epoch { ahead.advance() }
      while ahead.phase != .update, ahead.divergence == nil { ahead.advance() }
    }
    self = ahead.propagation
  }

  /// All of the training part, forward in time and back, errors passing back all the way: for the gradient of the mean cost.
  public init(trainingPartOf trainer: RecurrentTrainer) {
    let (set, network) = (trainer.data.training, trainer.network)
    self.init(of: network)
    load(inputs: set.inputs, targets: set.targets, isAsked: set.isAsked, sequences: set.sequences, of: network)
    forward(0..<steps, of: network)
    error(cost: trainer.settings.cost, of: network)
    backward(0..<steps, of: network)
  }
}
