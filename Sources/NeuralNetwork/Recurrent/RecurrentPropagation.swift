import LinearAlgebra

/// The numbers of a batch of sequences on their way through a recurrent network, forward in time and back.
///
/// Forward: z[t], h[t], and the readout's z and a. Backward (backpropagation through time): δ[t] = ∂C/∂z[t] of each
/// sequence's own costs, from the last step to the first. Only the steps that have a target have an error. Sequences
/// that are shorter than the longest of the batch are followed by steps without inputs and targets.
public struct RecurrentPropagation: Sendable {
  /// The steps of the longest sequence.
  public internal(set) var steps = 0
  /// The number of sequences.
  public internal(set) var samples = 0
  /// The targets of the batch: the costs' mean is over these.
  public internal(set) var targetCount = 0
  /// The numbers of x[t].
  public let inputs: Int
  /// The units of the recurrent layer.
  public let units: Int
  /// The units of the readout.
  public let outputs: Int
  /// `Kernels.Recurrence`'s vector, behind it the targets, `[steps][samples][outputs]`, and the costs, `[steps][samples]`.
  var storage = VectorStorage(count: 0)
  var recurrence: Kernels.Recurrence
  /// Whether a step of a sequence has a target, `[steps][samples]`.
  var isAsked: [Bool] = []
  /// The number of steps of each sequence.
  public internal(set) var lengths: [Int] = []

  /// Room for nothing yet.
  public init(of network: RecurrentNetwork) {
    (inputs, units, outputs) = (network.inputs, network.units, network.outputs)
    recurrence = Self.recurrence(of: network, steps: 0, samples: 0, truncation: nil)
  }

  static func recurrence(
    of network: RecurrentNetwork, steps: Int, samples: Int, truncation: Int?
  ) -> Kernels.Recurrence {
    Kernels.Recurrence(
      inputs: network.inputs, units: network.units, outputs: network.outputs, steps: steps, samples: samples,
      cut: truncation ?? max(1, steps), function: network.activation.function, output: network.output.function)
  }

  var targetsPlace: Int { recurrence.count }
  var costsPlace: Int { recurrence.count + steps * samples * outputs }
}

extension RecurrentPropagation {
  /// The numbers of the recurrent layer at a step, `[samples, units]` each.
  public func hidden(_ step: Int) -> Step { Step(self, recurrence.hidden, step, width: units) }

  /// The numbers of the readout at a step, `[samples, outputs]` each.
  public func readout(_ step: Int) -> Step { Step(self, recurrence.readout, step, width: outputs) }

  /// What comes in at a step, x[t] and h[t−1] side by side, `[samples, inputs + units]`.
  public func incoming(_ step: Int) -> VectorView { view(0, step, width: inputs + units) }

  /// The targets at a step, `[samples, outputs]`; 0 where there are none.
  public func targets(_ step: Int) -> VectorView { view(targetsPlace, step, width: outputs) }

  /// The cost of each sequence at a step; 0 where there is no target.
  public func costs(_ step: Int) -> VectorView { view(costsPlace, step, width: 1) }

  /// Whether a sequence has a target at a step.
  public func isAsked(_ step: Int, sample: Int) -> Bool { isAsked[step * samples + sample] }

  /// The mean cost of the batch's targets.
  public var cost: Float {
    var sum: Float = 0
    for cost in VectorView(of: storage, from: costsPlace, count: steps * samples) { sum += cost }
    return targetCount > 0 ? sum / Float(targetCount) : 0
  }

  private func view(_ place: Int, _ step: Int, width: Int) -> VectorView {
    precondition(step >= 0 && step < steps, "step \(step) of \(steps)")
    return VectorView(of: storage, from: place + step * samples * width, count: samples * width)
  }

  /// A layer's numbers at one step, of all sequences.
  public struct Step: Sendable {
    /// The weighted sums.
    public let z: VectorView
    /// The activations.
    public let a: VectorView
    /// δ = ∂C/∂z, of each sequence's own cost.
    public let delta: VectorView

    init(_ pass: RecurrentPropagation, _ places: (z: Int, a: Int, delta: Int), _ step: Int, width: Int) {
      z = pass.view(places.z, step, width: width)
      a = pass.view(places.a, step, width: width)
      delta = pass.view(places.delta, step, width: width)
    }
  }
}

extension RecurrentPropagation: Hashable {
  /// Two are equal where the batches' numbers are.
  public static func == (left: RecurrentPropagation, right: RecurrentPropagation) -> Bool {
    left.samples == right.samples && left.lengths == right.lengths && left.isAsked == right.isAsked
      && left.numbers == right.numbers
  }

  /// Feeds all numbers that `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(numbers) }

  /// All but what is scratch.
  private var numbers: [VectorView] {
    (0..<steps).flatMap { step in
      let (hidden, readout) = (hidden(step), readout(step))
      return [
        incoming(step), hidden.z, hidden.a, hidden.delta, readout.z, readout.a, readout.delta, targets(step),
        costs(step),
      ]
    }
  }
}
