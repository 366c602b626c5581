import LinearAlgebra

extension Propagation {
  /// The mean gradient of one layer's weights and biases, and δ of the layer below it.
  public mutating func backward(layer number: Int, of network: Network, gradient: inout Parameters) {
    let x = VectorStorage.exclusive(&storage)
    gradient.values.withUnsafeMutableBufferPointer { accumulate(layer: number, in: x, into: $0.baseAddress!) }
    guard number > 0 else { return }
    let (place, below) = (plan.layers[number], plan.layers[number - 1])
    network.parameters.values.withUnsafeBufferPointer { values in
      passBack(place, weights: values.baseAddress! + place.weights, in: x, into: x + below.delta)
    }
    if !masks[number - 1].isEmpty { mask(x + below.delta, layer: number - 1) }
    network.activations[number - 1].multiplyBySlope(
      z: x + below.z, a: x + below.a, into: x + below.delta, count: count * below.units)
  }

  /// ∂C/∂w and ∂C/∂b of one layer, averaged over the batch.
  private func accumulate(layer number: Int, in x: Kernels.Output, into gradient: Kernels.Output) {
    let place = plan.layers[number]
    let delta = x + place.delta
    let share = 1 / Float(count)
    withIncoming(to: number, in: x) { before in
      Kernels.transposedProduct(
        before, delta, rows: place.inputs, terms: count, columns: place.units, share: share,
        into: gradient + place.weights)
    }
    Kernels.columnSums(delta, rows: count, columns: place.units, share: share, into: gradient + place.biases)
  }

  /// W δ: each unit's share of the errors above it.
  private func passBack(
    _ place: Plan.Place, weights: Kernels.Input, in x: Kernels.Output, into below: Kernels.Output
  ) {
    var columns = weights
    if place.units > 1 {
      Kernels.transpose(weights, rows: place.inputs, columns: place.units, into: x + plan.scratch)
      columns = Kernels.Input(x + plan.scratch)
    }
    Kernels.product(x + place.delta, columns, rows: count, terms: place.units, columns: place.inputs, into: below)
  }
}
