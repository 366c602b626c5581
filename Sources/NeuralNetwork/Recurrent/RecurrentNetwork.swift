import LinearAlgebra

/// A simple recurrent network (Elman 1990): one layer whose activations come in again at the next step, and a readout.
///
///     h[t] = f(x[t] U + h[t−1] W + b),  h[−1] = 0,   a[t] = g(h[t] V + c)
///
/// The parameters are those of a feedforward network `[inputs + units, units, outputs]` whose first layer takes x[t] and
/// h[t−1] side by side, so optimizers, penalties and initializers work as they are. PyTorch's `nn.RNN` has two biases where this
/// has their sum.
public struct RecurrentNetwork: Hashable, Sendable {
  /// The numbers of x[t].
  public let inputs: Int
  /// The units of the recurrent layer.
  public let units: Int
  /// The units of the readout.
  public let outputs: Int
  /// tanh, or the rectifier.
  public var activation: Activation
  /// g, the readout's activation.
  public var output: Activation
  /// U above W, then b, then V and c: `[inputs + units][units]`, `[units]`, `[units][outputs]`, `[outputs]`.
  public var parameters: Parameters

  /// The units that a recurrent layer may have.
  public static let unitCounts = 1...256
  /// The activations that a recurrent layer may have.
  public static let activations: [Activation] = [.tanh, .rectifier]

  /// All weights zero. Traps unless the layer has 1 to 256 units of tanh or rectifiers.
  public init(inputs: Int, units: Int, outputs: Int, activation: Activation = .tanh, output: Activation) {
    precondition(Self.unitCounts.contains(units), "a recurrent layer has 1 to 256 units, got \(units)")
    precondition(Self.activations.contains(activation), "a recurrent layer of \(activation.rawValue) units")
    (self.inputs, self.units, self.outputs) = (inputs, units, outputs)
    (self.activation, self.output) = (activation, output)
    parameters = Parameters(layout: Parameters.Layout(sizes: [inputs + units, units, outputs]))
  }

  /// Where U with W, b, V and c stand.
  public var layout: Parameters.Layout { parameters.layout }

  /// The index of the weight from one unit's last activation to another, W.
  public func recurrentIndex(from source: Int, to unit: Int) -> Int {
    layout.layers[0].index(unit: unit, input: inputs + source)
  }

  /// Draws all weights anew, as a feedforward network of the same layout has them drawn.
  public mutating func initialize(with initializer: Initializer, from stream: inout RandomStream) {
    var network = Network(parameters: parameters, activations: [activation, output])
    network.initialize(with: initializer, from: &stream)
    parameters = network.parameters
  }

  /// The first reason for which these parts cannot work together, or nil.
  public func mismatch(cost: Cost, optimizer: Optimizer.Kind) -> Mismatch? {
    Mismatch.first(sizes: layout.sizes, activations: [activation, output], cost: cost, optimizer: optimizer)
  }
}
