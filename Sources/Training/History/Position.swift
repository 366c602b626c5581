import NeuralNetwork

/// A moment that can be stopped at.
public struct Position: Hashable, Sendable {
  /// The phases performed.
  public var clock: Int
  /// Of a batch that is taken sample by sample, how many samples are shown; 0 where it is not. The trainer stands
  /// before the batch meanwhile: see `SampleWalk`.
  public var sample = 0
  /// Of the layer that the last phase was about, how many units are shown, from the first; nil for all.
  public var unit: Int?

  public init(clock: Int, sample: Int = 0, unit: Int? = nil) {
    self.clock = clock
    self.sample = sample
    self.unit = unit
  }
}

/// How much one step forward or back is, from the finest.
public enum Granularity: String, CaseIterable, Sendable {
  case neuron, layer, sample, update, epoch
}

extension History {
  /// The present position.
  public var position: Position {
    Position(clock: trainer.clock, sample: walk?.count ?? 0, unit: revealed)
  }

  /// Goes to a position of the present branch, exact to the last bit; `go(to:)` of a clock says what is out of reach.
  public mutating func go(to position: Position) {
    go(to: position.clock)
    if let unit = position.unit, let units = revealableUnits, unit < units { revealed = max(1, unit) }
    if position.sample > 0, trainer.phase == .input { walk = SampleWalk(of: trainer, count: position.sample) }
  }

  /// The units that the last phase was about, where there are several to be shown one by one.
  var revealableUnits: Int? {
    let layer: Int
    switch trainer.performed {
    case .forward(let number), .backward(let number): layer = number
    default: return nil
    }
    let units = trainer.network.layout.layers[layer].units
    return units > 1 ? units : nil
  }
}
