import NeuralNetwork

/// What one unit does over some samples.
public struct UnitActivity: Hashable, Sendable {
  /// Whether it is a rectifier whose output is 0 for every sample: no gradient passes it.
  public let isDead: Bool
  /// The share of samples at which its slope is below a twentieth of the steepest that its activation has; 0 for
  /// activations that do not saturate at both ends.
  public let saturation: Double

  /// Whether it is saturated for at least 95 % of the samples.
  public var isSaturated: Bool { saturation >= 0.95 }

  /// Every unit's activity, layer by layer, on the first rows of the training part.
  static func measure(_ trainer: Trainer, rows: Int) -> [[UnitActivity]] {
    let (network, samples) = (trainer.network, trainer.data.training)
    var pass = Propagation(layout: network.layout, capacity: rows)
    pass.load(inputs: samples.inputs, targets: samples.targets, rows: Array(0..<rows)[...])
    for layer in 0..<network.depth { pass.forward(layer: layer, of: network) }
    return network.layout.layers.enumerated().map { number, layer in
      (0..<layer.units).map { unit in
        let cells = stride(from: unit, to: rows * layer.units, by: layer.units)
        return UnitActivity(network.activations[number], pass.layers[number], cells: Array(cells))
      }
    }
  }

  private init(_ activation: Activation, _ layer: Propagation.Layer, cells: [Int]) {
    isDead = activation == .rectifier && cells.allSatisfy { layer.a[$0] == 0 }
    guard let steepest = activation.steepestSlope else {
      saturation = 0
      return
    }
    let flat = cells.count { activation.derivative(layer.z[$0], layer.a[$0]) < steepest / 20 }
    saturation = Double(flat) / Double(cells.count)
  }
}

extension Activation {
  /// The largest f′(z) of an activation that flattens at both ends; nil for the others.
  fileprivate var steepestSlope: Float? {
    switch self {
    case .sigmoid: 0.25
    case .tanh: 1
    case .scaledTanh: 1.7159 * 2 / 3
    case .threshold, .rectifier, .linear, .leakyRectifier, .elu, .softplus, .gelu, .silu, .softmax: nil
    }
  }
}
