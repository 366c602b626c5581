/// How a network settles.
public struct SettlingSettings: Hashable, Sendable {
  /// Which unit is updated when.
  public var order: UpdateOrder
  /// How the temperature falls from sweep to sweep.
  public var annealing: Annealing

  /// By default one unit after another in random order, without temperature.
  public init(order: UpdateOrder = .random, annealing: Annealing = .none) {
    (self.order, self.annealing) = (order, annealing)
  }
}

/// Which unit is updated when.
public enum UpdateOrder: String, CaseIterable, Sendable {
  /// One after another, in a new random order every sweep: the energy never rises without temperature.
  case random
  /// One after another, from the first to the last.
  case cyclic
  /// All at once, from the same state: ends in a fixed point, or in two states that follow each other for ever (Goles 1985).
  case synchronous
}

/// How the temperature falls from sweep to sweep: T ← factor · T, and 0 once it is below the floor.
///
/// At a temperature T a unit becomes +1 with probability 1 / (1 + exp(−2h/T)), h being its field (Boltzmann acceptance); at
/// 0 it takes the sign of its field, or stays where that is 0.
public struct Annealing: Hashable, Sendable {
  /// T of the first sweep, in units of energy; 0 for no temperature.
  public var start: Float
  /// 1 keeps the temperature where it starts.
  public var factor: Float
  /// The temperature below which it is 0, in units of energy.
  public var floor: Float

  /// Traps unless 0 ≤ start, 0 < factor ≤ 1 and 0 ≤ floor.
  public init(start: Float, factor: Float = 1, floor: Float = 0) {
    precondition(
      start >= 0 && start.isFinite && factor > 0 && factor <= 1 && floor >= 0,
      "annealing from \(start) by \(factor) down to \(floor)")
    (self.start, self.factor, self.floor) = (start, factor, floor)
  }

  /// No temperature.
  public static let none = Annealing(start: 0)
  /// Slow enough for the puzzles: eight queens are placed in about 98 of 100 settlings.
  public static let ofPuzzles = Annealing(start: 0.3, factor: 0.997, floor: 0.08)

  /// The temperature of the sweep after one at T.
  public func next(after temperature: Float) -> Float {
    let next = factor * temperature
    return next < floor ? 0 : next
  }
}
