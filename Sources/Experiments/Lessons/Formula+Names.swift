extension Formula {
  /// A named number of a run.
  public enum Quantity: String, CaseIterable, Hashable, Sendable {
    /// The mean cost of the training and of the test part, without the penalty.
    case trainCost = "train_cost"
    case testCost = "test_cost"
    /// The mean cost of the training part at the running mean of the weights, where the optimizer keeps one.
    case averagedCost = "averaged_cost"
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
    /// Samples an update, samples of the training part, and of the test part.
    case batch, samples
    case testSamples = "test_samples"
    /// Hidden units in all, hidden layers, weights and biases in all.
    case units
    case hiddenLayers = "hidden_layers"
    case parameters
    /// The steps of who walks on the surface, and where the first of them stands.
    case steps, x, y
    /// The norm of the gradient of the mean training cost.
    case gradientNorm = "gradient_norm"
    /// The share of random steps from here, each weight's of the learning rate times a normal number, that lower the cost.
    case helpingShare = "helping_share"
    /// Whether training has diverged.
    case diverged
    /// Which row of the training part is in hand, from 0.
    case row
    /// The share of the variance that is explained, of numbers: in the training and in the test part.
    case trainR2 = "train_r2"
    case testR2 = "test_r2"
    /// How often the sealed test part has been opened.
    case unsealed
    /// The share of the sealed test part that was put in its class as it was opened last.
    case sealedAccuracy = "sealed_accuracy"
    /// The share of the hidden units' activations over the training part that are 0.
    case sparsity
    /// Of a network that settles: its energy, T, and the sweeps made.
    case energy, temperature, sweeps
    /// How many units want to flip, and whether none does any more.
    case restless
    case atRest = "at_rest"
    /// The patterns that are stored.
    case patterns
    /// Of a puzzle: the choices that are taken, the pairs of them that clash, and whether it is solved.
    case placed, clashes, solved
    /// The share of the settlings made last, many at once, that succeeded.
    case solvedShare = "solved_share"
    /// The steps of the sequence in hand.
    case timeSteps = "time_steps"
  }

  /// A number of a unit: its weighted sum, activation, slope, error δ, or bias.
  public enum UnitPart: String, CaseIterable, Hashable, Sendable { case z, a, slope, delta, bias }

  /// A number of what is picked, `it`: of a unit as `UnitPart` has it, and whether it answers no sample or stands at an end of its
  /// range for nearly every one; of a weight its value, the slope of the mean cost and of the sample's, what the last update added
  /// to it, and what has been added since the step was entered; its place,
  /// from 0.
  public enum OwnPart: String, CaseIterable, Hashable, Sendable {
    case z, a, slope, delta, bias, dead, saturated
    case value, gradient, pull, step, change
    case layer, unit, input
  }

  /// A number of a layer, as the health panel has it: the norm of its gradient in the coming update, the units that answer no
  /// sample, and those that stand at an end of their range for nearly every sample.
  public enum LayerPart: String, CaseIterable, Hashable, Sendable { case gradient, dead, saturated }

  /// A number of the sample in hand: an input, a target, or what an output unit gives out.
  public enum SamplePart: String, CaseIterable, Hashable, Sendable { case input, target, answer }

  /// Over which samples a slope of the cost is taken: the mean of the training part, or the sample in hand.
  public enum SlopeKind: String, CaseIterable, Hashable, Sendable { case gradient, pull }

  /// A number that has its place in a list or table: of the classes, or of a network that hears itself. All indices count from 0.
  public enum Reading: String, CaseIterable, Hashable, Sendable {
    /// A unit that settles, 1 or −1, and the weighted sum that it hears.
    case state, field
    /// How like a stored pattern the state is, from −1 to 1.
    case overlap
    /// The weight between two units that settle.
    case weight
    /// A recurrent unit's activation and δ, by step and unit.
    case hidden, delta
    /// How long the gradient of the weighted sums at a step is: ‖∂C/∂z[t]‖.
    case timeGradient = "time_gradient"
    /// How many samples of a class (first) were taken for which class (second), in the training and in the test part.
    case trainConfusions = "train_confusions"
    case testConfusions = "test_confusions"

    /// How many indices it takes.
    public var indices: Int {
      switch self {
      case .state, .field, .overlap, .timeGradient: 1
      case .weight, .hidden, .delta, .trainConfusions, .testConfusions: 2
      }
    }
  }
}
