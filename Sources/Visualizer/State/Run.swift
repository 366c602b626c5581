import Datasets
import Experiments
import LinearAlgebra
import NeuralNetwork
import Training

/// One experiment in progress: what was asked for, the data, the network that learns, and what has been measured.
public struct Run: Sendable {
  public internal(set) var experiment: Experiment
  public internal(set) var dataset: Dataset
  public internal(set) var trainer: Trainer
  public internal(set) var training: Measures?
  public internal(set) var test: Measures?
  public internal(set) var loss = LossCurve()
  /// The size that the mini-batch mode goes back to.
  private(set) var miniBatch = 10
  /// The weights that a restart goes back to.
  var initial: Parameters
  /// The dataset that came from the experiment's own file, to which the choice of data can return.
  let original: (recipe: DataRecipe, dataset: Dataset)

  /// - Throws: where data, network and cost do not go together.
  public init(_ experiment: Experiment, dataset: Dataset) throws {
    self.experiment = experiment
    self.dataset = dataset
    trainer = try experiment.trainer(for: experiment.learningData(from: dataset))
    initial = trainer.network.parameters
    original = (experiment.recipe, dataset)
    measure()
  }

  /// Makes updates, and measures once if an epoch has ended or `always`.
  mutating func train(updates: Int, alwaysMeasure: Bool) {
    let epoch = trainer.epoch
    for _ in 0..<updates where trainer.divergence == nil { trainer.step() }
    if alwaysMeasure || trainer.epoch > epoch || trainer.divergence != nil { measure() }
  }

  /// Performs phases up to the next boundary of a granularity.
  mutating func step(by granularity: Granularity) {
    let (epoch, updates) = (trainer.epoch, trainer.updates)
    repeat { trainer.advance() } while trainer.divergence == nil && !granularity.ends(trainer, since: epoch, updates)
    if trainer.updates > updates || trainer.epoch > epoch { measure() }
  }

  /// Measures both parts and adds a point to the curve.
  mutating func measure() {
    training = trainer.measureTraining()
    test = trainer.measureTest()
    loss.record(updates: trainer.updates, training: training?.cost, test: test?.cost)
  }

  /// Goes back to the first weights.
  mutating func restart() { restart(from: initial) }

  /// Draws new weights from the next seed and starts again.
  mutating func restartWithNewWeights() {
    experiment.seed &+= 1
    restart(from: experiment.initialNetwork(for: trainer.data).parameters)
  }

  private mutating func restart(from parameters: Parameters) {
    trainer = experiment.trainer(for: trainer.data)
    trainer.set(parameters: parameters)
    initial = parameters
    loss = LossCurve()
    measure()
  }
}

extension Run {
  /// Goes on with a changed experiment: the weights stay where the network keeps its shape, else it begins anew.
  ///
  /// - Parameter label: what changed, for the mark on the loss curve.
  /// - Throws: where the change does not go with the rest; nothing is changed then.
  mutating func adopt(_ changed: Experiment, label: String, marks: Bool = true) throws {
    let reloaded = try dataset(for: changed)
    let data = try data(for: changed, from: reloaded)
    let network = changed.initialNetwork(for: data)
    let keepsShape =
      network.layout == trainer.network.layout && changed.seed == experiment.seed
      && changed.network.initializer == experiment.network.initializer
    if case .samples(let size) = changed.training.batch, size > 1 { miniBatch = size }
    (experiment, dataset) = (changed, reloaded)
    guard keepsShape else { return restart(with: data, network) }
    if data != trainer.data { trainer.change(data: data) }
    if network.activations != trainer.network.activations { trainer.change(activations: network.activations) }
    if changed.training != trainer.settings { trainer.change(changed.training) }
    guard marks else { return }
    loss.mark(label, at: trainer.updates)
    measure()
  }

  private mutating func restart(with data: LearningData, _ network: Network) {
    trainer = experiment.trainer(for: data)
    initial = network.parameters
    loss = LossCurve()
    measure()
  }

  /// The rows for a changed experiment, made anew only where they differ.
  private func dataset(for changed: Experiment) throws -> Dataset {
    if changed.recipe == experiment.recipe { return dataset }
    guard case .generator = changed.recipe.source else {
      return changed.recipe.source == experiment.recipe.source ? dataset : original.dataset
    }
    return try changed.recipe.load()
  }

  private func data(for changed: Experiment, from dataset: Dataset) throws -> LearningData {
    let isSame = changed.recipe == experiment.recipe && dataset == self.dataset
    if isSame && changed.coding(for: dataset) == trainer.data.coding { return trainer.data }
    return try changed.learningData(from: dataset)
  }
}
