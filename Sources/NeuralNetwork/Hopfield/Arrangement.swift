import LinearAlgebra

/// A puzzle of choices that must not clash, as a Hopfield network: each unit is a choice, +1 where it is taken.
///
///     E = 1¼ · (pairs of taken choices that clash) + (choices still missing)
///
/// A clash costs a little more than the choice that makes it brings, so a state at rest has none: it is a set of choices to
/// which none can be added. E is 0 where the puzzle is solved and above 0 elsewhere. With dearer clashes no choice would ever
/// be tried that clashes with one other, and annealing would seldom find its way.
public struct Arrangement: Hashable, Sendable {
  /// What the choices are of, and which of them clash.
  public let puzzle: Puzzle
  /// The pairs of units that clash, each once, the smaller unit first.
  public let clashes: [Pair]
  /// The number of choices that a solution takes.
  public let wanted: Int
  /// The network whose energy is E; a unit for each choice.
  public let network: HopfieldNetwork

  /// Two units that must not both be taken.
  public struct Pair: Hashable, Sendable {
    /// The units' numbers, first < second.
    public let first, second: Int
  }

  /// Works out clashes, weights and biases; every pair of units is looked at once.
  public init(_ puzzle: Puzzle) {
    self.puzzle = puzzle
    wanted = puzzle.wanted
    let count = puzzle.unitCount
    var clashes: [Pair] = []
    for first in 0..<count {
      for second in first + 1..<count where puzzle.clash(first, second) {
        clashes.append(Pair(first: first, second: second))
      }
    }
    self.clashes = clashes
    network = Self.network(of: clashes, count: count, wanted: wanted)
  }

  /// With x = (1 + s)/2 and 1/16 as the quantum: w = −5 for a pair that clashes, b = 8 − 5 · the unit's clashes.
  private static func network(of clashes: [Pair], count: Int, wanted: Int) -> HopfieldNetwork {
    var weights = Array(repeating: Int32(0), count: count * count)
    var biases = Array(repeating: Int32(8), count: count)
    for pair in clashes {
      weights[pair.first * count + pair.second] = -5
      weights[pair.second * count + pair.first] = -5
      biases[pair.first] -= 5
      biases[pair.second] -= 5
    }
    return HopfieldNetwork(
      count: count, weights: weights, biases: biases, quantum: 1.0 / 16,
      offset: 5 * clashes.count - 8 * count + 16 * wanted)
  }

  /// The choices that a state takes.
  public func taken(in units: [Int8]) -> [Int] { units.indices.filter { units[$0] > 0 } }

  /// The clashes among the choices that a state takes.
  public func clashes(in units: [Int8]) -> [Pair] { clashes.filter { units[$0.first] > 0 && units[$0.second] > 0 } }

  /// Whether a state has as many choices as are wanted and no clash.
  public func isSolved(by units: [Int8]) -> Bool {
    taken(in: units).count == wanted && clashes(in: units).isEmpty
  }

  /// log₁₀ of the number of ways to take as many choices as are wanted: what brute force would have to try.
  public var combinationsExponent: Double {
    let units = network.count
    return (0..<wanted).reduce(0.0) { sum, taken in
      sum + Double(Elementary.log(Float(units - taken) / Float(taken + 1)) / Elementary.log(10))
    }
  }
}
