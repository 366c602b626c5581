import Datasets
import Experiments
import LinearAlgebra
import NeuralNetwork
import Training

extension TestReport {
  /// Opens the sealed part of a trainer's data; nil where there is none.
  ///
  /// - Parameter openings: how often it has been opened then.
  public init?(opening trainer: Trainer, of experiment: Experiment, openings: Int = 1) {
    guard var sealed = trainer.data.sealed else { return nil }
    self.init(of: trainer, on: sealed.open(), beside: experiment.linearTrainer(for: trainer.data), openings: openings)
  }

  /// Puts a trainer to a test. Traps where there are no samples.
  init(of trainer: Trainer, on samples: Samples, beside linear: Trainer?, openings: Int) {
    (count, updates, self.openings) = (samples.count, trainer.updates, openings)
    if let classes = samples.classes, let names = trainer.data.classNames {
      score = .classes(Classes(of: trainer, on: samples, classes, names, beside: linear))
    } else {
      score = .numbers(Numbers(of: trainer, on: samples, beside: linear))
    }
  }
}

extension TestReport.Classes {
  fileprivate init(
    of trainer: Trainer, on samples: Samples, _ classes: [Int], _ names: [String], beside linear: Trainer?
  ) {
    let outputs = trainer.network.outputs(for: samples.inputs)
    let answers = (0..<samples.count).map { trainer.predictedClass(outputs.row($0)) }
    var table = Array(repeating: Array(repeating: 0, count: names.count), count: names.count)
    for (truth, answer) in zip(classes, answers) { table[truth][answer] += 1 }
    (self.names, confusion, report) = (names, table, ClassReport(confusion: table))
    let isRight = zip(classes, answers).map { $0 == $1 }
    interval = WilsonInterval(successes: isRight.count { $0 }, trials: samples.count)
    calibration = Calibration(
      confidences: (0..<samples.count).map { trainer.confidence(outputs.row($0)) }, isRight: isRight)
    let known = trainer.data.training.classes ?? []
    let most = names.indices.max { a, b in (known.count { $0 == a }, b) < (known.count { $0 == b }, a) }
    majority = Double(classes.count { $0 == most }) / Double(samples.count)
    self.linear = linear?.measure(samples)?.accuracy
  }
}

extension TestReport.Numbers {
  fileprivate init(of trainer: Trainer, on samples: Samples, beside linear: Trainer?) {
    let transform = trainer.data.outputTransform
    func labels(_ trainer: Trainer) -> [Double] {
      trainer.network.outputs(for: samples.inputs).elements.map(transform.label(ofOutput:))
    }
    predicted = labels(trainer)
    let actual = samples.targets.elements.map(transform.label(ofOutput:))
    let known = trainer.data.training.targets.elements.map(transform.label(ofOutput:))
    let middle = known.reduce(0, +) / Double(max(1, known.count))
    self.actual = actual
    errors = RegressionErrors(predicted: predicted, actual: actual)
    mean = RegressionErrors(predicted: actual.map { _ in middle }, actual: actual)
    self.linear = linear.map { RegressionErrors(predicted: labels($0), actual: actual) }
  }
}

extension Trainer {
  /// How sure an output row is of its answer, 0…1: its share of all outputs, or how far a single one leans to a side.
  fileprivate func confidence(_ output: ArraySlice<Float>) -> Double {
    let first = Double(output.first!)
    if output.count == 1 {
      let second = data.coding == .unit ? first : (first + 1) / 2
      return min(1, max(0.5, max(second, 1 - second)))
    }
    if network.activations.last == .softmax { return Double(output.max()!) }
    // Outputs that are no shares: what is above the coding's lower end.
    let low = data.coding == .signed ? -1.0 : 0
    let heights = output.map { max(0, Double($0) - low) }
    let sum = heights.reduce(0, +)
    return sum > 0 ? heights.max()! / sum : 1 / Double(output.count)
  }
}

// MARK: Without hidden layers

extension Experiment {
  /// A network without hidden layers, learned from the same rows: what a linear or logistic model would do.
  ///
  /// At most 200 epochs, and so few that it takes well under a second; nil where even one would take longer, or where
  /// the training has diverged.
  func linearTrainer(for data: LearningData) -> Trainer? {
    var plain = self
    plain.network.setHidden([])
    plain.training.optimizer = .adam
    (plain.training.learningRate, plain.training.batch, plain.training.dropout) = (0.01, .samples(32), [])
    (plain.training.schedule, plain.training.clipping, plain.training.biases) = (.constant, nil, .free)
    guard (try? plain.check(with: data)) != nil else { return nil }
    var trainer = plain.trainer(for: data)
    let work = 3 * data.training.count * trainer.network.parameters.count
    let epochs = min(200, Self.linearWork / max(1, work))
    guard epochs > 0 else { return nil }
    while trainer.epoch < epochs, trainer.divergence == nil { trainer.step(times: trainer.updatesPerEpoch) }
    return trainer.divergence == nil ? trainer : nil
  }

  /// The multiply-adds that are done well within a second.
  private static let linearWork = 400_000_000
}
