import NeuralNetwork

extension Trainer: TrainingProcess {
  public typealias Edit = Training.Edit

  public var trainer: Trainer {
    get { self }
    set { self = newValue }
  }

  public func name(of edit: Edit) -> String { edit.name(for: self) }

  public var isBetweenSteps: Bool { phase == .input }
  public var isBetweenEpochs: Bool { phase == .input && position == 0 }
  public var isStill: Bool { divergence != nil }
  public var phasesPerStep: Int { 2 * network.depth + 4 }
  public var cost: Float? { propagation.cost }

  /// Forward, backward and gradient touch each parameter for each sample, the optimizer touches it a few times more, and
  /// every phase takes its time.
  public var effort: Int { updates &* 400 &+ (3 &* samplesSeen &+ 4 &* updates) &* network.parameters.count }
  public var effortPerStep: Int { 400 + (3 * settings.batch.size(of: order.count) + 4) * network.parameters.count }
}

/// Being kept.
extension Trainer {
  /// The workspace of all that are kept: none.
  private static let noWorkspace = Propagation(layout: Parameters.Layout(sizes: [1, 1]), capacity: 0)

  public func bare() -> Trainer {
    var copy = self
    copy.propagation = Trainer.noWorkspace
    copy.gradient = network.parameters  // Shares their buffer: costs nothing.
    copy.order = []
    return copy
  }

  public func restored() -> Trainer {
    var copy = self
    let last = performed
    copy.clearWorkspace()
    copy.performed = last
    copy.redrawOrder()
    return copy
  }

  public var settling: Int { performed == nil ? 0 : phasesPerStep }

  public var footprint: Footprint {
    let buffers = 1 + optimizer.memory.count
    let numbers = network.parameters.count * MemoryLayout<Float>.stride + Footprint.overhead
    return Footprint(own: MemoryLayout<Trainer>.stride + buffers * numbers, of: data)
  }
}

/// Changes.
extension Trainer {
  public func isChanged(by edit: Edit) -> Bool {
    switch edit {
    case .settings(let settings): settings != self.settings
    case .activations(let activations): activations != network.activations
    case .parameter(let index, let value): value.bitPattern != network.parameters.values[index].bitPattern
    case .parameters, .data, .trainer: true
    }
  }

  public static func takesOver(with edit: Edit) -> Bool {
    if case .trainer = edit { true } else { false }
  }

  public static func bare(_ edit: Edit) -> Edit {
    if case .trainer(let trainer) = edit { .trainer(trainer.bare()) } else { edit }
  }

  public static func footprint(of edit: Edit) -> Footprint {
    let base = MemoryLayout<Edit>.stride + Footprint.overhead
    return switch edit {
    case .settings, .activations, .parameter: Footprint(own: base)
    case .parameters(let parameters): Footprint(own: base + parameters.count * MemoryLayout<Float>.stride)
    case .data(let data): Footprint(own: base, of: data)
    case .trainer(let trainer): Footprint(own: base) + trainer.footprint
    }
  }
}

/// The parts of a phase and of a step.
extension Trainer {
  public var units: Int? {
    let layer: Int
    switch performed {
    case .forward(let number), .backward(let number): layer = number
    case .input, .error, .update, .epoch, nil: return nil
    }
    let units = network.layout.layers[layer].units
    return units > 1 ? units : nil
  }

  public var samplesAhead: Int { nextBatch.count }

  public func walk(showing count: Int) -> SampleWalk? { phase == .input ? SampleWalk(of: self, count: count) : nil }
}

extension SampleWalk: StepWalk {}
