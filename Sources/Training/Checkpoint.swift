import Datasets
import Foundation
import LinearAlgebra
import NeuralNetwork

/// What a trainer needs to go on another day exactly as it would have gone on now, beside its data and its settings:
/// to be written to a file.
///
/// Of a step in its midst the beginning is kept. Numbers are kept as bits, so that nothing is rounded.
public struct Checkpoint: Codable, Hashable, Sendable {
  let sizes: [Int]
  let activations: [String]
  let parameters: Data
  let seed: UInt64
  let epoch, updates, clock, position, stepStart, epochStart: Int
  let isEpochDue: Bool
  let order: [UInt64]
  let isShuffled: Bool
  let dropping: [UInt64]
  let optimizer: Rule

  /// The optimizer's part.
  struct Rule: Codable, Hashable, Sendable {
    let kind: String
    let steps: Int
    let memory: [Data]
    let products: [UInt64]
    let stream: [UInt64]

    /// Keeps a rule with all that it remembers.
    init(of rule: Optimizer) {
      (kind, steps) = (rule.kind.rawValue, rule.steps)
      memory = rule.memory.map { Data(bitsOf: $0.values) }
      (products, stream) = (rule.products.map(\.bitPattern), rule.stream.state)
    }
  }

  /// Keeps a trainer.
  public init(of trainer: Trainer) {
    sizes = trainer.network.layout.sizes
    activations = trainer.network.activations.map(\.rawValue)
    parameters = Data(bitsOf: trainer.network.parameters.values)
    seed = trainer.seed
    (epoch, updates, clock, position) = (trainer.epoch, trainer.updates, trainer.clock, trainer.position)
    (stepStart, epochStart) = (trainer.stepStart, trainer.epochStart)
    isEpochDue = trainer.phase == .epoch
    order = trainer.orderSource.stream.state
    isShuffled = trainer.orderSource.shuffled
    let isInside = trainer.phase != .input && trainer.phase != .epoch
    dropping = (isInside ? trainer.droppingOfStep : trainer.dropping).state
    optimizer = Rule(of: trainer.optimizer)
  }
}

extension Trainer {
  /// Goes on from a checkpoint; nil where data, settings and checkpoint do not belong together, or where one of its numbers
  /// cannot be.
  public init?(_ checkpoint: Checkpoint, data: LearningData, settings: TrainingSettings) {
    guard checkpoint.isSound(for: data, settings: settings),
      let network = Network(checkpoint), let optimizer = Optimizer(checkpoint.optimizer, layout: network.layout),
      let order = RandomStream(state: checkpoint.order), let dropping = RandomStream(state: checkpoint.dropping)
    else { return nil }
    self.init(network: network, data: data, settings: settings, seed: checkpoint.seed)
    self.optimizer = optimizer
    (self.dropping, droppingOfStep) = (dropping, dropping)
    orderSource = OrderSource(stream: order, shuffled: checkpoint.isShuffled)
    redrawOrder()
    (epoch, updates, clock, position) = (checkpoint.epoch, checkpoint.updates, checkpoint.clock, checkpoint.position)
    (stepStart, epochStart) = (checkpoint.stepStart, checkpoint.epochStart)
    phase = checkpoint.isEpochDue ? .epoch : .input
  }
}

extension Checkpoint {
  /// No count is ever above this: a thousand years of training are less.
  static let mostCounted = 1 << 53

  /// Whether training can go on from these numbers.
  fileprivate func isSound(for data: LearningData, settings: TrainingSettings) -> Bool {
    let samples = data.training.count
    let counts = [epoch, updates, clock, stepStart, epochStart, optimizer.steps]
    guard counts.allSatisfy((0...Checkpoint.mostCounted).contains), stepStart <= clock, epochStart <= clock,
      epoch <= Checkpoint.mostCounted / max(1, samples)
    else { return false }
    guard position >= 0, isEpochDue ? position <= samples : position < samples else { return false }
    let activations = activations.compactMap { Activation(rawValue: $0) }
    return optimizer.kind == settings.optimizer.rawValue && activations.count == self.activations.count
      && sizes.first == data.training.inputs.columns && sizes.last == data.training.targets.columns
      && Mismatch.first(sizes: sizes, activations: activations, cost: settings.cost, optimizer: .sgd)
        == nil
  }
}

extension Network {
  fileprivate init?(_ checkpoint: Checkpoint) {
    let activations = checkpoint.activations.compactMap { Activation(rawValue: $0) }
    let most = checkpoint.parameters.count
    guard checkpoint.sizes.count > 1, activations.count == checkpoint.sizes.count - 1,
      checkpoint.sizes.allSatisfy({ (1...max(1, most)).contains($0) }),
      // Counted in floating point, which no size can lead out of.
      zip(checkpoint.sizes, activations.indices.map { checkpoint.sizes[$0 + 1] })
        .reduce(0.0, { $0 + Double($1.0 + 1) * Double($1.1) }) * 4 == Double(most),
      let parameters = Parameters(checkpoint.parameters, layout: Parameters.Layout(sizes: checkpoint.sizes))
    else { return nil }
    self.init(parameters: parameters, activations: activations)
  }
}

extension Optimizer {
  init?(_ rule: Checkpoint.Rule, layout: Parameters.Layout) {
    let memory = rule.memory.compactMap { Parameters($0, layout: layout) }
    let products = rule.products.map(Double.init(bitPattern:))
    guard let kind = Kind(rawValue: rule.kind), memory.count == rule.memory.count,
      products.allSatisfy({ (0...1).contains($0) }), let stream = RandomStream(state: rule.stream)
    else { return nil }
    self.init(kind, steps: rule.steps, memory: memory, products: products, stream: stream)
  }
}

extension Parameters {
  init?(_ bits: Data, layout: Layout) {
    guard bits.count == layout.count * 4 else { return nil }
    let values = bits.floats
    guard values.allSatisfy(\.isFinite) else { return nil }
    self.init(layout: layout, values: values)
  }
}

extension Data {
  /// The numbers' bits, four bytes each, the lowest first.
  init(bitsOf values: [Float]) {
    self = values.map { $0.bitPattern.littleEndian }.withUnsafeBytes { Data($0) }
  }

  fileprivate var floats: [Float] {
    withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { place in
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      }
    }
  }
}
