import LinearAlgebra

extension Network {
  /// The weighted input z of one unit for an input of the network, and ∂z/∂x, how it changes with each number of that input.
  ///
  /// Back from the unit: ∂z/∂aˡ⁻¹ is its row of weights; δˡ = ∂z/∂aˡ ⊙ f′(zˡ), and Wˡδˡ is the derivative one layer below.
  /// The sums run over units from the first to the last. Traps unless the unit is there and the input as wide as the network's.
  public func weightedInput(
    layer: Int, unit: Int, at input: [Float]
  ) -> (z: Float, gradient: [Float]) {
    precondition(unit < layout.layers[layer].units, "layer \(layer) has no unit \(unit)")
    let propagation = propagation(through: layer, of: Matrix(rows: 1, columns: input.count, elements: input))
    var gradient = (0..<layout.layers[layer].inputs).map { parameters[weight: layer, unit, $0] }
    for below in stride(from: layer - 1, through: 0, by: -1) {
      let (shape, numbers) = (layout.layers[below], propagation.layers[below])
      let (z, a) = (Array(numbers.z), Array(numbers.a))
      var next = [Float](repeating: 0, count: shape.inputs)
      for upper in 0..<shape.units {
        let delta = gradient[upper] * activations[below].derivative(z[upper], a[upper])
        if delta == 0 { continue }
        for lower in 0..<shape.inputs {
          next[lower] += parameters.values[shape.index(unit: upper, input: lower)] * delta
        }
      }
      gradient = next
    }
    return (Array(propagation.layers[layer].z)[unit], gradient)
  }

  /// The activation of one unit for each row of inputs.
  public func activations(ofLayer layer: Int, unit: Int, for inputs: Matrix) -> [Float] {
    let a = Array(propagation(through: layer, of: inputs).layers[layer].a)
    let units = layout.layers[layer].units
    return (0..<inputs.rows).map { a[$0 * units + unit] }
  }

  private func propagation(through layer: Int, of inputs: Matrix) -> Propagation {
    var propagation = Propagation(layout: layout, capacity: inputs.rows)
    propagation.load(inputs: inputs)
    for layer in 0...layer { propagation.forward(layer: layer, of: self) }
    return propagation
  }
}
