import LinearAlgebra
import NeuralNetwork

extension Trainer {
  /// η of the present epoch, as the schedule has it.
  public var learningRate: Float {
    settings.schedule.rate(settings.learningRate, epoch: epoch, constants: settings.scheduling)
  }

  /// Moves the weights unless a number would not be finite; says whether it did.
  mutating func update() -> Bool {
    settings.complete(&gradient, at: network.parameters)
    if let place = propagation.cost.isFinite ? move() : largestWeight {
      divergence = Divergence(
        parameter: network.layout.name(at: place), value: gradient.values[place], row: firstBrokenRow)
      return false
    }
    updates += 1
    position += batchCount
    return true
  }

  /// The index of the weight or bias of largest magnitude: what to name where a cost is not finite though gradients are.
  private var largestWeight: Int? {
    let values = network.parameters.values
    return gradient.values.firstIndex { !$0.isFinite }
      ?? values.indices.max { values[$0].magnitude < values[$1].magnitude }
  }

  /// The optimizer's move; the index of the parameter that broke, if one did.
  private mutating func move() -> Int? {
    let before = settings.biases == .free ? nil : network.parameters
    defer { if let before { network.parameters.takeBiases(of: before) } }
    switch settings.optimizer {
    case .implicit:
      let batch = Batch(of: self)
      return optimizer.solve(&network.parameters, along: gradient, rate: learningRate) { batch.gradient(at: $0) }
    case .randomSearch:
      let batch = Batch(of: self)
      optimizer.search(&network.parameters, rate: learningRate) { batch.objective(at: $0) }
      return nil
    default:
      return optimizer.update(
        &network.parameters, along: gradient, rate: learningRate, constants: settings.constants)
    }
  }

  /// The row of the training part whose own pass has the first number that is not finite.
  private var firstBrokenRow: Int? {
    let pass = propagation
    let sample = (0..<batchCount).first { sample in
      !pass.costs[sample].isFinite
        || zip(pass.layers, network.layout.layers).contains { numbers, layer in
          numbers.delta[sample * layer.units..<(sample + 1) * layer.units].contains { !$0.isFinite }
        }
    }
    return sample.map { batchRows[batchRows.startIndex + $0] }
  }
}

extension TrainingSettings {
  /// Makes the data term's gradient that of the update: the penalty's is added, what does not learn is taken out, and the
  /// whole is clipped.
  func complete(_ gradient: inout Parameters, at parameters: Parameters) {
    regularization.addGradient(at: parameters, to: &gradient)
    if biases != .free { gradient.clearBiases() }
    if let limit = clipping { gradient.clip(toNorm: limit) }
  }
}

/// The present batch at other weights: for rules that look at more than one gradient.
private struct Batch {
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

/// What broke: the first number that was not finite, on its way to a weight.
public struct Divergence: Hashable, Sendable {
  public let parameter: ParameterName
  /// The gradient there.
  public let value: Float
  /// The row of the training part where it began; nil where every sample's own numbers are finite.
  public let row: Int?
}
