import NeuralNetwork

/// What broke: the first number that was not finite, on its way to a weight.
public struct Divergence: Hashable, Sendable {
  /// The first weight or bias with a number that is not finite; the largest one where the cost alone broke.
  public let parameter: ParameterName
  /// The gradient there.
  public let value: Float
  /// The row of the training part where it began; nil where every sample's own numbers are finite.
  public let row: Int?
  /// The kind of number that was the first not to be finite.
  public let origin: Origin

  /// In the order in which a step works them out.
  public enum Origin: Hashable, Sendable {
    /// A weighted sum of a layer.
    case sum(layer: Int)
    /// A sample's cost, or the batch's.
    case cost
    /// δ of a layer.
    case delta(layer: Int)
    /// The batch's gradient, though every sample's numbers are finite.
    case gradient
    /// The new weight, or what the rule remembers, though the gradient is finite.
    case update
  }

  /// A divergence; where nothing more is known, the gradient was the first not to be finite.
  public init(parameter: ParameterName, value: Float, row: Int?, origin: Origin = .gradient) {
    (self.parameter, self.value, self.row, self.origin) = (parameter, value, row, origin)
  }
}

extension Divergence: CustomStringConvertible {
  /// What broke first, in words: "the cost overflowed at row 3 of the training part".
  public var description: String {
    let place = row.map { " at row \($0) of the training part" } ?? ""
    switch origin {
    case .sum(let layer): return "a weighted sum of layer \(layer + 1) overflowed\(place)"
    case .cost: return "the cost overflowed\(place), before any gradient did"
    case .delta(let layer): return "δ of layer \(layer + 1) overflowed\(place)"
    case .gradient: return "the gradient of \(parameter) is \(value)"
    case .update: return "the step of \(parameter) would overflow, though its gradient is \(value)"
    }
  }
}
