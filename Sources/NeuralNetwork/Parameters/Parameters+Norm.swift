import LinearAlgebra

extension Parameters {
  /// The Euclidean norm of all parameters, summed in double precision from the first to the last.
  public var norm: Float { norm(of: 0..<count) }

  /// The Euclidean norm of one layer's weights and biases.
  public func norm(layer: Int) -> Float {
    norm(of: layout.layers[layer].weights.lowerBound..<layout.layers[layer].biases.upperBound)
  }

  private func norm(of indices: Range<Int>) -> Float {
    var sum = 0.0
    for i in indices { sum += Double(values[i]) * Double(values[i]) }
    return Float(sum.squareRoot())
  }

  /// Gradient clipping: where the norm exceeds the limit, the whole is shortened to it (Pascanu et al. 2013; PyTorch's
  /// clip_grad_norm_).
  ///
  /// - Returns: whether it bit.
  @discardableResult
  public mutating func clip(toNorm limit: Float) -> Bool {
    let share = limit / (norm + 1e-6)
    guard share < 1 else { return false }
    for i in values.indices { values[i] *= share }
    return true
  }

  /// The sum of products with another, in double precision.
  public func dot(_ other: Parameters) -> Double {
    precondition(count == other.count, "parameters of different networks")
    var sum = 0.0
    for (a, b) in zip(values, other.values) { sum += Double(a) * Double(b) }
    return sum
  }
}
