import NeuralNetwork

/// Many settlings of one network from different beginnings.
public struct SettlingTrials: Hashable, Sendable {
  /// The settlings, in the order in which they were made.
  public private(set) var outcomes: [Outcome] = []
  /// The states that were ended in, those at rest alone: how many different ones.
  public private(set) var minima = 0

  /// How one settling ended.
  public struct Outcome: Hashable, Sendable {
    /// The energy of the state that it ended in.
    public let energy: Double
    /// The sweeps that it took.
    public let sweeps: Int
    /// How it came to rest; nil where it was still on its way after the most sweeps allowed.
    public let rest: Rest?
    /// Whether a puzzle is solved, or a disturbed pattern is recalled.
    public let isSolved: Bool
  }

  /// Where each settling begins.
  public enum Beginning: Hashable, Sendable {
    /// At a random state.
    case random
    /// At a stored pattern, one after another, of which a share of the units is flipped.
    case disturbed(share: Float)
  }

  /// The sweeps that one settling may take, where nothing is said.
  public static let usualSweeps = 1000

  /// Settles so many times, for so many sweeps at most each.
  public init(
    of settling: Settling, count: Int, from beginning: Beginning = .random, sweeps limit: Int = usualSweeps
  ) {
    var settling = settling
    var ends: Set<[Int8]> = []
    for number in 0..<count {
      let target = Self.begin(&settling, beginning, number)
      settling.settle(sweeps: limit)
      outcomes.append(
        Outcome(
          energy: settling.energy, sweeps: settling.sweepsSinceEdit, rest: settling.rest,
          isSolved: settling.hasReached(target)))
      if settling.rest == .fixedPoint { ends.insert(settling.state.units) }
    }
    minima = ends.count
  }

  /// The pattern that is to be recalled, if one is.
  private static func begin(_ settling: inout Settling, _ beginning: Beginning, _ number: Int) -> [Int8]? {
    switch beginning {
    case .random:
      settling.apply(.restart)
      return nil
    case .disturbed(let share):
      let pattern = number % settling.memory.patterns.count
      settling.apply(.heat)
      settling.apply(.recall(pattern: pattern))
      settling.apply(.disturb(share: share))
      return settling.memory.patterns[pattern].units
    }
  }

  /// The number of settlings.
  public var count: Int { outcomes.count }

  /// The share of the settlings that solved the puzzle, or recalled the pattern.
  public var solved: Double { count > 0 ? Double(outcomes.count(where: \.isSolved)) / Double(count) : 0 }

  /// The mean number of sweeps of a settling; 0 where there is none.
  public var meanSweeps: Double {
    count > 0 ? Double(outcomes.reduce(0) { $0 + $1.sweeps }) / Double(count) : 0
  }
}

extension Settling {
  /// Whether a puzzle is solved, the pattern is there, or, where none is asked for, any stored pattern, reversed or not; of
  /// another energy, whether it rests.
  func hasReached(_ target: [Int8]?) -> Bool {
    if let target { return state.units == target }
    switch task {
    case .arrangement(let arrangement): return arrangement.isSolved(by: state.units)
    case .memory(let memory):
      return memory.patterns.contains { abs($0.units.overlap(with: state.units)) == 1 }
    case .energy: return rest == .fixedPoint
    }
  }
}
