/// Units that are +1 or −1, joined in pairs by symmetric weights: a state s has the energy
///
///     E(s) = offset − Σ_{i<j} w_ij s_i s_j − Σ_i b_i s_i        (Hopfield 1982)
///
/// Weights, biases and energies are whole multiples of one quantum, so that every sum is exact: an energy that is kept
/// up to date flip by flip is the one that the formula gives, a tie is a tie, and all machines agree.
public struct HopfieldNetwork: Hashable, Sendable {
  /// The number of units, N.
  public let count: Int
  /// In quanta, `[count][count]`: symmetric, with an empty diagonal.
  public let weights: [Int32]
  /// In quanta, `[count]`.
  public let biases: [Int32]
  /// What a whole number stands for.
  public let quantum: Double
  /// In quanta; what the energy is counted from.
  public let offset: Int

  /// The units that a network may have.
  public static let counts = 1...1024

  /// Traps unless the weights are symmetric with an empty diagonal, and so small that no field leaves 30 bits.
  public init(count: Int, weights: [Int32], biases: [Int32]? = nil, quantum: Double = 1, offset: Int = 0) {
    precondition(Self.counts.contains(count), "a Hopfield network has 1 to 1024 units, got \(count)")
    precondition(weights.count == count * count, "\(count) units have \(count * count) weights, got \(weights.count)")
    let biases = biases ?? Array(repeating: 0, count: count)
    precondition(biases.count == count, "\(count) units have as many biases, got \(biases.count)")
    (self.count, self.weights, self.biases, self.quantum, self.offset) = (count, weights, biases, quantum, offset)
    checkWeights()
  }

  private func checkWeights() {
    for i in 0..<count {
      precondition(self[i, i] == 0, "unit \(i) is joined to itself")
      var size = Int(biases[i].magnitude)
      for j in 0..<count {
        precondition(j >= i || self[i, j] == self[j, i], "the weights between units \(i) and \(j) differ")
        size += Int(self[i, j].magnitude)
      }
      precondition(size < 1 << 30, "the field of unit \(i) may reach \(size) quanta")
    }
  }

  /// The weight between two units, in quanta.
  public subscript(i: Int, j: Int) -> Int32 { weights[i * count + j] }

  /// The weight between two units.
  public func weight(_ i: Int, _ j: Int) -> Double { Double(self[i, j]) * quantum }

  /// The largest magnitude of a weight.
  public var largestWeight: Double { Double(weights.lazy.map(\.magnitude).max() ?? 0) * quantum }
}

extension HopfieldNetwork {
  /// Any symmetric weights `[count][count]` and biases, rounded to 20 bits below the largest of them. The diagonal is left out,
  /// and what stands below it.
  public init(rounding weights: [Double], biases: [Double]) {
    let count = biases.count
    precondition(weights.count == count * count, "\(count) units have \(count * count) weights, got \(weights.count)")
    let largest = max(weights.reduce(0) { max($0, abs($1)) }, biases.reduce(0) { max($0, abs($1)) })
    precondition(largest.isFinite, "a weight is not finite")
    let quantum = largest > 0 ? Double(sign: .plus, exponent: largest.exponent - 18, significand: 1) : 1
    var whole = Array(repeating: Int32(0), count: count * count)
    for i in 0..<count {
      for j in i + 1..<max(i + 1, count) {
        let weight = Int32((weights[i * count + j] / quantum).rounded())
        (whole[i * count + j], whole[j * count + i]) = (weight, weight)
      }
    }
    self.init(
      count: count, weights: whole, biases: biases.map { Int32(($0 / quantum).rounded()) }, quantum: quantum)
  }
}
