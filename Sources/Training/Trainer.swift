import Datasets
import LinearAlgebra
import NeuralNetwork

/// Gradient descent as a state machine: one phase at a time, or one update, the same arithmetic either way.
///
/// A copy-on-write value: a copy is a point in time that can be returned to.
public struct Trainer: Hashable, Sendable {
  /// The network with its present weights.
  public internal(set) var network: Network
  /// The samples that are learned from and those that are measured.
  public internal(set) var data: LearningData
  /// How it is trained from the next update on.
  public internal(set) var settings: TrainingSettings
  /// The rule with what it remembers.
  public internal(set) var optimizer: Optimizer
  /// The batch on its way through the network; filled as the phases go on.
  public internal(set) var propagation: Propagation
  /// The mean gradient of the last batch; layer by layer filled by the backward phases. The update phase adds the
  /// penalty's gradient.
  public internal(set) var gradient: Parameters
  /// The phase that `advance` performs next.
  public internal(set) var phase = TrainingPhase.input
  /// The epochs completed.
  public internal(set) var epoch = 0
  /// The updates made.
  public internal(set) var updates = 0
  /// The phases performed since the beginning: a clock for history.
  public internal(set) var clock = 0
  /// The order in which this epoch takes the rows of the training part.
  public internal(set) var order: [Int]
  /// How many rows of `order` earlier batches of this epoch have taken.
  public internal(set) var position = 0
  /// The number of rows in the present batch.
  public internal(set) var batchCount = 0
  /// Why training stands still: a number was not finite. The weights are as they were before.
  public internal(set) var divergence: Divergence?
  /// The phase performed last; nil at the beginning, and after a change has thrown a begun step away.
  public internal(set) var performed: TrainingPhase?
  /// The clock at which the present step began, or the last one where none has begun.
  public internal(set) var stepStart = 0
  /// The clock at which the present epoch began, or the last one where none has begun.
  public internal(set) var epochStart = 0
  /// The seed of all that training draws.
  let seed: UInt64
  var shuffling: RandomStream
  /// What dropout draws from, now and as it was when the present batch came in.
  var dropping: RandomStream
  var droppingOfStep: RandomStream
  /// What `order` was drawn from: see `drawOrder`.
  var orderSource: OrderSource

  /// Traps unless the data fits the network.
  public init(network: Network, data: LearningData, settings: TrainingSettings, seed: UInt64) {
    Trainer.check(data, fits: network)
    self.network = network
    self.data = data
    self.settings = settings
    self.seed = seed
    optimizer = Optimizer(settings.optimizer, seed: seed)
    propagation = Propagation(layout: network.layout, capacity: settings.batch.size(of: data.training.count))
    gradient = Parameters(layout: network.layout)
    shuffling = RandomStream(seed: seed, purpose: .shuffle)
    dropping = RandomStream(seed: seed, purpose: .dropout)
    droppingOfStep = dropping
    orderSource = OrderSource(stream: shuffling, shuffled: settings.shuffle)
    order = []
    keepBiases()
    drawOrder()
  }

  /// The updates in an epoch.
  public var updatesPerEpoch: Int {
    let (count, size) = (order.count, max(1, settings.batch.size(of: order.count)))
    return max(1, (count + size - 1) / size)
  }

  /// The rows of the training part in the present batch.
  public var batchRows: ArraySlice<Int> { order[position..<position + batchCount] }

  /// The rows of the training part that the next batch takes, or the present one where a step has begun.
  public var nextBatch: ArraySlice<Int> {
    order[position..<min(order.count, position + settings.batch.size(of: order.count))]
  }

  /// Performs one phase, moves on to its successor, and returns the phase performed.
  ///
  /// Does nothing but return the phase while training stands still after a divergence.
  @discardableResult
  public mutating func advance() -> TrainingPhase {
    guard divergence == nil else { return phase }
    let current = phase
    switch current {
    case .input: takeBatch()
    case .forward(let layer): forward(layer: layer)
    case .error: propagation.error(cost: settings.cost, of: network, optimizer: settings.optimizer)
    case .backward(let layer): propagation.backward(layer: layer, of: network, gradient: &gradient)
    case .update: guard update() else { return current }
    case .epoch: endEpoch()
    }
    phase = successor(of: current)
    performed = current
    clock += 1
    return current
  }

  func successor(of phase: TrainingPhase) -> TrainingPhase {
    switch phase {
    case .input: .forward(layer: 0)
    case .forward(let layer): layer + 1 < network.depth ? .forward(layer: layer + 1) : .error
    case .error: .backward(layer: network.depth - 1)
    case .backward(let layer): layer > 0 ? .backward(layer: layer - 1) : .update
    case .update: position < order.count ? .input : .epoch
    case .epoch: .input
    }
  }

  private mutating func takeBatch() {
    stepStart = clock
    droppingOfStep = dropping
    if position == 0 { epochStart = clock }
    batchCount = nextBatch.count
    let (inputs, targets) = (data.training.inputs.start, data.training.targets.start)
    let rows = order.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[position..<position + batchCount]) }
    propagation.load(inputs: inputs, targets: targets, rows: rows)
  }

  private mutating func forward(layer: Int) {
    propagation.forward(layer: layer, of: network)
    let rate = settings.dropout(layer: layer, depth: network.depth)
    if rate > 0 { propagation.drop(layer: layer, rate: rate, from: &dropping) }
  }

  private mutating func endEpoch() {
    epoch += 1
    position = 0
    batchCount = 0
    drawOrder()
  }
}
