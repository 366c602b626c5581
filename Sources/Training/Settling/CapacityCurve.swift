import Datasets
import LinearAlgebra
import NeuralNetwork

/// How well random patterns are kept as more and more of them are stored: the share of wrong units, after settling from each
/// pattern, against patterns for each unit. With Hebb's rule it turns upward at 0.138 (Amit, Gutfreund and Sompolinsky 1985).
public struct CapacityCurve: Hashable, Sendable {
  /// What was measured, with more and more patterns.
  public let points: [Point]

  /// The mark of the theory.
  public static let limit = 0.138

  /// What was measured with so many patterns.
  public struct Point: Hashable, Sendable {
    /// The number of patterns stored.
    public let patterns: Int
    /// Patterns for each unit.
    public let load: Double
    /// The share of wrong units, a mean over the patterns tried.
    public let error: Double
    /// The share of the patterns tried that came back without a single wrong unit.
    public let kept: Double
  }

  /// Measures at each number of patterns, trying so many of them at most.
  public init(units: Int, patterns counts: [Int], rule: StorageRule = .hebb, tries: Int = 20, seed: UInt64) {
    points = counts.map { Self.point($0, units: units, rule: rule, tries: tries, seed: seed) }
  }

  private static func point(_ count: Int, units: Int, rule: StorageRule, tries: Int, seed: UInt64) -> Point {
    var stream = RandomStream(seed: seed, purpose: .data)
    let patterns = (0..<count).map { Pattern.random(name: "\($0 + 1)", width: units, height: 1, from: &stream) }
    let memory = AssociativeMemory(width: units, height: 1, patterns: patterns, rule: rule)
    var settling = Settling(.memory(memory), seed: seed)
    let overlaps = (0..<min(tries, count)).map { pattern in
      settling.apply(.recall(pattern: pattern))
      settling.settle(sweeps: 200)
      return patterns[pattern].units.overlap(with: settling.state.units)
    }
    return Point(
      patterns: count, load: memory.load,
      error: overlaps.reduce(0) { $0 + (1 - $1) / 2 } / Double(max(1, overlaps.count)),
      kept: Double(overlaps.count { $0 == 1 }) / Double(max(1, overlaps.count)))
  }
}
