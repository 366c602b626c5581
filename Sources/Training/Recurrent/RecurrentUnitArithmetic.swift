import NeuralNetwork

/// One unit of a recurrent layer at one step of one sequence in numbers: every input and every last activation times its weight,
/// their sum z, h = f(z), and on the way back δ.
public struct RecurrentUnitArithmetic: Hashable, Sendable {
  /// The unit's number in the recurrent layer, from 0.
  public let unit: Int
  /// The step in time, from 0.
  public let step: Int
  /// Inputs first, then the units at the step before.
  public let terms: [Term]
  /// b, which the sum begins with.
  public let bias: Float
  /// The weighted sum, b + Σ w·x.
  public let z: Float
  /// f(z)
  public let h: Float
  /// f′(z)
  public let slope: Float
  /// ∂C/∂z of the sequence's own cost; 0 before the backward pass has come here.
  public let delta: Float

  /// What one source adds to the sum.
  public struct Term: Hashable, Sendable {
    /// The input or unit that the value comes from.
    public let source: Source
    /// The input, or the unit's activation at the step before.
    public let value: Float
    /// The weight that the value is multiplied by.
    public let weight: Float
    /// The weight's index in the flat buffer.
    public let index: Int
    /// value · weight
    public var product: Float { value * weight }
  }

  /// Where a term comes from.
  public enum Source: Hashable, Sendable {
    /// An input, by its number, at this step.
    case input(Int)
    /// A unit, as it was at the step before.
    case unit(Int)
  }

  /// Traps unless that step of that sequence has been through the forward pass.
  public init(of unit: Int, step: Int, sample: Int, in pass: RecurrentPropagation, _ network: RecurrentNetwork) {
    let layer = network.layout.layers[0]
    let incoming = pass.incoming(step).dropFirst(sample * layer.inputs).prefix(layer.inputs)
    let cell = sample * network.units + unit
    let numbers = pass.hidden(step)
    (self.unit, self.step) = (unit, step)
    terms = incoming.enumerated().map { place, value in
      let index = layer.index(unit: unit, input: place)
      return Term(
        source: place < network.inputs ? .input(place) : .unit(place - network.inputs), value: value,
        weight: network.parameters.values[index], index: index)
    }
    bias = network.parameters[bias: 0, unit]
    (z, h, delta) = (numbers.z[cell], numbers.a[cell], numbers.delta[cell])
    slope = network.activation.derivative(z, h)
  }
}
