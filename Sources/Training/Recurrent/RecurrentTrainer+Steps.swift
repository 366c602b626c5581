import NeuralNetwork

extension RecurrentTrainer {
  /// Performs one phase, and moves on to its successor.
  ///
  /// Does nothing while training stands still after a divergence.
  public mutating func advance() {
    guard divergence == nil else { return }
    let current = phase
    switch current {
    case .input: takeBatch()
    case .forward(let step): propagation.forward(step..<step + 1, of: network)
    case .error: propagation.error(cost: settings.cost, of: network)
    case .backward(let step):
      propagation.backward(step..<step + 1, of: network)
      if step == 0 { propagation.addUp(0..<propagation.steps, into: &gradient) }
    case .update: guard update() else { return }
    case .epoch: endEpoch()
    }
    phase = successor(of: current)
    performed = current
    clock += 1
  }

  func successor(of phase: RecurrentPhase) -> RecurrentPhase {
    switch phase {
    case .input: .forward(step: 0)
    case .forward(let step): step + 1 < propagation.steps ? .forward(step: step + 1) : .error
    case .error: .backward(step: propagation.steps - 1)
    case .backward(let step): step > 0 ? .backward(step: step - 1) : .update
    case .update: position < order.count ? .input : .epoch
    case .epoch: .input
    }
  }

  /// One whole update: advances until the next batch is due (past the end of the epoch, where it ended) or training stands
  /// still. From a batch's beginning all steps of time are made in one call each way, with the same numbers.
  mutating func takeStep() {
    guard divergence == nil else { return }
    if phase == .input { passThroughTime() }
    repeat { advance() } while phase != .input && divergence == nil
  }

  /// All phases up to the update.
  private mutating func passThroughTime() {
    takeBatch()
    let steps = 0..<propagation.steps
    propagation.forward(steps, of: network)
    propagation.error(cost: settings.cost, of: network)
    propagation.backward(steps, of: network)
    propagation.addUp(steps, into: &gradient)
    clock += 2 * propagation.steps + 2
    performed = .backward(step: 0)
    phase = .update
  }

  private mutating func takeBatch() {
    stepStart = clock
    if position == 0 { epochStart = clock }
    let batch = nextBatch
    batchCount = batch.count
    let set = data.training
    propagation.load(
      inputs: set.inputs, targets: set.targets, isAsked: set.isAsked, sequences: batch.map { set.sequences[$0] },
      of: network, truncation: truncation)
  }

  private mutating func endEpoch() {
    epoch += 1
    position = 0
    batchCount = 0
    drawOrder()
  }

  /// A new epoch's order: the sequences as they stand, shuffled where the settings say so.
  mutating func drawOrder() {
    (orderStream, orderIsShuffled) = (shuffling, settings.shuffle)
    redrawOrder()
  }

  /// The present epoch's order once more.
  mutating func redrawOrder() {
    order = Array(0..<data.training.count)
    shuffling = orderStream
    if orderIsShuffled { shuffling.shuffle(&order) }
  }
}
