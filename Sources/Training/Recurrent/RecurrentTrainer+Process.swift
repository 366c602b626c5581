import Datasets
import NeuralNetwork

/// A step is an update, as in feedforward training; its phases are moments in time.
extension RecurrentTrainer: Process {
  /// Forward and backward for each step of the longest sequence, input, error, update, and the end of an epoch.
  public var phasesPerStep: Int { 2 * data.training.longest + 4 }
  /// Whether the next phase puts a batch in.
  public var isBetweenSteps: Bool { phase == .input }
  /// Whether the next phase puts an epoch's first batch in.
  public var isBetweenEpochs: Bool { phase == .input && position == 0 }
  /// Whether it has diverged.
  public var isStill: Bool { divergence != nil }
  /// The mean cost of the last batch over its targets, without the penalty.
  public var cost: Float? { propagation.cost }

  /// Update by update, until an epoch ends, the limit is reached, or it has diverged.
  @discardableResult
  public mutating func stride(upTo limit: Int, costs: UnsafeMutablePointer<Float>?) -> Int {
    var (steps, made) = (0, 0)
    let before = epoch
    repeat {
      let last = updates
      takeStep()
      steps += 1
      if updates > last {
        costs?[made] = propagation.cost
        made += 1
      }
    } while steps < limit && epoch == before && !isStill
    return steps
  }

  /// Each step of each sequence touches each parameter forward, backward and for the gradient.
  public var effort: Int { updates &* effortPerStep }
  /// The same for one full batch of sequences as long as the longest, with 400 for the phases' own time.
  public var effortPerStep: Int {
    400 + (3 * data.training.longest * settings.batch.size(of: data.training.count) + 4) * network.parameters.count
  }

  /// The units of the step in time, and the sequences that the next update takes.
  public var units: Int? {
    switch performed {
    case .forward, .backward: network.units > 1 ? network.units : nil
    case .input, .error, .update, .epoch, nil: nil
    }
  }
  /// The sequences of the next batch, or of the present one where a step has begun.
  public var samplesAhead: Int { nextBatch.count }
}

/// Being kept.
extension RecurrentTrainer {
  /// A copy without workspace, gradient and order; the settings tell how to make them.
  public func bare() -> RecurrentTrainer {
    var copy = self
    copy.propagation = RecurrentPropagation(of: network)
    copy.gradient = network.parameters  // Shares their buffer: costs nothing.
    copy.order = []
    return copy
  }

  /// A bare copy with an empty workspace and the present epoch's order drawn again.
  public func restored() -> RecurrentTrainer {
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
    return Footprint(own: MemoryLayout<RecurrentTrainer>.stride + buffers * numbers) + data.footprint
  }
}

/// Changes.
extension RecurrentTrainer {
  /// What differs from the present state, in a few words: `truncation none → 5`.
  public func name(of edit: RecurrentEdit) -> String {
    switch edit {
    case .settings: return "settings"
    case .truncation(let steps):
      return "truncation \(truncation.map(String.init) ?? "none") → \(steps.map(String.init) ?? "none")"
    case .activation(let activation): return "units \(network.activation.rawValue) → \(activation.rawValue)"
    case .output(let output): return "output \(network.output.rawValue) → \(output.rawValue)"
    case .parameter(let index, let value):
      return "\(network.layout.name(at: index)) \(network.parameters.values[index]) → \(value)"
    case .parameters: return "other weights"
    case .singularValue(let value):
      return "largest singular value \(Float(network.largestSingularValue)) → \(Float(value))"
    case .data: return "other data"
    }
  }

  /// One weight is compared bit by bit; all weights at once, a singular value and other data always count as a change.
  public func isChanged(by edit: RecurrentEdit) -> Bool {
    switch edit {
    case .settings(let settings): settings != self.settings
    case .truncation(let steps): steps != truncation
    case .activation(let activation): activation != network.activation
    case .output(let output): output != network.output
    case .parameter(let index, let value): value.bitPattern != network.parameters.values[index].bitPattern
    case .parameters, .singularValue, .data: true
    }
  }

  /// The change with the weights or data that it brings.
  public static func footprint(of edit: RecurrentEdit) -> Footprint {
    let base = Footprint(own: MemoryLayout<RecurrentEdit>.stride + Footprint.overhead)
    switch edit {
    case .parameters(let parameters): return base + Footprint(sharing: parameters)
    case .data(let data): return base + data.footprint
    case .settings, .truncation, .activation, .output, .parameter, .singularValue: return base
    }
  }
}

extension SequenceData {
  /// Both parts, which are shared.
  var footprint: Footprint {
    var footprint = Footprint(own: 0)
    for set in [training, test] {
      footprint.share(set.inputs.elements)
      footprint.share(set.targets.elements)
      footprint.share(set.allowed?.elements)
      footprint.share(set.isAsked)
      footprint.share(set.sequences)
    }
    return footprint
  }
}
