import NeuralNetwork

/// A step is the update of a unit, or of all at once; an epoch is a sweep. What a curve shows is the energy.
extension Settling: Process {
  /// The sweeps completed.
  public var epoch: Int { sweeps }
  /// The clock at which the present sweep began.
  public var epochStart: Int { sweepStart }
  /// An update, and after the last of a sweep its end.
  public var phasesPerStep: Int { 2 }
  /// Whether the next phase updates a unit, or all at once.
  public var isBetweenSteps: Bool { phase != .sweep }
  /// Whether the next phase is a sweep's first update.
  public var isBetweenEpochs: Bool { phase == .all || phase == .unit(place: 0) }
  /// Whether it rests at a fixed point; a two-cycle goes on.
  public var isStill: Bool { rest == .fixedPoint }
  /// The energy of the present state, in single precision.
  public var cost: Float? { Float(energy) }

  /// A flip is a multiply-add for every unit; hardly every tenth update is one.
  public var effort: Int { updates &* effortPerStep }
  /// All at once: a tenth of a multiply-add for each weight. One by one: 50 and a tenth of one for each unit.
  public var effortPerStep: Int {
    settings.order == .synchronous ? network.count * network.count / 10 : 50 + network.count / 10
  }

  /// State, fields and order, and what the task holds.
  public var footprint: Footprint {
    let perUnit = MemoryLayout<Int8>.stride + MemoryLayout<Int32>.stride + MemoryLayout<Int>.stride
    return Footprint(own: MemoryLayout<Settling>.stride + 3 * Footprint.overhead + network.count * perUnit)
      + task.footprint
  }
}

/// Changes.
extension Settling {
  /// The edit's own name: `unit 3 flipped`, `drawn`, `pattern 2`.
  public func name(of edit: SettlingEdit) -> String { edit.name }

  /// Compares what is set with what is; a flip, a cover, a restart, and a pattern added or removed always count as a
  /// change.
  public func isChanged(by edit: SettlingEdit) -> Bool {
    switch edit {
    case .set(let units): units != state.units
    case .recall(let pattern): memory.patterns[pattern].units != state.units
    case .rule(let rule): rule != memory.rule
    case .settings(let settings): settings != self.settings
    case .heat: temperature != settings.annealing.start
    case .disturb(let share): share > 0
    case .flip, .cover, .restart, .add, .remove: true
    }
  }

  /// The change with the units or the pattern that it brings.
  public static func footprint(of edit: SettlingEdit) -> Footprint {
    let base = Footprint(own: MemoryLayout<SettlingEdit>.stride + Footprint.overhead)
    switch edit {
    case .set(let units): return base + Footprint(own: units.count)
    case .add(let pattern): return base + Footprint(own: pattern.units.count)
    case .flip, .disturb, .cover, .recall, .restart, .heat, .remove, .rule, .settings: return base
    }
  }
}

extension SettlingTask {
  /// Weights, biases and patterns, which are shared.
  var footprint: Footprint {
    var footprint = Footprint(own: 0)
    footprint.share(network.weights)
    footprint.share(network.biases)
    switch self {
    case .memory(let memory): for pattern in memory.patterns { footprint.share(pattern.units) }
    case .arrangement(let arrangement): footprint.share(arrangement.clashes)
    case .energy: break
    }
    return footprint
  }
}
