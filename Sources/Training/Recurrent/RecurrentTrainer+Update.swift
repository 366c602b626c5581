import NeuralNetwork

extension RecurrentTrainer {
  /// Moves the weights unless a number would not be finite; says whether it did.
  mutating func update() -> Bool {
    settings.complete(&gradient, at: network.parameters)
    if let place = propagation.cost.isFinite ? move() : brokenPlace {
      let value = gradient.values[place]
      divergence = Divergence(
        parameter: network.layout.name(at: place), value: value, row: firstBrokenSequence,
        origin: !propagation.cost.isFinite ? .cost : value.isFinite ? .update : .gradient)
      return false
    }
    updates += 1
    position += batchCount
    return true
  }

  /// The optimizer's move; the index of the parameter that broke, if one did.
  private mutating func move() -> Int? {
    let before = settings.biases == .free ? nil : network.parameters
    defer { if let before { network.parameters.takeBiases(of: before) } }
    switch settings.optimizer {
    case .implicit:
      let batch = SequenceBatch(of: self)
      return optimizer.solve(&network.parameters, along: gradient, rate: learningRate) { batch.gradient(at: $0) }
    case .randomSearch:
      let batch = SequenceBatch(of: self)
      optimizer.search(&network.parameters, rate: learningRate) { batch.objective(at: $0) }
      return nil
    case .sgd, .momentum, .nesterov, .averaged, .adagrad, .rmsprop, .adadelta, .adam, .adamw, .nadam, .perceptron:
      return optimizer.update(
        &network.parameters, along: gradient, rate: learningRate, constants: settings.constants)
    }
  }

  /// A parameter to name where the cost is not finite: the first whose gradient is not, or the largest.
  private var brokenPlace: Int? {
    let values = network.parameters.values
    return gradient.values.firstIndex { !$0.isFinite }
      ?? values.indices.max { values[$0].magnitude < values[$1].magnitude }
  }

  /// The sequence of the training part whose own pass has the first number that is not finite.
  private var firstBrokenSequence: Int? {
    let sample = (0..<batchCount).first { sample in
      (0..<propagation.steps).contains { step in
        !propagation.costs(step)[sample].isFinite
          || propagation.hidden(step).delta.dropFirst(sample * network.units).prefix(network.units)
            .contains { !$0.isFinite }
      }
    }
    return sample.map { order[position + $0] }
  }
}

/// The present batch at other weights: for rules that look at more than one gradient.
private struct SequenceBatch {
  private let trainer: RecurrentTrainer

  init(of trainer: RecurrentTrainer) { self.trainer = trainer }

  /// The gradient of the objective.
  func gradient(at parameters: Parameters) -> Parameters {
    var (network, pass) = forward(parameters)
    network.parameters = parameters
    pass.backward(0..<pass.steps, of: network)
    var gradient = pass.gradient(of: network)
    trainer.settings.complete(&gradient, at: parameters)
    return gradient
  }

  /// The cost with its penalty.
  func objective(at parameters: Parameters) -> Float {
    var parameters = parameters
    if trainer.settings.biases != .free { parameters.takeBiases(of: trainer.network.parameters) }
    return forward(parameters).pass.cost + trainer.settings.regularization.penalty(at: parameters)
  }

  private func forward(_ parameters: Parameters) -> (network: RecurrentNetwork, pass: RecurrentPropagation) {
    var network = trainer.network
    network.parameters = parameters
    var pass = trainer.propagation
    pass.forward(0..<pass.steps, of: network)
    pass.error(cost: trainer.settings.cost, of: network)
    return (network, pass)
  }
}
