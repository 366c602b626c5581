import LinearAlgebra

extension Propagation {
  /// Drops some of a hidden layer's activations, once its forward pass is done: each is 0 with the given probability
  /// and else divided by 1 − rate, so that the mean stays (Srivastava et al. 2014, inverted as in PyTorch).
  ///
  /// `layers` keeps the activations as they were; the layer above and the gradient see the dropped ones.
  public mutating func drop(layer number: Int, rate: Float, from stream: inout RandomStream) {
    precondition(rate >= 0 && rate < 1, "a dropout rate is at least 0 and below 1, got \(rate)")
    let kept = 1 / (1 - rate)
    let a = layers[number].a
    masks[number] = a.map { _ in stream.uniform() < rate ? 0 : kept }
    passed[number] = zip(a, masks[number]).map { $0 * $1 }
  }

  /// What dropout let through of a unit's activation: 0, or 1 / (1 − rate); 1 where nothing is dropped.
  public func mask(layer number: Int, unit: Int, sample: Int) -> Float {
    masks[number].isEmpty ? 1 : masks[number][sample * layout.layers[number].units + unit]
  }

  /// δ of what was dropped is 0.
  func mask(_ delta: Kernels.Output, layer number: Int) {
    for i in masks[number].indices { delta[i] *= masks[number][i] }
  }
}
