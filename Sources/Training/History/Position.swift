/// A moment that can be stopped at.
public struct Position: Hashable, Sendable {
  /// The phases performed.
  public var clock: Int
  /// Of a batch that is taken sample by sample, how many samples are shown; 0 where it is not. The process stands
  /// before the batch meanwhile: see `StepWalk`.
  public var sample = 0
  /// Of the layer that the last phase was about, how many units are shown, from the first; nil for all.
  public var unit: Int?

  /// The moment after so many phases; by default with all units shown, and not within a batch.
  public init(clock: Int, sample: Int = 0, unit: Int? = nil) {
    self.clock = clock
    self.sample = sample
    self.unit = unit
  }
}

/// How much one step forward or back is, from the finest.
public enum Granularity: String, CaseIterable, Sendable {
  /// One unit more of a layer; one phase; one sample more of a batch; one update; to the end of the epoch.
  case neuron, layer, sample, update, epoch
}

extension History {
  /// The present position.
  public var position: Position {
    Position(clock: process.clock, sample: walk?.count ?? 0, unit: revealed)
  }

  /// Goes to a position of the present branch, exact to the last bit; `go(to:)` of a clock says what is out of reach.
  public mutating func go(to position: Position) {
    go(to: position.clock)
    if let unit = position.unit, let units = process.units, unit < units { revealed = max(1, unit) }
    if position.sample > 0, process.isBetweenSteps { walk = process.walk(showing: position.sample) }
    checkInvariants()
  }
}
