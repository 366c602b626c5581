import NeuralNetwork

extension Trainer {
  /// The gradient of the objective on the present batch at other weights.
  func batchGradient(at parameters: Parameters) -> Parameters { Batch(of: self).gradient(at: parameters) }
}

/// The present batch at other weights: for rules that look at more than one gradient.
struct Batch {
  private let trainer: Trainer

  init(of trainer: Trainer) { self.trainer = trainer }

  /// The gradient of the objective.
  func gradient(at parameters: Parameters) -> Parameters {
    let network = Network(parameters: parameters, activations: trainer.network.activations)
    var pass = forward(network)
    var gradient = Parameters(layout: network.layout)
    for layer in (0..<network.depth).reversed() { pass.backward(layer: layer, of: network, gradient: &gradient) }
    trainer.settings.complete(&gradient, at: parameters)
    return gradient
  }

  /// The cost with its penalty.
  func objective(at parameters: Parameters) -> Float {
    var network = Network(parameters: parameters, activations: trainer.network.activations)
    if trainer.settings.biases != .free { network.parameters.takeBiases(of: trainer.network.parameters) }
    return forward(network).cost + trainer.settings.regularization.penalty(at: parameters)
  }

  /// The pass up to the error, with what dropout drops in this step.
  private func forward(_ network: Network) -> Propagation {
    var pass = trainer.propagation
    var stream = trainer.droppingOfStep
    for layer in 0..<network.depth {
      pass.forward(layer: layer, of: network)
      let rate = trainer.settings.dropout(layer: layer, depth: network.depth)
      if rate > 0 { pass.drop(layer: layer, rate: rate, from: &stream) }
    }
    pass.error(cost: trainer.settings.cost, of: network, optimizer: trainer.settings.optimizer)
    return pass
  }
}
