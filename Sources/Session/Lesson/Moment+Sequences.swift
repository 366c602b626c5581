import Experiments
import NeuralNetwork
import Training

/// What formulas know of a recurrent training.
extension Lesson.Moment {
  /// A named number; nil for those of a network that settles, and of a single sample.
  func value(of quantity: Formula.Quantity, in trainer: RecurrentTrainer) -> Double? {
    switch quantity {
    case .trainCost: trainer.measureTraining()?.cost
    case .testCost: trainer.measureTest()?.cost
    case .trainAccuracy: trainer.measureTraining()?.accuracy
    case .testAccuracy: trainer.measureTest()?.accuracy
    case .trainR2: trainer.measureTraining()?.r2
    case .testR2: trainer.measureTest()?.r2
    case .updates: Double(trainer.updates)
    case .epochs: Double(trainer.epoch)
    case .phases: Double(trainer.clock)
    case .rate: Double(trainer.learningRate.description)
    case .batch: Double(trainer.settings.batch.size(of: trainer.order.count))
    case .samples: Double(trainer.data.training.count)
    case .testSamples: Double(trainer.data.test.count)
    case .units: Double(trainer.network.units)
    case .hiddenLayers: 1
    case .parameters: Double(trainer.network.layout.count)
    case .gradientNorm: Double(trainer.trainingGradient.norm)
    case .diverged: trainer.divergence == nil ? 0 : 1
    case .timeSteps: RecurrentPropagation(inHandOf: trainer).lengths.first.map { Double($0) }
    case .steps: scene.steps.map { Double($0) }
    case .sampleCost, .stableRate, .helpingShare, .averagedCost, .x, .y, .row, .unsealed, .sealedAccuracy, .sparsity,
      .energy, .temperature,
      .sweeps, .restless,
      .atRest,
      .patterns, .placed, .clashes, .solved, .solvedShare:
      nil
    }
  }

  /// A number of the first sequence of the batch in hand, the one on the screen; of a gradient that of the whole batch.
  func value(of reading: Formula.Reading, _ indices: [Int], in trainer: RecurrentTrainer) -> Double? {
    let pass = RecurrentPropagation(inHandOf: trainer)
    let step = indices[0]
    switch reading {
    case .hidden, .delta:
      guard step < pass.lengths.first ?? 0, indices[1] < pass.units else { return nil }
      let numbers = pass.hidden(step)
      return Double((reading == .hidden ? numbers.a : numbers.delta)[indices[1]])
    case .timeGradient: return step < pass.steps ? pass.gradientNorms[step] : nil
    case .state, .field, .overlap, .weight, .trainConfusions, .testConfusions: return nil
    }
  }

  /// An input, a target or an output of that sequence at a step; nil where nothing is wanted.
  func value(of part: Formula.SamplePart, at index: Int, step: Int, in trainer: RecurrentTrainer) -> Double? {
    let pass = RecurrentPropagation(inHandOf: trainer)
    guard step < pass.lengths.first ?? 0, index < (part == .input ? pass.inputs : pass.outputs) else { return nil }
    switch part {
    case .input: return Double(pass.incoming(step)[index])
    case .answer: return Double(pass.readout(step).a[index])
    case .target: return pass.isAsked(step, sample: 0) ? Double(pass.targets(step)[index]) : nil
    }
  }
}

extension RecurrentTrainer {
  /// The gradient of the mean cost (data term) over all targets of the training part.
  var trainingGradient: Parameters { RecurrentPropagation(trainingPartOf: self).gradient(of: network) }
}
