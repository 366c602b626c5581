import NeuralNetwork

/// A state of a run that formulas speak of; nil for what it does not have.
public protocol FormulaScope {
  /// A named number.
  func value(of quantity: Formula.Quantity) -> Double?
  /// A weight or bias.
  func value(of parameter: ParameterName) -> Double?
  /// A number of a unit, for the sample in hand; layer 0 is the first with weights.
  func value(of part: Formula.UnitPart, layer: Int, unit: Int) -> Double?
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
}

extension Formula {
  /// A named number of a run.
  public enum Quantity: String, CaseIterable, Hashable, Sendable {
    /// The mean cost of the training and of the test part, without the penalty.
    case trainCost = "train_cost"
    case testCost = "test_cost"
    /// The share of the training and of the test part that is put in its class, 0…1.
    case trainAccuracy = "train_accuracy"
    case testAccuracy = "test_accuracy"
    /// The cost of the sample in hand.
    case sampleCost = "sample_cost"
    /// The updates made; the epochs completed; the phases performed in all.
    case updates, epochs, phases
    /// The learning rate now, and 2/λmax, above which plain gradient descent cannot settle here.
    case rate
    case stableRate = "stable_rate"
    /// Samples an update, and samples of the training part.
    case batch, samples
    /// Hidden units in all, hidden layers, weights and biases in all.
    case units
    case hiddenLayers = "hidden_layers"
    case parameters
    /// The steps of who walks on the surface, and where the first of them stands.
    case steps, x, y
    /// The norm of the gradient of the mean training cost.
    case gradientNorm = "gradient_norm"
    /// Whether training has diverged.
    case diverged
    /// Which row of the training part is in hand, from 0.
    case row
  }

  /// A number of a unit: its weighted sum, activation, slope, error δ, or bias.
  public enum UnitPart: String, CaseIterable, Hashable, Sendable { case z, a, slope, delta, bias }

  /// A number of the sample in hand: an input, a target, or what an output unit gives out.
  public enum SamplePart: String, CaseIterable, Hashable, Sendable { case input, target, answer }

  /// Over which samples a slope of the cost is taken: the mean of the training part, or the sample in hand.
  public enum SlopeKind: String, CaseIterable, Hashable, Sendable { case gradient, pull }
}
