import LinearAlgebra

/// How the weights of a new network are drawn.
public enum Initializer: String, CaseIterable, Sendable {
  /// Uniform in (−0.5, 0.5), bias 0.1 (TensorFlow Playground).
  case uniform
  /// Normal with σ 0.01, bias 0.
  case smallNormal = "small-normal"
  /// Normal with σ = 1/√inputs, bias 0 (LeCun et al. 1998).
  case lecun
  /// Uniform in ±√(6/(inputs+units)), bias 0 (Glorot and Bengio 2010).
  case glorot
  /// Normal with σ = √(2/inputs), bias 0 (He et al. 2015).
  case he
  /// All zero: shows why symmetry must be broken.
  case zeros
}

extension Network {
  /// Draws all weights anew, layer by layer, unit by unit, input by input.
  public mutating func initialize(with initializer: Initializer, from stream: inout RandomStream) {
    for (number, layer) in layout.layers.enumerated() {
      for unit in 0..<layer.units {
        for input in 0..<layer.inputs {
          parameters[weight: number, unit, input] = initializer.weight(in: layer, from: &stream)
        }
        parameters[bias: number, unit] = initializer == .uniform ? 0.1 : 0
      }
    }
  }
}

extension Initializer {
  fileprivate func weight(in layer: Parameters.Layer, from stream: inout RandomStream) -> Float {
    let (inputs, units) = (Float(layer.inputs), Float(layer.units))
    switch self {
    case .uniform: return stream.uniform(-0.5, 0.5)
    case .smallNormal: return 0.01 * stream.normal()
    case .lecun: return (1 / inputs).squareRoot() * stream.normal()
    case .glorot:
      let limit = (6 / (inputs + units)).squareRoot()
      return stream.uniform(-limit, limit)
    case .he: return (2 / inputs).squareRoot() * stream.normal()
    case .zeros: return 0
    }
  }
}
