import LinearAlgebra
import NeuralNetwork

extension Trainer {
  /// η of the present epoch, as the schedule has it.
  public var learningRate: Float {
    settings.schedule.rate(settings.learningRate, epoch: epoch, constants: settings.scheduling)
  }

  /// Says it where η has come to 0, so that nothing is learned any more; nil elsewhere.
  public var rateRemark: String? {
    guard learningRate == 0, settings.learningRate != 0 else { return nil }
    guard settings.schedule == .cosine, epoch >= settings.scheduling.cosineEpochs else {
      return "η is 0: the \(settings.schedule.rawValue) schedule has made it too small"
    }
    return "η is 0: the cosine schedule has ended, at epoch \(settings.scheduling.cosineEpochs)"
  }

  /// Moves the weights unless a number would not be finite; says whether it did.
  mutating func update() -> Bool {
    settings.complete(&gradient, at: network.parameters)
    if let place = propagation.cost.isFinite ? move() : largestWeight {
      divergence = Divergence(
        parameter: network.layout.name(at: place), value: gradient.values[place], row: firstBrokenRow,
        origin: firstBroken)
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
    switch settings.optimizer.need {
    case .gradientElsewhere:
      let batch = Batch(of: self)
      return optimizer.solve(&network.parameters, along: gradient, rate: learningRate) { batch.gradient(at: $0) }
    case .cost:
      let batch = Batch(of: self)
      optimizer.search(&network.parameters, rate: learningRate) { batch.objective(at: $0) }
      return nil
    case .gradient:
      return optimizer.update(
        &network.parameters, along: gradient, rate: learningRate, constants: settings.constants)
    }
  }

  /// The first kind of number, on the way forward and back, that is not finite.
  private var firstBroken: Divergence.Origin {
    let pass = propagation
    if let layer = pass.layers.indices.first(where: { !pass.layers[$0].z.allSatisfy(\.isFinite) }) {
      return .sum(layer: layer)
    }
    if !pass.cost.isFinite { return .cost }
    if let layer = pass.layers.indices.last(where: { !pass.layers[$0].delta.allSatisfy(\.isFinite) }) {
      return .delta(layer: layer)
    }
    return gradient.values.allSatisfy(\.isFinite) ? .update : .gradient
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
