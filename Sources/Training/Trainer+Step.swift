import LinearAlgebra
import NeuralNetwork

/// Whole updates: phase by phase, or all in one call where the arithmetic is plain; the same numbers either way.
extension Trainer {
  /// One step or more, up to a number of them; none but the last ends an epoch. `Kernels` does all of them in one call where
  /// it can.
  ///
  /// - Parameter costs: room for each update's `Propagation.cost`, if that is wanted.
  /// - Returns: the number of steps made.
  @discardableResult
  public mutating func stride(upTo limit: Int, costs: Kernels.Output? = nil) -> Int {
    let made = phase == .input && divergence == nil && isPlain ? strideAtOnce(upTo: limit, costs: costs) : 0
    if made > 0, phase == .input { return made }
    let before = updates
    repeat { advance() } while phase != .input && divergence == nil
    if updates > before { costs?[made] = propagation.cost }
    return made + 1
  }

  /// Updates in one call, up to a number of them and to the end of the epoch at most. One that needs a closer look is
  /// left before its last phase.
  ///
  /// - Returns: the number of updates made.
  private mutating func strideAtOnce(upTo limit: Int, costs: Kernels.Output?) -> Int {
    let size = settings.batch.size(of: order.count)
    let end = min(order.count, position + min(limit, order.count) * size)
    let rate = learningRate
    let (made, batches) = order.withUnsafeBufferPointer { order in
      let batches = Kernels.Batches(
        inputs: data.training.inputs.start, targets: data.training.targets.start,
        rows: UnsafeBufferPointer(rebasing: order[position..<end]), size: size)
      let made = optimizer.makeUpdates(
        &network, on: batches, through: &propagation, gradient: &gradient, cost: settings.cost, rate: rate,
        means: costs)
      return (made, batches.count)
    }
    count(made, of: batches, upTo: end)
    return made
  }

  /// Notes that the phases of some batches were performed: of all of them, or of one more up to its update.
  private mutating func count(_ made: Int, of batches: Int, upTo end: Int) {
    let phases = 2 * network.depth + 3
    let isWhole = made == batches
    if position == 0 { epochStart = clock }
    stepStart = clock + (isWhole ? made - 1 : made) * phases
    clock += isWhole ? made * phases : (made + 1) * phases - 1
    updates += made
    batchCount = propagation.count
    position = isWhole ? end : position + made * settings.batch.size(of: order.count)
    droppingOfStep = dropping
    performed = isWhole ? .update : .backward(layer: 0)
    phase = isWhole ? successor(of: .update) : .update
    if phase == .epoch { advance() }
  }

  /// Whether nothing but the gradient of the cost moves the weights, by a rule that `Optimizer.makeUpdates` knows.
  private var isPlain: Bool {
    // Shuffling and the size of batches are the order's, and the rate is the epoch's whatever made it.
    let (cost, rule, _, _, _, _, _, _, penalty, dropout, clipping, biases) = settings.parts
    return (penalty.kind == .none || penalty.rate == 0) && clipping == nil && biases == .free
      && dropout.allSatisfy { $0 == 0 } && rule == optimizer.kind
      && optimizer.makesUpdates(network, cost: cost, rate: learningRate)
  }
}
