/// Parts that cannot work together: each says in one sentence why not, and what fits.
public enum Mismatch: Error, Hashable, Sendable {
  /// The output activation can leave the cost's domain.
  case domain(cost: Cost, output: Activation)
  /// Softmax divides a whole among the outputs of the last layer.
  case hiddenSoftmax(layer: Int)
  /// One output alone always has the whole.
  case lonelySoftmax
  /// The perceptron rule has no way to pass an error back through a layer.
  case perceptronWithHiddenLayers
  /// The perceptron rule compares what a threshold unit says with what it should say.
  case perceptronWithoutThreshold(output: Activation)
}

extension Mismatch: CustomStringConvertible {
  /// One sentence: why the parts cannot work together, and what fits.
  public var description: String {
    switch self {
    case .domain(let cost, let output):
      "\(cost.rawValue) needs \(cost.domain.demand), which \(output.rawValue) does not keep to: "
        + "use \(Mismatch.list(cost.outputs.map(\.rawValue))), or another cost"
    case .hiddenSoftmax(let layer):
      "softmax belongs in the output layer, not in hidden layer \(layer + 1): use tanh or rectifier there"
    case .lonelySoftmax:
      "softmax with one output is always 1: use sigmoid, or one output a class"
    case .perceptronWithHiddenLayers:
      "the perceptron rule cannot train through hidden layers: remove them, or use sgd with tanh units"
    case .perceptronWithoutThreshold(let output):
      "the perceptron rule needs threshold outputs, not \(output.rawValue): use threshold, or sgd"
    }
  }

  /// "a", "a or b", "a, b or c"
  private static func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Network {
  /// The first reason for which these parts cannot work together, or nil.
  public func mismatch(cost: Cost, optimizer: Optimizer.Kind) -> Mismatch? {
    Mismatch.first(sizes: layout.sizes, activations: activations, cost: cost, optimizer: optimizer)
  }
}

extension Mismatch {
  /// The first reason for which these parts of a network cannot work together, or nil. `sizes` are the inputs and each
  /// layer's units.
  public static func first(
    sizes: [Int], activations: [Activation], cost: Cost, optimizer: Optimizer.Kind
  ) -> Mismatch? {
    guard let output = activations.last, let outputs = sizes.last else { return nil }
    if let layer = activations.dropLast().firstIndex(of: .softmax) { return .hiddenSoftmax(layer: layer) }
    if output == .softmax, outputs == 1 { return .lonelySoftmax }
    if !cost.outputs.contains(output) { return .domain(cost: cost, output: output) }
    guard optimizer == .perceptron else { return nil }
    if activations.count > 1 { return .perceptronWithHiddenLayers }
    return output == .threshold ? nil : .perceptronWithoutThreshold(output: output)
  }
}
