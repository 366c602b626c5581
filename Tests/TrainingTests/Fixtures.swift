import Datasets
import LinearAlgebra
import NeuralNetwork

@testable import Training

/// Small made-up data: uniform inputs, two classes apart by a line.
func someData(rows: Int = 13, inputs: Int = 2, outputs: Int = 1, seed: UInt64 = 1) -> LearningData {
  var stream = RandomStream(seed: seed, purpose: .data)
  func samples(_ count: Int) -> Samples {
    var (x, y) = (Matrix(rows: count, columns: inputs), Matrix(rows: count, columns: outputs))
    for i in x.elements.indices { x.elements[i] = stream.uniform(-1, 1) }
    for row in 0..<count {
      let side = x.row(row).reduce(0, +)
      for column in 0..<outputs { y[row, column] = (side > 0) == (column % 2 == 0) ? 0.9 : 0.1 }
    }
    return Samples(inputs: x, targets: y, classes: nil)
  }
  let names = (0..<max(inputs, outputs)).map { "v\($0)" }
  return LearningData(
    training: samples(rows), test: samples(5), inputNames: Array(names.prefix(inputs)),
    outputNames: Array(names.prefix(outputs)), classNames: nil, coding: .value)
}

func someNetwork(_ sizes: [Int], _ activations: [Activation]? = nil, seed: UInt64 = 1) -> Network {
  var network = Network(sizes: sizes, activations: activations ?? sizes.dropFirst().map { _ in .sigmoid })
  var stream = RandomStream(seed: seed, purpose: .weights)
  network.initialize(with: .uniform, from: &stream)
  return network
}

func someTrainer(
  _ sizes: [Int] = [2, 3, 2, 1], _ settings: TrainingSettings = TrainingSettings(batch: .samples(4)), rows: Int = 13,
  seed: UInt64 = 1
) -> Trainer {
  Trainer(
    network: someNetwork(sizes, seed: seed),
    data: someData(rows: rows, inputs: sizes[0], outputs: sizes[sizes.count - 1], seed: seed), settings: settings,
    seed: seed)
}

/// Everything that a trainer holds at a moment, as bits. What its buffers still hold of an earlier batch, because the
/// present step has not come so far, is not of the moment and left out.
struct Fingerprint: Equatable {
  var bits: [String: [UInt32]] = [:]
  var counters: [Int]
  var phases: [TrainingPhase?]
  var rows: [Int]
  var settings: TrainingSettings
  var activations: [Activation]
  var streams: [RandomStream]

  init(_ trainer: Trainer) {
    counters = [
      trainer.clock, trainer.updates, trainer.epoch, trainer.position, trainer.batchCount, trainer.stepStart,
      trainer.epochStart, trainer.optimizer.steps, trainer.propagation.count,
    ]
    phases = [trainer.phase, trainer.performed]
    rows = trainer.order
    settings = trainer.settings
    activations = trainer.network.activations
    streams = [trainer.shuffling, trainer.dropping, trainer.optimizer.stream]
    add("parameters", trainer.network.parameters.values)
    add("gradient", trainer.gradient.values)
    for memory in trainer.optimizer.memory { add("memory", memory.values) }
    add("data", trainer.data.training.inputs.elements)
    add(trainer.propagation, before: trainer.phase, of: trainer.network)
  }

  /// What differs from another moment, for a failure's message.
  func differences(from other: Fingerprint) -> [String] {
    var names = Set(bits.keys).union(other.bits.keys).filter { bits[$0] != other.bits[$0] }.sorted()
    if counters != other.counters { names.append("counters \(counters) \(other.counters)") }
    if phases != other.phases { names.append("phases \(phases) \(other.phases)") }
    if rows != other.rows { names.append("rows") }
    if settings != other.settings || activations != other.activations { names.append("settings") }
    if streams != other.streams { names.append("streams") }
    return names
  }

  private mutating func add(_ name: String, _ values: some Sequence<Float>) {
    bits[name, default: []] += values.map(\.bitPattern)
  }

  private mutating func add(_ pass: Propagation, before phase: TrainingPhase, of network: Network) {
    let layout = network.layout
    let progress = Progress(before: phase, depth: network.depth)
    add("inputs", pass.inputs.prefix(pass.count * layout.inputs))
    add("targets", pass.targets.prefix(pass.count * layout.outputs))
    if progress.isErrorKnown { add("costs", pass.costs.prefix(pass.count)) }
    for (number, values) in pass.layers.enumerated() {
      let count = pass.count * layout.layers[number].units
      if number < progress.forward { add("z", values.z.prefix(count)) }
      if number < progress.forward { add("a", values.a.prefix(count)) }
      if number >= progress.backward { add("delta", values.delta.prefix(count)) }
    }
  }

  /// How far the present batch has come: the layers that are done.
  private struct Progress {
    var forward: Int
    var backward = 0
    var isErrorKnown = true

    init(before phase: TrainingPhase, depth: Int) {
      forward = depth
      switch phase {
      case .forward(let layer): (forward, backward, isErrorKnown) = (layer, depth, false)
      case .error: (backward, isErrorKnown) = (depth, false)
      case .backward(let layer): backward = layer
      default: break
      }
    }
  }
}
