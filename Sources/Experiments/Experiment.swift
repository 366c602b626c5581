import Datasets
import ErrorSurfaces
import NeuralNetwork
import Training

/// What to run: everything that a demo file says. A value.
public struct Experiment: Hashable, Sendable {
  /// The name it is found by: a demo's name, or a file's without its ending.
  public var name: String
  /// The name on the screen.
  public var title: String
  /// What there is to be seen, in a sentence or two for lists.
  public var summary = ""
  /// What everything random comes from; the same seed gives the same numbers everywhere.
  public var seed: UInt64 = 1
  /// Which kind of network it is about.
  public var kind = NetworkKind.feedforward
  /// Where the samples come from and how they are made ready.
  public var recipe: DataRecipe
  /// The layers and how their weights begin.
  public var network = NetworkSettings()
  /// A Hopfield network's purpose, and how it settles.
  public var settling = SettlingPlan()
  /// A recurrent network's sequences, and its layer.
  public var sequences = SequencePlan()
  /// Cost, optimizer, batches and all else that training goes by.
  public var training = TrainingSettings()
  /// Which plane or line of the error surface is shown, or which test function in its place.
  public var surfaceAxes = SurfaceAxes.random
  /// Who walks on the error surface.
  public var surfaceMode = SurfaceMode.plain
  /// One of `views`.
  public var view = "overview"
  /// How fast training runs on the screen; without a screen it runs as fast as it can.
  public var speed = Speed.updatesPerSecond(30)
  /// What ends the training, looked at where an epoch ends; nothing where nil.
  public var stop: LessonStep.Goal?
  /// What the past may take, in MiB.
  public var historyBudget = 64
  /// The steps of its lesson; empty where there is none.
  public var lesson: [LessonStep] = []

  /// An experiment with the defaults of a demo file that says nothing but where its data come from.
  public init(name: String, title: String? = nil, source: DataRecipe.Source) {
    self.name = name
    self.title = title ?? name
    recipe = DataRecipe(source: source)
  }

  /// Who walks on the error surface: the weights alone, six optimizers in a race, or the learner in fog.
  public enum SurfaceMode: String, CaseIterable, Sendable {
    case plain, race, fog
  }

  /// How fast training runs on the screen.
  public enum Speed: Hashable, Sendable {
    /// At most so many updates a second.
    case updatesPerSecond(Double)
    /// As fast as the machine can.
    case unlimited
  }

  /// The layers of the network, without the sizes of input and output, which the data give.
  public struct NetworkSettings: Hashable, Sendable {
    /// The units of each hidden layer; none is allowed.
    public var hidden: [Int]
    /// The activation of each hidden layer.
    public var activations: [Activation]
    /// What a hidden layer gets that is added.
    public var newLayerActivation: Activation
    /// The activation of the output layer.
    public var output: Activation
    /// How new weights are drawn.
    public var initializer: Initializer

    /// Settings in which all hidden layers have the same activation.
    public init(
      hidden: [Int] = [4, 2], activation: Activation = .tanh, output: Activation = .tanh,
      initializer: Initializer = .uniform
    ) {
      self.hidden = hidden
      activations = Array(repeating: activation, count: hidden.count)
      newLayerActivation = activation
      self.output = output
      self.initializer = initializer
    }

    /// Changes the hidden layers; those that stay keep their activations.
    public mutating func setHidden(_ hidden: [Int]) {
      self.hidden = hidden
      activations = hidden.indices.map { activations.indices.contains($0) ? activations[$0] : newLayerActivation }
    }

    /// Changes the activation of all hidden layers, and of those to come.
    public mutating func setActivation(_ activation: Activation) {
      activations = hidden.map { _ in activation }
      newLayerActivation = activation
    }
  }

  /// The panels that a demo file may begin with.
  public static let views = ["overview"] + Panel.allCases.map(\.title)
}
