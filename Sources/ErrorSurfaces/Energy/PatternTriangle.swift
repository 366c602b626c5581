import NeuralNetwork

/// A state of a Hopfield network and two stored patterns: three points that a plane can be laid through.
public struct PatternTriangle: Hashable, Sendable {
  /// The state's units, ±1 each.
  public let units: [Int8]
  /// The two patterns.
  public let first, second: Corner

  /// A stored pattern.
  public struct Corner: Hashable, Sendable {
    /// What the pattern is called.
    public let name: String
    /// Its units, ±1 each.
    public let units: [Int8]

    /// A pattern by its name and units.
    public init(name: String, units: [Int8]) { (self.name, self.units) = (name, units) }
  }

  /// Traps unless all three have as many units.
  public init(_ units: [Int8], _ first: Corner, _ second: Corner) {
    precondition(
      first.units.count == units.count && second.units.count == units.count,
      "a state of \(units.count) units, patterns of \(first.units.count) and \(second.units.count)")
    (self.units, self.first, self.second) = (units, first, second)
  }

  /// The plane through the three.
  var plane: Plane { .through(units, (first.name, first.units), (second.name, second.units)) }
}
