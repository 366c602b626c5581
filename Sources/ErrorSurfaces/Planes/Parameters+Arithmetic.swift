import NeuralNetwork

/// Vector arithmetic on flat buffers.
extension Parameters {
  /// √Σ xᵢ²
  var length: Double { dot(self).squareRoot() }

  /// self + factor · other
  func adding(_ factor: Float, _ other: Parameters) -> Parameters {
    var sum = self
    for i in 0..<count { sum.values[i] += factor * other.values[i] }
    return sum
  }

  /// self − other
  public func subtracting(_ other: Parameters) -> Parameters {
    var difference = self
    for i in 0..<count { difference.values[i] -= other.values[i] }
    return difference
  }

  /// factor · self
  func scaled(by factor: Double) -> Parameters {
    var product = self
    for i in 0..<count { product.values[i] = Float(Double(values[i]) * factor) }
    return product
  }

  /// The vector of length 1 in this direction; nil for zero and for what is not finite.
  var normalized: Parameters? {
    let length = self.length
    return length > 0 && length.isFinite ? scaled(by: 1 / length) : nil
  }

  /// This vector less its part along a vector of length 1.
  func perpendicular(to unit: Parameters) -> Parameters { adding(Float(-dot(unit)), unit) }
}
