import LinearAlgebra

/// A fully connected feedforward network: layer sizes, activations, and parameters. A value.
public struct Network: Hashable, Sendable {
  /// The activation of each layer, the output layer's last.
  public var activations: [Activation]
  /// All weights and biases.
  public var parameters: Parameters

  /// Where each layer's weights and biases stand.
  public var layout: Parameters.Layout { parameters.layout }
  /// The number of layers with units of their own: hidden layers and the output layer.
  @inlinable public var depth: Int { activations.count }
  /// The output layer's activation.
  public var output: Activation { activations[activations.count - 1] }

  /// All weights zero. `sizes` are the inputs and each layer's units; traps unless there is an activation a layer.
  public init(sizes: [Int], activations: [Activation]) {
    self.init(parameters: Parameters(layout: Parameters.Layout(sizes: sizes)), activations: activations)
  }

  /// Traps unless there is an activation a layer.
  public init(parameters: Parameters, activations: [Activation]) {
    precondition(
      activations.count == parameters.layout.layers.count,
      "\(parameters.layout.layers.count) layers need as many activations, got \(activations.count)")
    self.parameters = parameters
    self.activations = activations
  }

  /// The outputs `[count, outputs]` for inputs `[count, inputs]`.
  public func outputs(for inputs: Matrix) -> Matrix {
    var propagation = Propagation(layout: layout, capacity: inputs.rows)
    propagation.load(inputs: inputs)
    for layer in 0..<depth { propagation.forward(layer: layer, of: self) }
    return Matrix(rows: inputs.rows, columns: layout.outputs, elements: Array(propagation.layers[depth - 1].a))
  }
}
