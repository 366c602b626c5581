import NeuralNetwork

/// A step is the update of a unit, or of all at once; an epoch is a sweep. What a curve shows is the energy.
extension Settling: Process {
  public var epoch: Int { sweeps }
  public var epochStart: Int { sweepStart }
  public var phasesPerStep: Int { 2 }
  public var isBetweenSteps: Bool { phase != .sweep }
  public var isBetweenEpochs: Bool { phase == .all || phase == .unit(place: 0) }
  public var isStill: Bool { rest == .fixedPoint }
  public var cost: Float? { Float(energy) }

  /// A flip is a multiply-add for every unit; hardly every tenth update is one.
  public var effort: Int { updates &* effortPerStep }
  public var effortPerStep: Int {
    settings.order == .synchronous ? network.count * network.count / 10 : 50 + network.count / 10
  }

  public var footprint: Footprint {
    let perUnit = MemoryLayout<Int8>.stride + MemoryLayout<Int32>.stride + MemoryLayout<Int>.stride
    return Footprint(own: MemoryLayout<Settling>.stride + 3 * Footprint.overhead + network.count * perUnit)
      + task.footprint
  }
}

/// Changes.
extension Settling {
  public func name(of edit: SettlingEdit) -> String { edit.name }

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
