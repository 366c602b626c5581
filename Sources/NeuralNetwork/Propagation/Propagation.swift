import LinearAlgebra

/// The numbers of one batch on their way through a network and back.
///
/// Forward (BP in Nielsen ch. 2): zˡ = aˡ⁻¹Wˡ + bˡ, aˡ = f(zˡ). Backward: δᴸ = ∂C/∂zᴸ,
/// δˡ = (Wˡ⁺¹δˡ⁺¹) ⊙ f′(zˡ), ∂C/∂W = aˡ⁻¹δˡ and ∂C/∂b = δˡ, both averaged over the batch.
/// Every sum runs in a fixed order: over inputs, units and samples from the first to the last.
public struct Propagation: Hashable, Sendable {
  public let layout: Parameters.Layout
  /// The number of samples in the batch.
  public private(set) var count = 0
  /// `[count, inputs]`
  public private(set) var inputs: [Float]
  /// `[count, outputs]`
  public private(set) var targets: [Float]
  /// The cost of each sample (data term).
  public private(set) var costs: [Float]
  public private(set) var layers: [Layer]

  /// One layer's numbers, `[count, units]` each.
  public struct Layer: Hashable, Sendable {
    /// The weighted sums.
    public fileprivate(set) var z: [Float]
    /// The activations.
    public fileprivate(set) var a: [Float]
    /// δ = ∂C/∂z, of each sample's own cost.
    public fileprivate(set) var delta: [Float]
  }

  /// Room for batches of up to `capacity` samples; larger ones grow it.
  public init(layout: Parameters.Layout, capacity: Int) {
    self.layout = layout
    inputs = Array(repeating: 0, count: capacity * layout.inputs)
    targets = Array(repeating: 0, count: capacity * layout.outputs)
    costs = Array(repeating: 0, count: capacity)
    layers = layout.layers.map { layer in
      let zeros = [Float](repeating: 0, count: capacity * layer.units)
      return Layer(z: zeros, a: zeros, delta: zeros)
    }
  }

  /// The mean cost of the batch's samples.
  public var cost: Float {
    var sum: Float = 0
    for sample in 0..<count { sum += costs[sample] }
    return count > 0 ? sum / Float(count) : 0
  }

  private mutating func grow(to samples: Int) {
    count = samples
    if samples * layout.inputs > inputs.count || samples > costs.count {
      self = Propagation(layout: layout, capacity: samples)
      count = samples
    }
  }

  /// Takes in all rows of the inputs; targets are left as they are.
  public mutating func load(inputs rows: Matrix) {
    grow(to: rows.rows)
    for i in 0..<rows.elements.count { inputs[i] = rows.elements[i] }
  }

  /// Takes in the numbered rows of inputs and targets, in that order.
  public mutating func load(inputs all: Matrix, targets wanted: Matrix, rows: ArraySlice<Int>) {
    grow(to: rows.count)
    for (sample, row) in rows.enumerated() {
      for i in 0..<all.columns { inputs[sample * all.columns + i] = all[row, i] }
      for i in 0..<wanted.columns { targets[sample * wanted.columns + i] = wanted[row, i] }
    }
  }

  /// zˡ and aˡ of one layer, for the whole batch.
  public mutating func forward(layer number: Int, of network: Network) {
    let layer = layout.layers[number]
    let before = number == 0 ? inputs : layers[number - 1].a
    let values = network.parameters.values
    for sample in 0..<count {
      for unit in 0..<layer.units {
        var z = values[layer.biases.lowerBound + unit]
        for i in 0..<layer.inputs { z += before[sample * layer.inputs + i] * values[layer.index(unit: unit, input: i)] }
        layers[number].z[sample * layer.units + unit] = z
      }
    }
    network.activations[number].apply(layers[number].z, into: &layers[number].a, count: count, units: layer.units)
  }

  /// The cost of each sample, and δᴸ.
  public mutating func error(cost: Cost, of network: Network) {
    let last = layers.count - 1
    let units = layout.outputs
    for sample in 0..<count {
      let cells = sample * units..<(sample + 1) * units
      let (z, a, y) = (layers[last].z[cells], layers[last].a[cells], targets[cells])
      costs[sample] = cost.value(z: z, a: a, y: y, output: network.output)
      let delta = cost.delta(z: z, a: a, y: y, output: network.output, cost: costs[sample])
      for (cell, value) in zip(cells, delta) { layers[last].delta[cell] = value }
    }
  }

  /// The mean gradient of one layer's weights and biases, and δ of the layer below it.
  public mutating func backward(layer number: Int, of network: Network, gradient: inout Parameters) {
    accumulate(layer: number, into: &gradient)
    if number > 0 { passBack(from: number, of: network) }
  }

  private func accumulate(layer number: Int, into gradient: inout Parameters) {
    let layer = layout.layers[number]
    let before = number == 0 ? inputs : layers[number - 1].a
    let delta = layers[number].delta
    let share = 1 / Float(count)
    for unit in 0..<layer.units {
      for i in 0..<layer.inputs {
        var sum: Float = 0
        for sample in 0..<count { sum += before[sample * layer.inputs + i] * delta[sample * layer.units + unit] }
        gradient.values[layer.index(unit: unit, input: i)] = sum * share
      }
      var sum: Float = 0
      for sample in 0..<count { sum += delta[sample * layer.units + unit] }
      gradient.values[layer.biases.lowerBound + unit] = sum * share
    }
  }

  private mutating func passBack(from number: Int, of network: Network) {
    let layer = layout.layers[number]
    let activation = network.activations[number - 1]
    for sample in 0..<count {
      for i in 0..<layer.inputs {
        var sum: Float = 0
        for unit in 0..<layer.units {
          sum += network.parameters[weight: number, unit, i] * layers[number].delta[sample * layer.units + unit]
        }
        let cell = sample * layer.inputs + i
        layers[number - 1].delta[cell] =
          sum * activation.derivative(layers[number - 1].z[cell], layers[number - 1].a[cell])
      }
    }
  }
}
