import NeuralNetwork

extension RecurrentPropagation {
  /// The batch in hand, forward in time and back: the one that a step is about, or the next one where none has begun.
  public init(inHandOf trainer: RecurrentTrainer) {
    var ahead = trainer
    if !trainer.hasBegunBatch {
      if ahead.phase == .epoch { ahead.advance() }
      while ahead.phase != .update, ahead.divergence == nil { ahead.advance() }
    }
    self = ahead.propagation
  }

  /// The steps in time of the batch in hand, as `init(inHandOf:)` has it, without a pass through them.
  public static func steps(inHandOf trainer: RecurrentTrainer) -> Int {
    var ahead = trainer
    if !trainer.hasBegunBatch {
      if ahead.phase == .epoch { ahead.advance() }
      if ahead.phase == .input { ahead.advance() }
    }
    return ahead.propagation.steps
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

extension RecurrentTrainer {
  /// Whether the numbers of a batch are there: of the one that a step is about, or that the last one was.
  fileprivate var hasBegunBatch: Bool { performed != nil && propagation.steps > 0 }
}
