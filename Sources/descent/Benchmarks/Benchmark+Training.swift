import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

/// Training by `Trainer.step`, on made-up rows: what they hold does not change the work.
extension Benchmark {
  static let training = [
    Benchmark(
      "train-2-8-8-1-stochastic", "2-8-8-1 tanh, sgd, 1 sample an update", .rate(of: "samples"), aim: 10e6
    ) { training(toyTrainer(batch: 1)) },
    Benchmark("train-2-8-8-1-batch", "2-8-8-1 tanh, sgd, batch 10", .rate(of: "samples"), aim: 15e6) {
      training(toyTrainer(batch: 10))
    },
    Benchmark("train-64-32-10", "64-32-10 relu/softmax, sgd, batch 32", .rate(of: "samples"), aim: 3e6) {
      training(classifier([64, 32, 10], batch: 32, rows: 1_600))
    },
    Benchmark("train-784-128-10", "784-128-10 relu/softmax, sgd, batch 64", .rate(of: "samples"), aim: 170e3) {
      training(classifier([784, 128, 10], batch: 64, rows: 6_400))
    },
  ]

  /// 2-8-8-1 of tanh units on the spiral, with sgd.
  static func toyTrainer(batch: Int, rows: Int = 500) -> Trainer {
    let dataset = Generator.spiral.dataset(count: rows, seed: 1)
    guard case .classes(let classes, _) = dataset.labels else { preconditionFailure("the spiral has two classes") }
    let targets = Matrix(rows: rows, columns: 1, elements: classes.map { $0 == 1 ? 1 : -1 })
    let samples = Samples(inputs: dataset.inputs, targets: targets, classes: classes)
    return trainer(
      [2, 8, 8, 1], [.tanh, .tanh, .tanh], samples,
      TrainingSettings(learningRate: 0.01, batch: .samples(batch)))
  }

  /// A hidden layer of rectifiers and a softmax output, with sgd on rows of random inputs.
  static func classifier(_ sizes: [Int], batch: Int, rows: Int) -> Trainer {
    var stream = RandomStream(seed: 1, purpose: .data)
    let (inputs, outputs) = (sizes[0], sizes[sizes.count - 1])
    let classes = (0..<rows).map { $0 % outputs }
    var targets = Matrix(rows: rows, columns: outputs)
    for (row, number) in classes.enumerated() { targets[row, number] = 1 }
    let elements = (0..<rows * inputs).map { _ in stream.uniform(0, 1) }
    let samples = Samples(
      inputs: Matrix(rows: rows, columns: inputs, elements: elements), targets: targets, classes: classes)
    return trainer(
      sizes, [.rectifier, .softmax], samples,
      TrainingSettings(cost: .crossEntropy, learningRate: 0.01, batch: .samples(batch)))
  }

  private static func trainer(
    _ sizes: [Int], _ activations: [Activation], _ samples: Samples, _ settings: TrainingSettings
  ) -> Trainer {
    var network = Network(sizes: sizes, activations: activations)
    var stream = RandomStream(seed: 1, purpose: .weights)
    network.initialize(with: .glorot, from: &stream)
    let data = LearningData(
      training: samples, test: samples, inputNames: (1...sizes[0]).map { "x\($0)" },
      outputNames: (1...samples.targets.columns).map { "y\($0)" }, classNames: nil, coding: .value)
    return Trainer(network: network, data: data, settings: settings, seed: 1)
  }

  /// Trains on and on, a thousand samples or more at a time.
  private static func training(_ beginning: Trainer) -> () -> Int {
    var trainer = beginning
    let updates = max(16, 1_024 / trainer.nextBatch.count)
    return { trainer.train(updates: updates) }
  }
}

extension Trainer {
  /// Makes updates and returns the number of samples learned from.
  fileprivate mutating func train(updates: Int) -> Int {
    let before = samplesSeen
    step(times: updates)
    precondition(divergence == nil, "the benchmark diverged at \(String(describing: divergence))")
    return samplesSeen - before
  }
}
