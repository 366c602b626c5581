import NeuralNetwork

/// One unit's whole computation for one sample, forward and back, as the numbers that the engine holds.
///
/// Forward: z = b + Σ w·x, a = f(z). Backward: δ = (Σ w·δ of the layer above) · f′(z), or ∂C/∂z at the output; then
/// ∂C/∂w = x·δ for every weight and ∂C/∂b = δ.
public struct UnitArithmetic: Hashable, Sendable {
  /// The layer's number, from 0; the last is the output layer.
  public let layer: Int
  /// The unit's number in its layer, from 0.
  public let unit: Int
  /// The sample's place in the batch.
  public let sample: Int
  /// f, the activation of the unit's layer.
  public let activation: Activation
  /// b, which the sum begins with.
  public let bias: Float
  /// Each input and its weight, in the order in which the sum runs.
  public let inputs: [Term]
  /// The weighted sum, b + Σ w·x.
  public let z: Float
  /// f(z), before dropout.
  public let a: Float
  /// f′(z). Of a softmax unit its own share, a(1−a).
  public let slope: Float
  /// What dropout lets through of the activation: 1 without dropout.
  public let mask: Float
  /// The weighted sums of the whole layer, where the activation is softmax.
  public let layerSums: [Float]
  /// Where δ comes from: the cost, or the layer above.
  public let error: Origin
  /// δ = ∂C/∂z of the sample's own cost.
  public let delta: Float

  /// One product of a sum.
  public struct Term: Hashable, Sendable {
    /// The input, or the δ of a unit above.
    public let value: Float
    /// The weight that the value is multiplied by.
    public let weight: Float
    /// The sum so far, this product included.
    public let sum: Float

    /// value · weight
    public var product: Float { value * weight }
  }

  /// Where δ comes from.
  public enum Origin: Hashable, Sendable {
    /// The output layer: target, this unit's ∂C/∂a, and the sample's cost.
    case output(target: Float, slope: Float, cost: Float)
    /// Each unit above with the weight that leads to it.
    case above([Term])
  }

  /// Reads a unit's numbers from a batch whose passes are done; traps where there is no such unit or sample.
  ///
  /// - Parameter network: the network as it was during the passes.
  public init(layer: Int, unit: Int, sample: Int, of pass: Propagation, in network: Network, cost: Cost) {
    precondition(sample < pass.count, "sample \(sample) of a batch of \(pass.count)")
    let place = network.layout.layers[layer]
    precondition(unit < place.units, "unit \(unit) of \(place.units)")
    let own = pass.layers[layer]
    let cell = sample * place.units + unit
    (self.layer, self.unit, self.sample) = (layer, unit, sample)
    activation = network.activations[layer]
    bias = network.parameters[bias: layer, unit]
    inputs = terms(
      from: bias, (0..<place.inputs).map { pass.incoming($0, toLayer: layer, sample: sample) },
      (0..<place.inputs).map { network.parameters[weight: layer, unit, $0] })
    (z, a, delta) = (own.z[cell], own.a[cell], own.delta[cell])
    slope = activation.derivative(z, a)
    mask = pass.mask(layer: layer, unit: unit, sample: sample)
    layerSums = activation == .softmax ? Array(own.z[sample * place.units..<(sample + 1) * place.units]) : []
    if layer + 1 < network.depth {
      let above = network.layout.layers[layer + 1].units
      error = .above(
        terms(
          from: 0, (0..<above).map { pass.layers[layer + 1].delta[sample * above + $0] },
          (0..<above).map { network.parameters[weight: layer + 1, $0, unit] }))
    } else {
      let target = pass.targets[cell]
      let whole = pass.costs[sample]
      error = .output(target: target, slope: cost.slope(a, target, whole: whole), cost: whole)
    }
  }

  /// ∂C/∂w of each weight, for this sample: x·δ.
  public var gradients: [Float] { inputs.map { $0.value * delta } }
}

/// The products of a sum and how it grows, from its first summand on.
private func terms(from start: Float, _ values: [Float], _ weights: [Float]) -> [UnitArithmetic.Term] {
  var sum = start
  return zip(values, weights).map { value, weight in
    sum += value * weight
    return UnitArithmetic.Term(value: value, weight: weight, sum: sum)
  }
}
