import Datasets
import NeuralNetwork

/// The gradient of the mean cost (data term) over the training part, by backpropagation and by central differences of
/// the cost, to be laid side by side.
///
/// The differences, (C(w+h) − C(w−h)) / 2h with h = 10⁻⁵, are those of a cost worked out apart from the engine and in
/// double precision: single precision would leave two or three digits of a difference, and none of a small one.
public struct GradientCheck: Sendable {
  /// By backpropagation.
  public let gradient: Parameters
  private let cost: ReferenceCost
  private let largest: Float

  private static let step = 1e-5

  /// The gradient at the trainer's present weights.
  public init(of trainer: Trainer) {
    let samples = trainer.data.training
    let network = trainer.network
    var pass = Propagation(layout: network.layout, capacity: samples.count)
    pass.load(inputs: samples.inputs, targets: samples.targets, rows: Array(0..<samples.count)[...])
    for layer in 0..<network.depth { pass.forward(layer: layer, of: network) }
    pass.error(cost: trainer.settings.cost, of: network)
    var gradient = Parameters(layout: network.layout)
    for layer in (0..<network.depth).reversed() { pass.backward(layer: layer, of: network, gradient: &gradient) }
    self.gradient = gradient
    cost = ReferenceCost(of: trainer)
    largest = gradient.values.reduce(0) { max($0, abs($1)) }
  }

  /// The central difference of the cost in one parameter, by its index in the flat buffer: two passes of all samples
  /// through the network, from the parameter's layer on.
  public func difference(at index: Int) -> Float {
    let name = gradient.layout.name(at: index)
    return Float((cost(changing: name, by: Self.step) - cost(changing: name, by: -Self.step)) / (2 * Self.step))
  }

  /// |gradient − difference| over the larger of the two, or over a ten-thousandth of the largest gradient where that is
  /// more: the gradient's single precision leaves no digits below.
  public func relativeError(at index: Int, difference: Float) -> Float {
    let value = gradient.values[index]
    let scale = max(abs(value), abs(difference), largest / 10_000)
    return scale > 0 ? abs(value - difference) / scale : 0
  }
}
