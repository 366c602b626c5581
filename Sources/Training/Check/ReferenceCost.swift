import Datasets
import LinearAlgebra
import NeuralNetwork

/// The mean cost of samples in double precision, written from the formulas alone: what a check of the engine is
/// measured against. It shares no arithmetic with the engine and takes no part in training.
///
/// Every sample's way through the network is kept, so that one changed weighted sum is followed from its layer on.
struct ReferenceCost: Sendable {
  private let layout: Parameters.Layout
  private let parameters: [Double]
  private let activations: [Activation]
  private let cost: Cost
  private let passes: [Pass]

  /// One sample's way through the network.
  private struct Pass {
    /// The inputs, then each layer's activations.
    var a: [[Double]]
    /// Each layer's weighted sums.
    var z: [[Double]]
    let targets: [Double]
  }

  init(of trainer: Trainer) {
    let network = trainer.network
    let (layout, parameters) = (network.layout, network.parameters.values.map(Double.init))
    let samples = trainer.data.training
    self.layout = layout
    self.parameters = parameters
    activations = network.activations
    cost = trainer.settings.cost
    passes = (0..<samples.count).map { row in
      var pass = Pass(
        a: [samples.inputs.row(row).map(Double.init)], z: [], targets: samples.targets.row(row).map(Double.init))
      for (layer, activation) in zip(layout.layers, network.activations) {
        pass.z.append(Self.weightedSums(of: pass.a.last!, in: layer, parameters))
        pass.a.append(activation.reference(pass.z.last!))
      }
      return pass
    }
  }

  /// The mean over the samples (data term) with one parameter changed by a step.
  func callAsFunction(changing name: ParameterName, by step: Double) -> Double {
    let total = passes.reduce(0.0) { $0 + cost(of: $1, changing: name, by: step) }
    return total / Double(passes.count)
  }

  private func cost(of pass: Pass, changing name: ParameterName, by step: Double) -> Double {
    var z = pass.z[name.layer]
    switch name {
    case .weight(let layer, let unit, let input): z[unit] += step * pass.a[layer][input]
    case .bias(_, let unit): z[unit] += step
    }
    var a = activations[name.layer].reference(z)
    for number in layout.layers.indices.dropFirst(name.layer + 1) {
      z = Self.weightedSums(of: a, in: layout.layers[number], parameters)
      a = activations[number].reference(z)
    }
    return cost.reference(z: z, a: a, y: pass.targets, output: activations.last!)
  }

  private static func weightedSums(of a: [Double], in layer: Parameters.Layer, _ parameters: [Double]) -> [Double] {
    var z = Array(parameters[layer.biases])
    for input in a.indices {
      let first = layer.index(unit: 0, input: input)
      for unit in z.indices { z[unit] += a[input] * parameters[first + unit] }
    }
    return z
  }
}

extension Activation {
  /// a = f(z) of a layer.
  fileprivate func reference(_ z: [Double]) -> [Double] {
    switch self {
    case .threshold: z.map { $0 >= 0 ? 1 : 0 }
    case .sigmoid: z.map(PreciseElementary.sigmoid)
    case .tanh: z.map(PreciseElementary.tanh)
    case .rectifier: z.map { max(0, $0) }
    case .linear: z
    case .leakyRectifier: z.map { max(0.01 * $0, $0) }
    case .elu: z.map { $0 > 0 ? $0 : PreciseElementary.exp($0) - 1 }
    case .softplus: z.map(PreciseElementary.softplus)
    case .gelu: z.map { $0 / 2 * (1 + PreciseElementary.erf($0 / 2.0.squareRoot())) }
    case .silu: z.map { $0 * PreciseElementary.sigmoid($0) }
    case .scaledTanh: z.map { 1.7159 * PreciseElementary.tanh(2 * $0 / 3) }
    case .softmax: Self.softmax(z)
    }
  }

  private static func softmax(_ z: [Double]) -> [Double] {
    let largest = z.max() ?? 0
    let powers = z.map { PreciseElementary.exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }
}
