import NeuralNetwork

/// A batch taken sample by sample: each one's own pass forward and back, and the gradient growing towards the mean.
///
/// It ends in exactly the gradient that the update uses, since that is the same sum in the same order.
public struct SampleWalk: Sendable {
  /// The whole batch's passes, computed ahead; the last shown sample's row is `count - 1`.
  public let propagation: Propagation
  /// The rows of the training part in the batch.
  public let rows: [Int]
  /// How many samples are shown.
  public private(set) var count = 0
  /// The sum of the shown samples' gradients (data term).
  public private(set) var sum: Parameters
  /// The gradient of the last shown sample alone.
  public private(set) var own: Parameters

  /// Walks the batch that a trainer takes next, up to a number of samples; traps if it stands in mid-step.
  public init(of trainer: Trainer, count: Int) {
    precondition(trainer.phase == .input, "a walk begins before a batch, not before \(trainer.phase)")
    var ahead = trainer
    while ahead.phase != .update, ahead.divergence == nil { ahead.advance() }
    propagation = ahead.propagation
    rows = Array(ahead.batchRows)
    sum = Parameters(layout: trainer.network.layout)
    own = sum
    for _ in 0..<min(count, rows.count) { next() }
  }

  /// The row of the training part that is shown last.
  public var row: Int { rows[count - 1] }

  /// The mean over the whole batch of what has been summed: what the shown samples give to the gradient.
  ///
  /// After the last sample it is the batch's gradient, to the last bit.
  public var share: Parameters {
    let share = 1 / Float(rows.count)
    return Parameters(layout: sum.layout, values: sum.values.map { $0 * share })
  }

  /// Shows one sample more; does nothing after the last.
  public mutating func next() {
    guard count < rows.count else { return }
    count += 1
    own = propagation.gradient(ofSample: count - 1)
    for i in sum.values.indices { sum.values[i] += own.values[i] }
  }
}

extension Propagation {
  /// The gradient of one sample's own cost: ∂C/∂w = aˡ⁻¹δˡ, ∂C/∂b = δˡ, once the passes forward and back are done.
  public func gradient(ofSample sample: Int) -> Parameters {
    var gradient = Parameters(layout: layout)
    for (number, layer) in layout.layers.enumerated() {
      let delta = layers[number].delta.dropFirst(sample * layer.units).prefix(layer.units)
      for input in 0..<layer.inputs {
        let value = incoming(input, toLayer: number, sample: sample)
        for (index, delta) in zip(layer.index(unit: 0, input: input)..., delta) {
          gradient.values[index] = value * delta
        }
      }
      for (index, delta) in zip(layer.biases, delta) { gradient.values[index] = delta }
    }
    return gradient
  }

  /// What comes in at an input of a layer for a sample: the sample's own number, or what dropout lets through of a
  /// unit's activation.
  public func incoming(_ input: Int, toLayer number: Int, sample: Int) -> Float {
    let cell = sample * layout.sizes[number] + input
    return number == 0
      ? inputs[cell] : layers[number - 1].a[cell] * mask(layer: number - 1, unit: input, sample: sample)
  }
}
