import Datasets
import NeuralNetwork

/// What can be done to a settling network between two phases.
public enum SettlingEdit: Hashable, Sendable {
  /// Turns one unit over.
  case flip(unit: Int)
  /// Sets all units: a drawing.
  case set(units: [Int8])
  /// Flips this share of the units, chosen by chance.
  case disturb(share: Float)
  /// Takes the ink from a part of the picture.
  case cover(rows: Range<Int>, columns: Range<Int>)
  /// Sets the units to a stored pattern.
  case recall(pattern: Int)
  /// A random state, and the annealing from its start.
  case restart
  /// The annealing from its start.
  case heat
  /// Stores one pattern more.
  case add(Pattern)
  /// Forgets a stored pattern, by its number.
  case remove(pattern: Int)
  /// Stores the same patterns by another rule.
  case rule(StorageRule)
  /// Another order of updates or another annealing.
  case settings(SettlingSettings)
}

extension SettlingEdit {
  /// In words, for a tick on a curve or the name of a branch.
  public var name: String {
    switch self {
    case .flip(let unit): "unit \(unit + 1) flipped"
    case .set: "drawn"
    case .disturb(let share): "\(Int((100 * share).rounded())) % flipped"
    case .cover: "covered"
    case .recall(let pattern): "pattern \(pattern + 1)"
    case .restart: "restart"
    case .heat: "heated"
    case .add(let pattern): "+ \(pattern.name)"
    case .remove(let pattern): "− pattern \(pattern + 1)"
    case .rule(let rule): rule.rawValue
    case .settings(let settings): settings.order.rawValue
    }
  }
}

extension Settling {
  /// Makes an edit; the sweep begins anew. Traps where there is no such unit or pattern, or the network stores none.
  public mutating func apply(_ edit: SettlingEdit) {
    var units = state.units
    switch edit {
    case .flip(let unit): units[unit] = -units[unit]
    case .set(let drawn): units = drawn
    case .disturb(let share): flip(share: share, of: &units)
    case .cover(let rows, let columns):
      for row in rows { for column in columns { units[row * task.columns + column] = -1 } }
    case .recall(let pattern): units = memory.patterns[pattern].units
    case .restart:
      units = Self.randomUnits(units.count, from: &disturbing)
      temperature = settings.annealing.start
    case .heat: temperature = settings.annealing.start
    case .add(let pattern): changeMemory { $0.add(pattern) }
    case .remove(let pattern): changeMemory { $0.remove(at: pattern) }
    case .rule(let rule): changeMemory { $0.change(rule: rule) }
    case .settings(let settings): change(settings)
    }
    state = HopfieldState(units, in: network)
    startAnew()
  }

  /// The memory, where the network is one.
  public var memory: AssociativeMemory {
    guard case .memory(let memory) = task else { preconditionFailure("this network stores no patterns") }
    return memory
  }

  private mutating func changeMemory(_ change: (inout AssociativeMemory) -> Void) {
    var memory = memory
    change(&memory)
    task = .memory(memory)
  }

  private mutating func change(_ settings: SettlingSettings) {
    if settings.annealing != self.settings.annealing { temperature = settings.annealing.start }
    self.settings = settings
  }

  /// Flips a share of the units, rounded to whole ones.
  private mutating func flip(share: Float, of units: inout [Int8]) {
    precondition(share >= 0 && share <= 1, "a share of units is 0 to 1, got \(share)")
    var chosen = Array(units.indices)
    disturbing.shuffle(&chosen)
    for unit in chosen.prefix(Int((share * Float(units.count)).rounded())) { units[unit] = -units[unit] }
  }

  private mutating func startAnew() {
    (rest, previous, performed, sweepsSinceEdit) = (nil, nil, nil, 0)
    prepareSweep()
  }
}
