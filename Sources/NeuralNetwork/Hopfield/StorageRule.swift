import LinearAlgebra

/// How patterns become the weights of a Hopfield network. Self-connections are off.
public enum StorageRule: String, CaseIterable, Sendable {
  /// w = (1/N) Σ ξ ξᵀ over the patterns: about 0.138 N random ones can be recalled (Amit, Gutfreund and Sompolinsky 1985).
  case hebb
  /// w = the projection onto the space of the patterns, Σ_μν ξ_μ (C⁻¹)_μν ξ_νᵀ / N with C their overlaps (Personnaz, Guyon and
  /// Dreyfus 1985): every pattern is a fixed point, alike or not, while there are fewer than N.
  case projection

  /// The formula, as the screen shows it.
  public var formula: String {
    switch self {
    case .hebb: "w = Σ ξξᵀ/N"
    case .projection: "w = Σ ξ C⁻¹ ξᵀ/N"
    }
  }

  /// The network that stores the patterns, each a +1 or −1 for every one of `count` units. Traps where one has another size.
  public func network(storing patterns: [[Int8]], count: Int) -> HopfieldNetwork {
    precondition(
      patterns.allSatisfy { $0.count == count }, "patterns of \(patterns.map(\.count)) units for a network of \(count)")
    switch self {
    case .hebb: return Self.hebbian(patterns, count)
    case .projection: return Self.projecting(patterns, count)
    }
  }

  /// In quanta of 1/N.
  private static func hebbian(_ patterns: [[Int8]], _ count: Int) -> HopfieldNetwork {
    var weights = Array(repeating: Int32(0), count: count * count)
    for pattern in patterns {
      let whole = pattern.map { Int32($0) }
      weights.withUnsafeMutableBufferPointer { weights in
        for i in 0..<count {
          Kernels.add(whole, times: whole[i], to: weights.baseAddress! + i * count, count: count)
        }
      }
    }
    for i in 0..<count { weights[i * count + i] = 0 }
    return HopfieldNetwork(count: count, weights: weights, quantum: 1 / Double(count))
  }

  /// Σ e eᵀ over an orthonormal basis e of the patterns' space.
  private static func projecting(_ patterns: [[Int8]], _ count: Int) -> HopfieldNetwork {
    var basis: [[Double]] = []
    for pattern in patterns {
      if let direction = direction(of: pattern.map { Double($0) }, beside: basis) { basis.append(direction) }
    }
    var weights = Array(repeating: 0.0, count: count * count)
    weights.withUnsafeMutableBufferPointer { weights in
      for e in basis {
        for i in 0..<count {
          let row = i * count
          for j in i + 1..<max(i + 1, count) { weights[row + j] += e[i] * e[j] }
        }
      }
    }
    return HopfieldNetwork(rounding: weights, biases: Array(repeating: 0, count: count))
  }

  /// What is new in a pattern, of length 1; nil where the basis holds it already (Gram and Schmidt, twice).
  private static func direction(of pattern: [Double], beside basis: [[Double]]) -> [Double]? {
    var rest = pattern
    for _ in 0..<2 {
      for e in basis {
        let share = dot(rest, e)
        for i in rest.indices { rest[i] -= share * e[i] }
      }
    }
    let square = dot(rest, rest)
    guard square > 1e-9 * dot(pattern, pattern) else { return nil }
    let length = square.squareRoot()
    return rest.map { $0 / length }
  }

  private static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
