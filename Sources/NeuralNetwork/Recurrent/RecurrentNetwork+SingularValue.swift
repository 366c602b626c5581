extension RecurrentNetwork {
  /// The largest singular value of the recurrent weights W: the most that one step can lengthen a state, or an error on its way
  /// back. Below 1 errors vanish, far above it they may explode.
  ///
  /// By power iteration on WᵀW in double precision, from a fixed beginning; 0 where W is.
  public var largestSingularValue: Double {
    let w = recurrentWeights
    var vector = (0..<units).map { 1 + 0.01 * Double($0 % 7) }
    var value = 0.0
    for _ in 0..<500 {
      let image = turned(w, times: times(w, vector))
      let length = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0, length.isFinite else { return length.isFinite ? 0 : length }
      vector = image.map { $0 / length }
      let next = length.squareRoot()
      if abs(next - value) <= 1e-12 * next { return next }
      value = next
    }
    return value
  }

  /// Multiplies the recurrent weights so that their largest singular value is this; where all are 0 they stay so.
  public mutating func scaleRecurrentWeights(toSingularValue wanted: Double) {
    let value = largestSingularValue
    guard value > 0, value.isFinite else { return }
    for source in 0..<units {
      for unit in 0..<units {
        let index = recurrentIndex(from: source, to: unit)
        parameters.values[index] = Float(Double(parameters.values[index]) * wanted / value)
      }
    }
  }

  /// W, `[units][units]`: from, to.
  private var recurrentWeights: [[Double]] {
    (0..<units).map { source in
      (0..<units).map { Double(parameters.values[recurrentIndex(from: source, to: $0)]) }
    }
  }

  private func times(_ w: [[Double]], _ vector: [Double]) -> [Double] {
    w.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private func turned(_ w: [[Double]], times vector: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: units)
    for (row, factor) in zip(w, vector) { for unit in sums.indices { sums[unit] += factor * row[unit] } }
    return sums
  }
}
