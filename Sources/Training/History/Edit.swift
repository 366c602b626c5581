import Datasets
import NeuralNetwork

/// A change from outside between two phases of training.
public enum Edit: Hashable, Sendable {
  /// Other settings; a new optimizer starts with an empty memory.
  case settings(TrainingSettings)
  /// The activation of each layer; weights stay.
  case activations([Activation])
  /// One weight or bias, by its index in the flat buffer.
  case parameter(index: Int, value: Float)
  /// All weights and biases; must be of the same network.
  case parameters(Parameters)
  /// Other samples for the same network.
  indirect case data(LearningData)
  /// Another trainer takes over: another network, or the same from its beginning.
  indirect case trainer(Trainer)
}

extension Trainer {
  /// Performs a change. The clock goes on, whatever takes over.
  public mutating func apply(_ edit: Edit) {
    switch edit {
    case .settings(let settings): change(settings)
    case .activations(let activations): change(activations: activations)
    case .parameter(let index, let value): set(parameter: index, to: value)
    case .parameters(let parameters): set(parameters: parameters)
    case .data(let data): change(data: data)
    case .trainer(var next):
      next.continueClock(of: self)
      self = next
    }
  }

  private mutating func continueClock(of other: Trainer) {
    clock = other.clock
    stepStart = other.stepStart
    epochStart = other.epochStart
    if phase != .epoch {
      phase = .input
      batchCount = 0
    }
    clearWorkspace()
    redrawOrder()
  }
}
