import NeuralNetwork

extension Trainer: TrainingProcess {
  /// The changes of a feedforward training: `Training.Edit`.
  public typealias Edit = Training.Edit

  /// Itself.
  public var trainer: Trainer {
    get { self }
    _modify { yield &self }  // In place: a setter would have every buffer copied.
  }

  /// What differs from the present state, in a few words: `η 0.03 → 0.1`.
  public func name(of edit: Edit) -> String { edit.name(for: self) }

  /// The default, made for this type: a call for the whole way is quick.
  public mutating func replay(to clock: Int, work: Int) -> Int { perform(to: clock, work: work) }
  /// The counts as they are.
  public var counts: ProcessCounts { ProcessCounts(of: self) }

  /// Whether the next phase puts a batch in.
  public var isBetweenSteps: Bool { phase == .input }
  /// Whether the next phase puts an epoch's first batch in.
  public var isBetweenEpochs: Bool { phase == .input && position == 0 }
  /// Whether it has diverged.
  public var isStill: Bool { divergence != nil }
  /// Input, forward and backward for each layer, error, update, and the end of an epoch.
  public var phasesPerStep: Int { 2 * network.depth + 4 }
  /// The mean cost of the last batch's samples, without the penalty.
  public var cost: Float? { propagation.cost }

  /// Forward, backward and gradient touch each parameter for each sample, the optimizer touches it a few times more, and
  /// every phase takes its time.
  public var effort: Int { updates &* 400 &+ (3 &* samplesSeen &+ 4 &* updates) &* network.parameters.count }
  /// The same for one full batch.
  public var effortPerStep: Int { 400 + (3 * settings.batch.size(of: order.count) + 4) * network.parameters.count }
}

/// Being kept.
extension Trainer {
  /// The workspace of all that are kept: none.
  private static let noWorkspace = Propagation(layout: Parameters.Layout(sizes: [1, 1]), capacity: 0)

  /// A copy without workspace, gradient and order; the settings tell how to make them.
  public func bare() -> Trainer {
    var copy = self
    copy.propagation = Trainer.noWorkspace
    copy.gradient = network.parameters  // Shares their buffer: costs nothing.
    copy.order = []
    return copy
  }

  /// A bare copy with an empty workspace and the present epoch's order drawn again.
  public func restored() -> Trainer {
    var copy = self
    let last = performed
    copy.clearWorkspace()
    copy.performed = last
    copy.redrawOrder()
    return copy
  }

  /// One step, since the whole workspace is filled by one; 0 before the first phase.
  public var settling: Int { performed == nil ? 0 : phasesPerStep }

  /// Weights and the optimizer's memory are its own; the data are shared.
  public var footprint: Footprint {
    let buffers = 1 + optimizer.memory.count
    let numbers = network.parameters.count * MemoryLayout<Float>.stride + Footprint.overhead
    return Footprint(own: MemoryLayout<Trainer>.stride + buffers * numbers, of: data)
  }
}

/// Changes.
extension Trainer {
  /// Weights are compared bit by bit; other data, all weights at once or another trainer always count as a change.
  public func isChanged(by edit: Edit) -> Bool {
    switch edit {
    case .settings(let settings): settings != self.settings
    case .activations(let activations): activations != network.activations
    case .parameter(let index, let value): value.bitPattern != network.parameters.values[index].bitPattern
    case .parameters, .data, .trainer: true
    }
  }

  /// Only where another trainer is put in its place.
  public static func takesOver(with edit: Edit) -> Bool {
    if case .trainer = edit { true } else { false }
  }

  /// Another cost, or targets coded another way, measure something else.
  public func startsCurve(with edit: Edit) -> Bool {
    switch edit {
    case .settings(let settings): settings.cost != self.settings.cost
    case .data(let data): data.coding != self.data.coding
    case .activations, .parameter, .parameters, .trainer: false
    }
  }

  /// A trainer that is put in goes bare; other changes are kept whole.
  public static func bare(_ edit: Edit) -> Edit {
    if case .trainer(let trainer) = edit { .trainer(trainer.bare()) } else { edit }
  }

  /// The change with the weights, data or trainer that it brings.
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
  /// The units of the layer that the last phase went forward or backward through; nil for one unit alone.
  public var units: Int? {
    let layer: Int
    switch performed {
    case .forward(let number), .backward(let number): layer = number
    case .input, .error, .update, .epoch, nil: return nil
    }
    let units = network.layout.layers[layer].units
    return units > 1 ? units : nil
  }

  /// The samples of the next batch, or of the present one where a step has begun.
  public var samplesAhead: Int { nextBatch.count }

  /// The next batch sample by sample, up to `count` of them; nil where a step has begun.
  public func walk(showing count: Int) -> SampleWalk? { phase == .input ? SampleWalk(of: self, count: count) : nil }
}

extension SampleWalk: StepWalk {}
