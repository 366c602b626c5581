import LinearAlgebra

extension Propagation {
  /// zˡ and aˡ of one layer, for the whole batch.
  public mutating func forward(layer number: Int, of network: Network) {
    let place = plan.layers[number]
    let x = VectorStorage.exclusive(&storage)
    withIncoming(to: number, in: x) { before in
      network.parameters.values.withUnsafeBufferPointer { values in
        let w = values.baseAddress!
        Kernels.affine(
          before, samples: count, inputs: place.inputs, w: w + place.weights, b: w + place.biases, units: place.units,
          into: x + place.z)
      }
    }
    network.activations[number].apply(to: x + place.z, into: x + place.a, samples: count, units: place.units)
  }

  /// Gives `body` what comes into a layer, `[count, inputs]`.
  func withIncoming(to number: Int, in x: Kernels.Output, _ body: (Kernels.Input) -> Void) {
    if number > 0 && !passed[number - 1].isEmpty {
      passed[number - 1].withUnsafeBufferPointer { body($0.baseAddress!) }
    } else {
      body(x + plan.layers[number].before)
    }
  }
}
