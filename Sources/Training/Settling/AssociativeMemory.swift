import Datasets
import NeuralNetwork

/// Patterns of one size, the rule that stores them, and the network that this makes.
public struct AssociativeMemory: Hashable, Sendable {
  /// The pixels of a pattern side by side.
  public let width: Int
  /// The rows of pixels of a pattern.
  public let height: Int
  /// The stored patterns, in the order in which they were added.
  public private(set) var patterns: [Pattern]
  /// The rule that makes weights of the patterns.
  public private(set) var rule: StorageRule
  /// The network of `count` units that the rule has made of the patterns.
  public private(set) var network: HopfieldNetwork

  /// Traps where a pattern has another size.
  public init(width: Int, height: Int, patterns: [Pattern] = [], rule: StorageRule = .hebb) {
    precondition(
      patterns.allSatisfy { $0.width == width && $0.height == height },
      "a memory of \(width)x\(height) was given patterns of \(patterns.map { "\($0.width)x\($0.height)" })")
    (self.width, self.height, self.patterns, self.rule) = (width, height, patterns, rule)
    network = rule.network(storing: patterns.map(\.units), count: width * height)
  }

  /// The number of units: one a pixel.
  public var count: Int { width * height }

  /// The number of patterns for each unit: Hebb's rule forgets beyond 0.138.
  public var load: Double { Double(patterns.count) / Double(count) }

  /// Stores one pattern more, last, and makes the network anew. Traps where it has another size.
  public mutating func add(_ pattern: Pattern) {
    self = AssociativeMemory(width: width, height: height, patterns: patterns + [pattern], rule: rule)
  }

  /// Traps where there is no such pattern.
  public mutating func remove(at index: Int) {
    var rest = patterns
    rest.remove(at: index)
    self = AssociativeMemory(width: width, height: height, patterns: rest, rule: rule)
  }

  /// Stores the same patterns by another rule.
  public mutating func change(rule: StorageRule) {
    self = AssociativeMemory(width: width, height: height, patterns: patterns, rule: rule)
  }

  /// The overlap of a state with every pattern.
  public func overlaps(of units: [Int8]) -> [Double] { patterns.map { $0.units.overlap(with: units) } }

  /// What a state is, by the stored patterns: `units` are ±1, one a pixel, row by row.
  public func recognize(_ units: [Int8]) -> Recognition { Recognition(of: units, among: patterns.map(\.units)) }
}
