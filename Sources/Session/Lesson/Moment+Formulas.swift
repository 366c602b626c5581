import ErrorSurfaces
import Experiments
import LinearAlgebra
import NeuralNetwork
import Training

/// What formulas speak of: a run and its surface at some time.
extension Lesson.Moment: FormulaScope {
  /// A named number of the run or of who walks on its surface.
  public func value(of quantity: Formula.Quantity) -> Double? {
    let process = run.history.process
    if let settler = process.settler { return value(of: quantity, in: settler) }
    return process.recurrent.map { value(of: quantity, in: $0) } ?? value(of: quantity, in: process.trainer)
  }

  private func value(of quantity: Formula.Quantity, in trainer: Trainer) -> Double? {
    switch quantity {
    case .trainCost: scene.ownsSteps ? scene.leadingCost : trainer.measureTraining()?.cost
    case .testCost: trainer.measureTest()?.cost
    case .averagedCost: trainer.withAveragedWeights?.measureTraining()?.cost
    case .trainAccuracy: trainer.measureTraining()?.accuracy
    case .testAccuracy: trainer.measureTest()?.accuracy
    case .sampleCost: sampleStep.map { Double($0.before.propagation.cost) }
    case .updates: Double(trainer.updates)
    case .epochs: Double(trainer.epoch)
    case .phases: Double(trainer.clock)
    case .rate: Double(trainer.learningRate.description)
    case .stableRate: run.largestStableRate
    case .batch: Double(trainer.settings.batch.size(of: trainer.order.count))
    case .samples: Double(trainer.data.training.count)
    case .testSamples: Double(trainer.data.test.count)
    case .units: Double(trainer.network.layout.sizes.dropFirst().dropLast().reduce(0, +))
    case .hiddenLayers: Double(trainer.network.depth - 1)
    case .parameters: Double(trainer.network.layout.count)
    case .steps: scene.steps.map { Double($0) }
    case .x: walker(0)
    case .y: walker(1)
    case .gradientNorm: Double(GradientCheck(of: trainer).gradient.norm)
    case .helpingShare: trainer.divergence == nil ? RandomSearchReport(of: trainer).share : nil
    case .diverged: trainer.divergence == nil ? 0 : 1
    case .row: Double(rowInHand)
    case .trainR2: trainer.measureTraining()?.r2
    case .testR2: trainer.measureTest()?.r2
    case .unsealed: Double(unsealings)
    case .sealedAccuracy: report?.accuracy
    case .sparsity: trainer.divergence == nil ? trainer.sparsity : nil
    case .energy, .temperature, .sweeps, .restless, .atRest, .patterns, .placed, .clashes, .solved, .solvedShare,
      .timeSteps:
      nil
    }
  }

  /// A number that has its place in a list or table.
  public func value(of reading: Formula.Reading, _ indices: [Int]) -> Double? {
    let process = run.history.process
    if let settler = process.settler { return value(of: reading, indices, in: settler) }
    return process.recurrent.map { value(of: reading, indices, in: $0) }
      ?? value(of: reading, indices, in: process.trainer)
  }

  private func value(of reading: Formula.Reading, _ indices: [Int], in trainer: Trainer) -> Double? {
    let confusion: [[Int]]?
    switch reading {
    case .trainConfusions: confusion = trainer.measureTraining()?.confusion
    case .testConfusions: confusion = trainer.measureTest()?.confusion
    case .state, .field, .overlap, .weight, .hidden, .delta, .timeGradient: confusion = nil
    }
    guard let confusion, indices.allSatisfy({ $0 < confusion.count }) else { return nil }
    return Double(confusion[indices[0]][indices[1]])
  }

  /// A number of the sequence in hand.
  public func value(of part: Formula.SamplePart, at index: Int, step: Int) -> Double? {
    run.history.process.recurrent.flatMap { value(of: part, at: index, step: step, in: $0) }
  }

  /// A weight or bias of the network.
  public func value(of parameter: ParameterName) -> Double? {
    guard run.history.process.settler == nil else { return nil }
    let parameters = run.history.process.point
    return parameters.layout.index(of: parameter).map { Double(parameters.values[$0].description)! }
  }

  /// A number of a unit for the sample in hand.
  public func value(of part: Formula.UnitPart, layer: Int, unit: Int) -> Double? {
    guard let network = run.history.process.training?.network else { return nil }
    guard layer < network.depth, unit < network.layout.layers[layer].units else { return nil }
    if part == .bias { return value(of: .bias(layer: layer, unit: unit)) }
    guard let pass = sampleStep?.before.propagation.layers[layer] else { return nil }
    return switch part {
    case .z: Double(pass.z[unit])
    case .a: Double(pass.a[unit])
    case .delta: Double(pass.delta[unit])
    case .slope: Double(network.activations[layer].derivative(pass.z[unit], pass.a[unit]))
    case .bias: nil
    }
  }

  /// A number of a layer, as the health panel has it.
  public func value(of part: Formula.LayerPart, layer: Int) -> Double? {
    guard let trainer = run.history.process.training, trainer.divergence == nil, layer < trainer.network.depth else {
      return nil
    }
    let layer = Health(of: trainer).layers[layer]
    return switch part {
    case .gradient: layer.gradientNorm
    case .dead: Double(layer.units.count { $0.isDead })
    case .saturated: Double(layer.units.count { $0.isSaturated })
    }
  }

  /// An input, a target or an output for the sample in hand.
  public func value(of part: Formula.SamplePart, at index: Int) -> Double? {
    guard let layout = run.history.process.training?.network.layout else { return nil }
    guard index < (part == .input ? layout.inputs : layout.outputs) else { return nil }
    if part == .answer { return value(of: .a, layer: layout.layers.count - 1, unit: index) }
    guard let pass = sampleStep?.before.propagation else { return nil }
    return Double(part == .input ? pass.inputs[index] : pass.targets[index])
  }

  /// How much the cost rises with a weight or bias.
  public func slope(_ kind: Formula.SlopeKind, of parameter: ParameterName) -> Double? {
    let process = run.history.process
    guard process.settler == nil, let index = process.point.layout.index(of: parameter) else { return nil }
    if let recurrent = process.recurrent {
      return kind == .gradient ? Double(recurrent.trainingGradient.values[index]) : nil
    }
    return switch kind {
    case .gradient: Double(GradientCheck(of: process.trainer).gradient.values[index])
    case .pull: sampleStep.map { Double($0.before.gradient.values[index]) }
    }
  }

  /// What the first output unit gives out for inputs as the network receives them.
  public func output(for inputs: [Double]) -> Double? {
    guard let network = run.history.process.training?.network else { return nil }
    guard inputs.count == network.layout.inputs else { return nil }
    return Double(
      network.outputs(for: Matrix(rows: 1, columns: inputs.count, elements: inputs.map { Float($0) }))[0, 0])
  }

  /// The cost at which an optimizer of the race stands.
  public func cost(of optimizer: Optimizer.Kind) -> Double? {
    guard let race = scene.race else { return nil }
    return race.racers.indices.first { race.racers[$0].entrant.optimizer == optimizer }.map { race.costs[$0] }
  }

  /// Whether a setting has a value, by its words.
  public func has(_ setting: Setting, _ value: String) -> Bool {
    setting.effectiveValue(in: run.experiment).typed == value
  }

  private var rowInHand: Int { run.lookedAt ?? run.trainer.nextBatch.first ?? run.trainer.order.first ?? 0 }

  /// The pass of the sample in hand, forward and back; nil where training has diverged.
  var sampleStep: StepInHand? {
    guard let trainer = run.history.process.training, trainer.divergence == nil,
      rowInHand < trainer.data.training.count
    else { return nil }
    return StepInHand(lookingAt: rowInHand, of: trainer)
  }

  private func walker(_ axis: Int) -> Double? {
    if scene.function != nil, let place = scene.fog?.place { return Double(axis == 0 ? place.a : place.b) }
    guard scene.function != nil, let values = scene.race?.racers[0].position.values else { return nil }
    return Double(values[axis])
  }
}

extension TestReport {
  /// The share of answers that are right, of classes.
  fileprivate var accuracy: Double? { if case .classes(let classes) = score { classes.report.accuracy } else { nil } }
}

extension Trainer {
  /// The share of the hidden activations over the training part that are 0; nil where there are no hidden units.
  fileprivate var sparsity: Double? {
    let samples = data.training
    var pass = Propagation(layout: network.layout, capacity: samples.count)
    pass.load(inputs: samples.inputs, targets: samples.targets, rows: Array(0..<samples.count)[...])
    var (zeros, count) = (0, 0)
    for layer in 0..<network.depth - 1 {
      pass.forward(layer: layer, of: network)
      let activations = pass.layers[layer].a.prefix(samples.count * network.layout.layers[layer].units)
      zeros += activations.count { $0 == 0 }
      count += activations.count
    }
    return count > 0 ? Double(zeros) / Double(count) : nil
  }
}
