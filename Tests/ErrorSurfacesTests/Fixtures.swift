import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

/// A small classifier on a ring of points, untrained.
func ringTrainer(
  hidden: [Int] = [4], cost: Cost = .quadratic, optimizer: Optimizer.Kind = .sgd, rate: Float = 0.1, seed: UInt64 = 1
) -> Trainer {
  var stream = RandomStream(seed: 7, purpose: .data)
  var (inputs, targets): ([Float], [Float]) = ([], [])
  for _ in 0..<60 {
    let (x, y) = (stream.uniform(-2, 2), stream.uniform(-2, 2))
    inputs += [x, y]
    targets.append(x * x + y * y < 2 ? 1 : -1)
  }
  let samples = Samples(
    inputs: Matrix(rows: 60, columns: 2, elements: inputs), targets: Matrix(rows: 60, columns: 1, elements: targets),
    classes: targets.map { $0 > 0 ? 1 : 0 })
  let data = LearningData(
    training: samples, test: samples, inputNames: ["x1", "x2"], outputNames: ["y"], classNames: ["out", "in"],
    coding: .signed)
  var network = Network(
    sizes: [2] + hidden + [1], activations: Array(repeating: .tanh, count: hidden.count + 1))
  var weights = RandomStream(seed: seed, purpose: .weights)
  network.initialize(with: .uniform, from: &weights)
  let settings = TrainingSettings(cost: cost, optimizer: optimizer, learningRate: rate, batch: .samples(10))
  return Trainer(network: network, data: data, settings: settings, seed: seed)
}

/// A line through 1-D points, y = wx + b, with the quadratic cost: its surface over (w, b) is an exact paraboloid.
func lineTrainer() -> Trainer {
  let (x, y): ([Float], [Float]) = ([-1, 0, 1, 2], [-1.5, 0.5, 0, 2])
  let samples = Samples(
    inputs: Matrix(rows: 4, columns: 1, elements: x), targets: Matrix(rows: 4, columns: 1, elements: y), classes: nil)
  let data = LearningData(
    training: samples, test: samples, inputNames: ["x1"], outputNames: ["y"], classNames: nil, coding: .value)
  let network = Network(sizes: [1, 1], activations: [.linear])
  let settings = TrainingSettings(learningRate: 0.1, batch: .all, shuffle: false)
  return Trainer(network: network, data: data, settings: settings, seed: 1)
}

extension Trainer {
  /// The cost that the trainer itself reports for other weights.
  func reportedCost(at parameters: Parameters) -> Double {
    var copy = self
    copy.set(parameters: parameters)
    return copy.measureTraining()!.cost
  }
}

/// Whether two sums of the same numbers in double precision are one but for their order.
func isSameSum(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(abs(a), abs(b)) }
