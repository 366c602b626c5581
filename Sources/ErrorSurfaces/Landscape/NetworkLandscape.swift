import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

/// A network's mean cost on samples (the data term), as a function of its weights and biases.
public struct NetworkLandscape: Hashable, Sendable {
  /// The layout of the parameters that a cost is a function of.
  public let layout: Parameters.Layout
  /// The activation of each layer, the output layer's last.
  public let activations: [Activation]
  /// The cost of one sample.
  public let cost: Cost
  /// The samples whose mean cost it is.
  public let samples: Samples

  /// Traps unless there are samples and an activation a layer.
  public init(layout: Parameters.Layout, activations: [Activation], cost: Cost, samples: Samples) {
    precondition(samples.count > 0, "a surface needs samples")
    precondition(
      activations.count == layout.layers.count,
      "\(layout.layers.count) layers need as many activations, got \(activations.count)")
    self.layout = layout
    self.activations = activations
    self.cost = cost
    self.samples = samples
  }

  /// The landscape that a trainer walks on: its whole training part, its network's shape and its cost.
  public init(of trainer: Trainer) {
    self.init(
      layout: trainer.network.layout, activations: trainer.network.activations, cost: trainer.settings.cost,
      samples: trainer.data.training)
  }

  /// ∂C/∂w and ∂C/∂b over all samples, by backpropagation.
  func gradient(at parameters: Parameters) -> Parameters {
    let network = Network(parameters: parameters, activations: activations)
    var pass = Propagation(layout: layout, capacity: samples.count)
    pass.load(inputs: samples.inputs, targets: samples.targets, rows: Array(0..<samples.count)[...])
    for layer in 0..<network.depth { pass.forward(layer: layer, of: network) }
    pass.error(cost: cost, of: network)
    var gradient = Parameters(layout: layout)
    for layer in (0..<network.depth).reversed() { pass.backward(layer: layer, of: network, gradient: &gradient) }
    return gradient
  }

  /// The samples, loaded once, and room for their way through the network.
  func evaluator(keepsLayers: Bool) -> Evaluator {
    Evaluator(
      layout: layout, activations: activations, inputs: samples.inputs, targets: samples.targets,
      keepsLayers: keepsLayers)
  }
}
