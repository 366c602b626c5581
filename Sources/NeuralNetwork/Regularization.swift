/// A penalty on large weights, added to the objective. Biases are free.
public struct Regularization: Hashable, Sendable {
  /// Which penalty, if any.
  public var kind: Kind
  /// λ: what the penalty is multiplied by.
  public var rate: Float

  /// A penalty with its rate λ; by default none.
  public init(_ kind: Kind = .none, rate: Float = 0) {
    self.kind = kind
    self.rate = rate
  }

  /// The penalty before it is added; the sums run over weights only.
  public enum Kind: String, CaseIterable, Sendable {
    case none
    /// rate · Σ|w|
    case l1
    /// rate · ½ Σw²
    case l2
  }

  /// The penalty at these parameters.
  public func penalty(at parameters: Parameters) -> Float {
    guard kind != .none, rate != 0 else { return 0 }
    var sum: Float = 0
    for layer in parameters.layout.layers {
      for i in layer.weights {
        let w = parameters.values[i]
        sum += kind == .l1 ? abs(w) : 0.5 * w * w
      }
    }
    return rate * sum
  }

  /// Adds the penalty's gradient: rate · sign w, or rate · w.
  public func addGradient(at parameters: Parameters, to gradient: inout Parameters) {
    guard kind != .none, rate != 0 else { return }
    for layer in parameters.layout.layers {
      for i in layer.weights {
        let w = parameters.values[i]
        gradient.values[i] += kind == .l1 ? (w > 0 ? rate : w < 0 ? -rate : 0) : rate * w
      }
    }
  }
}
