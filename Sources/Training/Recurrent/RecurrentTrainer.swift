import Datasets
import LinearAlgebra
import NeuralNetwork

/// Backpropagation through time as a state machine: one phase at a time, or one update, the same arithmetic either way.
///
/// A copy-on-write value: a copy is a point in time that can be returned to.
public struct RecurrentTrainer: Hashable, Sendable {
  /// The network with its present weights.
  public internal(set) var network: RecurrentNetwork
  /// The sequences that are learned from and those that are measured.
  public internal(set) var data: SequenceData
  /// Dropout has no place here: its rates are not read.
  public internal(set) var settings: TrainingSettings
  /// The steps of the spans within which errors pass back through time; all the way where nil.
  public internal(set) var truncation: Int?
  /// The rule with what it remembers.
  public internal(set) var optimizer: Optimizer
  /// The batch on its way through time; filled as the phases go on.
  public internal(set) var propagation: RecurrentPropagation
  /// The gradient of the last batch's mean cost over its targets, whole once the last backward phase is done. The update phase
  /// adds the penalty's.
  public internal(set) var gradient: Parameters
  /// The phase that `advance` performs next.
  public internal(set) var phase = RecurrentPhase.input
  /// The phase performed last; nil at the beginning, and after a change has thrown a begun step away.
  public internal(set) var performed: RecurrentPhase?
  /// The epochs completed.
  public internal(set) var epoch = 0
  /// The updates made.
  public internal(set) var updates = 0
  /// The phases performed since the beginning: a clock for history.
  public internal(set) var clock = 0
  /// The order in which this epoch takes the sequences.
  public internal(set) var order: [Int] = []
  /// How many sequences of `order` earlier batches of this epoch have taken.
  public internal(set) var position = 0
  /// The number of sequences in the present batch.
  public internal(set) var batchCount = 0
  /// Why training stands still: a number was not finite. The weights are as they were before.
  public internal(set) var divergence: Divergence?
  /// The clock at which the present step began, or the last one where none has begun.
  public internal(set) var stepStart = 0
  /// The clock at which the present epoch began, or the last one where none has begun.
  public internal(set) var epochStart = 0
  /// The seed of all that training draws.
  let seed: UInt64
  var shuffling: RandomStream
  /// What `order` was drawn from, and whether it was shuffled.
  var orderStream: RandomStream
  var orderIsShuffled = false

  /// Traps unless the data fits the network.
  public init(
    network: RecurrentNetwork, data: SequenceData, settings: TrainingSettings, truncation: Int? = nil, seed: UInt64
  ) {
    Self.check(data, fits: network)
    precondition(truncation ?? 1 > 0, "errors pass back through at least one step, got \(truncation ?? 0)")
    (self.network, self.data, self.settings, self.truncation, self.seed) = (network, data, settings, truncation, seed)
    optimizer = Optimizer(settings.optimizer, seed: seed)
    propagation = RecurrentPropagation(of: network)
    gradient = Parameters(layout: network.layout)
    shuffling = RandomStream(seed: seed, purpose: .shuffle)
    orderStream = shuffling
    keepBiases()
    drawOrder()
  }

  static func check(_ data: SequenceData, fits network: RecurrentNetwork) {
    let (inputs, outputs) = (data.training.inputs.columns, data.training.targets.columns)
    precondition(data.training.count > 0, "there are no sequences to learn from")
    precondition(
      inputs == network.inputs && outputs == network.outputs,
      "a network of \(network.inputs) inputs and \(network.outputs) outputs was given \(inputs) and \(outputs)")
  }

  /// The sequences of the training part that the next batch takes, or the present one where a step has begun.
  public var nextBatch: ArraySlice<Int> {
    order[position..<min(order.count, position + settings.batch.size(of: order.count))]
  }

  /// The updates in an epoch.
  public var updatesPerEpoch: Int {
    let size = max(1, settings.batch.size(of: order.count))
    return max(1, (order.count + size - 1) / size)
  }

  /// η of the present epoch, as the schedule has it.
  public var learningRate: Float {
    settings.schedule.rate(settings.learningRate, epoch: epoch, constants: settings.scheduling)
  }
}

/// A moment of one training step through time.
///
/// The order: input, forward at each step, error, backward at each step from the last, update, and after the last batch of an
/// epoch the epoch's end.
public enum RecurrentPhase: Hashable, Sendable {
  /// The batch's sequences are taken.
  case input
  /// x[t] comes in; z[t], h[t] and the outputs of one step.
  case forward(step: Int)
  /// The cost of all outputs that have a target, and their δ.
  case error
  /// δ[t] of one step; after that of the first the gradient is whole.
  case backward(step: Int)
  /// The optimizer moves the weights.
  case update
  /// All sequences have been seen; they are put in a new order.
  case epoch
}
