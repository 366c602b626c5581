import Datasets
import NeuralNetwork

/// What can be done to a recurrent training between two phases. A change in mid-step starts the step anew.
public enum RecurrentEdit: Hashable, Sendable {
  /// A new optimizer starts with an empty memory.
  case settings(TrainingSettings)
  /// The spans within which errors pass back through time; all the way where nil.
  case truncation(Int?)
  /// The activation of the recurrent layer; weights stay.
  case activation(Activation)
  /// The activation of the readout; weights stay.
  case output(Activation)
  /// One weight or bias, by its index in the flat buffer.
  case parameter(index: Int, value: Float)
  /// All weights and biases; must be of the same network.
  case parameters(Parameters)
  /// Scales the recurrent weights.
  case singularValue(Double)
  /// Other sequences of the same widths, from the beginning of an epoch.
  case data(SequenceData)
}

extension RecurrentTrainer {
  /// Makes an edit; traps where it does not fit the network.
  public mutating func apply(_ edit: RecurrentEdit) {
    switch edit {
    case .settings(let settings):
      if settings.optimizer != self.settings.optimizer { optimizer = Optimizer(settings.optimizer, seed: seed) }
      self.settings = settings
    case .truncation(let steps):
      precondition(steps ?? 1 > 0, "errors pass back through at least one step, got \(steps ?? 0)")
      truncation = steps
    case .activation(let activation):
      precondition(RecurrentNetwork.activations.contains(activation), "a recurrent layer of \(activation.rawValue)")
      network.activation = activation
    case .output(let output): network.output = output
    case .parameter(let index, let value): network.parameters.values[index] = value
    case .parameters(let parameters):
      precondition(parameters.layout == network.layout, "the parameters are of another network")
      network.parameters = parameters
    case .singularValue(let value): network.scaleRecurrentWeights(toSingularValue: value)
    case .data(let data): take(data)
    }
    keepBiases()
    restartStep()
  }

  private mutating func take(_ data: SequenceData) {
    Self.check(data, fits: network)
    self.data = data
    position = 0
    drawOrder()
  }

  /// Sees to it that there are no biases where the settings want none.
  mutating func keepBiases() {
    if settings.biases == .none { network.parameters.clearBiases() }
  }

  /// Back to the step's beginning, if it has begun. A finished epoch's end is not undone.
  private mutating func restartStep() {
    divergence = nil
    guard phase != .epoch, phase != .input else { return }
    phase = .input
    batchCount = 0
    clearWorkspace()
  }

  /// Empties what the last step left: its batch's numbers and its gradient.
  mutating func clearWorkspace() {
    performed = nil
    propagation = RecurrentPropagation(of: network)
    gradient = Parameters(layout: network.layout)
  }
}
