import NeuralNetwork

/// A state of a run that formulas speak of; nil for what it does not have.
public protocol FormulaScope {
  /// A named number.
  func value(of quantity: Formula.Quantity) -> Double?
  /// A weight or bias.
  func value(of parameter: ParameterName) -> Double?
  /// A number of a unit, for the sample in hand; layer 0 is the first with weights.
  func value(of part: Formula.UnitPart, layer: Int, unit: Int) -> Double?
  /// A number of a layer; layer 0 is the first with weights.
  func value(of part: Formula.LayerPart, layer: Int) -> Double?
  /// A number of the sample in hand, by its place from 0.
  func value(of part: Formula.SamplePart, at index: Int) -> Double?
  /// How much the cost rises with a weight or bias.
  func slope(_ kind: Formula.SlopeKind, of parameter: ParameterName) -> Double?
  /// What the first output unit gives out for inputs as the network receives them.
  func output(for inputs: [Double]) -> Double?
  /// The cost at which an optimizer of the race stands.
  func cost(of optimizer: Optimizer.Kind) -> Double?
  /// Whether a setting has a value, by its words.
  func has(_ setting: Setting, _ value: String) -> Bool
  /// A number that has its place in a list or table, with as many indices as it takes.
  func value(of reading: Formula.Reading, _ indices: [Int]) -> Double?
  /// A number of what is picked.
  func value(of part: Formula.OwnPart) -> Double?
  /// A number of the sequence in hand at a step, both from 0.
  func value(of part: Formula.SamplePart, at index: Int, step: Int) -> Double?
}
