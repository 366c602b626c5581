import Datasets
import NeuralNetwork

/// A change from outside between two phases of training.
public enum Edit: Hashable, Sendable {
  case settings(TrainingSettings)
  case activations([Activation])
  /// One weight or bias, by its index in the flat buffer.
  case parameter(index: Int, value: Float)
  case parameters(Parameters)
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

  /// Whether a change would change anything.
  func isChanged(by edit: Edit) -> Bool {
    switch edit {
    case .settings(let settings): settings != self.settings
    case .activations(let activations): activations != network.activations
    case .parameter(let index, let value): value.bitPattern != network.parameters.values[index].bitPattern
    case .parameters, .data, .trainer: true
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

/// A change and when it was made.
struct LoggedEdit: Sendable {
  /// Its number among all changes of the history, from 1.
  let id: Int
  /// The phases performed before it.
  let clock: Int
  /// The change; nil once nothing that can be returned to lies before it.
  var edit: Edit?
}

extension Edit {
  /// Without what is not needed to make the change again.
  var bare: Edit {
    guard case .trainer(let trainer) = self else { return self }
    return .trainer(trainer.withoutWorkspace(Propagation(layout: trainer.network.layout, capacity: 0)))
  }

  /// The memory that it holds.
  var bytes: Int {
    switch self {
    case .settings, .activations, .parameter: 128
    case .parameters(let parameters): 128 + parameters.count * MemoryLayout<Float>.stride
    case .data(let data): 128 + data.bytes
    case .trainer(let trainer): 128 + trainer.data.bytes + trainer.bytesKept
    }
  }
}

extension LearningData {
  /// The memory that its rows hold.
  fileprivate var bytes: Int { training.bytes + test.bytes }
}

extension Samples {
  fileprivate var bytes: Int {
    (inputs.elements.count + targets.elements.count) * MemoryLayout<Float>.stride
      + (classes?.count ?? 0) * MemoryLayout<Int>.stride
  }
}
