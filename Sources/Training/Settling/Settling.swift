import LinearAlgebra
import NeuralNetwork

/// A Hopfield network that settles: a state machine of one phase at a time, the update of one unit or of all at once, and the
/// end of a sweep. A value: a copy is a point in time that can be returned to.
public struct Settling: Hashable, Sendable {
  /// What the network is for.
  public internal(set) var task: SettlingTask
  /// The order of the updates, and how the temperature falls.
  public internal(set) var settings: SettlingSettings
  /// The present units, ±1, with their fields and energy.
  public internal(set) var state: HopfieldState
  /// T of the present sweep.
  public internal(set) var temperature: Float
  /// The phase that `advance` performs next.
  public internal(set) var phase: SettlingPhase
  /// The phase performed last; nil at the beginning, and after an edit.
  public internal(set) var performed: SettlingPhase?
  /// The phases performed since the beginning: a clock for history.
  public internal(set) var clock = 0
  /// The updates made, of one unit each, or of all at once.
  public internal(set) var updates = 0
  /// The sweeps completed since the beginning.
  public internal(set) var sweeps = 0
  /// The sweeps completed since the state was last set, disturbed or given another network.
  public internal(set) var sweepsSinceEdit = 0
  /// The units that have flipped in the present sweep, or in the last one where none has begun.
  public internal(set) var flips = 0
  /// Where the network has come to rest: nothing will change any more, or only back and forth.
  public internal(set) var rest: Rest?
  /// The clock at which the last update was made.
  public internal(set) var stepStart = 0
  /// The clock at which the present sweep began, or the last one where none has begun.
  public internal(set) var sweepStart = 0
  /// The order in which the present sweep takes the units.
  public internal(set) var order: [Int]
  /// Before the last update of all units at once.
  var previous: [Int8]?
  /// For the order, and for temperature.
  var stream: RandomStream
  /// For disturbances and new beginnings.
  var disturbing: RandomStream

  /// Begins with a random state.
  public init(_ task: SettlingTask, settings: SettlingSettings = SettlingSettings(), seed: UInt64) {
    self.task = task
    self.settings = settings
    stream = RandomStream(seed: seed, purpose: .settling)
    disturbing = RandomStream(seed: seed, purpose: .disturbance)
    state = HopfieldState(Self.randomUnits(task.network.count, from: &disturbing), in: task.network)
    temperature = settings.annealing.start
    order = Array(0..<task.network.count)
    phase = .sweep
    prepareSweep()
  }

  /// The task's network.
  public var network: HopfieldNetwork { task.network }

  /// E of the present state.
  public var energy: Double { network.energy(of: state) }

  static func randomUnits(_ count: Int, from stream: inout RandomStream) -> [Int8] {
    (0..<count).map { _ in stream.next() >> 63 == 0 ? -1 : 1 }
  }
}

/// What a settling network is for.
public enum SettlingTask: Hashable, Sendable {
  /// To remember patterns.
  case memory(AssociativeMemory)
  /// To solve a puzzle.
  case arrangement(Arrangement)
  /// Any energy, of units that stand in so many columns.
  case energy(HopfieldNetwork, columns: Int)

  /// The network of the memory or the puzzle, or the one that stands alone.
  public var network: HopfieldNetwork {
    switch self {
    case .memory(let memory): memory.network
    case .arrangement(let arrangement): arrangement.network
    case .energy(let network, _): network
    }
  }

  /// The units side by side in the picture.
  public var columns: Int {
    switch self {
    case .memory(let memory): memory.width
    case .arrangement(let arrangement): arrangement.puzzle.columns
    case .energy(_, let columns): columns
    }
  }
}

/// A moment of settling.
public enum SettlingPhase: Hashable, Sendable {
  /// The update of one unit, by its place in the sweep's order.
  case unit(place: Int)
  /// The update of all units at once.
  case all
  /// The end of a sweep: rest is looked for, and the temperature falls.
  case sweep
}

/// How a network has come to rest.
public enum Rest: String, Hashable, Sendable {
  /// No unit wants to flip: a local minimum of the energy.
  case fixedPoint = "fixed point"
  /// Updates of all units at once lead back and forth between two states.
  case twoCycle = "two-cycle"
}
