import Datasets
import ErrorSurfaces
import Experiments
import LinearAlgebra
import NeuralNetwork
import Training

/// One experiment in progress: what was asked for, the data, the network that learns with its past, and how well it does.
public struct Run: Sendable {
  public internal(set) var experiment: Experiment
  public internal(set) var dataset: Dataset
  public internal(set) var history: History
  public internal(set) var training: Measures?
  public internal(set) var test: Measures?
  /// The updates that had been made when they were measured.
  private var measured = 0
  /// The worst mistakes, where the input is neither a line nor a plane.
  public internal(set) var wrongAnswers: [WrongAnswer] = []
  /// The way of the weights on the present branch.
  public internal(set) var path = WeightPath()
  /// The same training with one difference, run beside; it ends where time or the experiment is changed.
  var twin: Twin?
  /// What the last update added to the weights; nil where that is not known.
  var lastStep: Parameters?
  /// The weights that a restart goes back to.
  var initial: Parameters
  /// The size that the mini-batch mode goes back to.
  var miniBatch = 10
  /// The dataset that came from the experiment's own file, to which the choice of data can return.
  let original: (title: String, recipe: DataRecipe, dataset: Dataset)
  /// What the experiment was after each change, by the change's number, to be found again when time goes back.
  private var stages: [Int: Stage] = [:]

  /// An experiment as it was after a change.
  private struct Stage {
    let experiment: Experiment
    let dataset: Dataset
    let initial: Parameters
  }

  /// - Throws: where data, network and cost do not go together.
  public init(_ experiment: Experiment, dataset: Dataset) throws {
    self.experiment = experiment
    self.dataset = dataset
    let trainer = try experiment.trainer(for: experiment.learningData(from: dataset))
    history = History(trainer)
    initial = trainer.network.parameters
    original = (experiment.title, experiment.recipe, dataset)
    if case .samples(let size) = experiment.training.batch, size > 1 { miniBatch = size }
    noteStage()
    measure()
  }

  /// The trainer at the present position.
  public var trainer: Trainer { history.trainer }
  /// How the cost went on the present branch.
  public var loss: LossHistory { history.branch.loss }

  /// Makes updates, and measures once if an epoch has ended, or so many updates have been made since the last measure.
  mutating func train(updates: Int, measuringEvery interval: Int?) {
    let epoch = history.trainer.epoch
    let isNew = history.isAtTip
    walk(updates)
    twin?.follow(history.trainer)
    if !isNew { recallStage() }
    let isDue = interval.map { abs(history.trainer.updates - measured) >= $0 } ?? false
    if isDue || history.trainer.epoch > epoch || history.trainer.divergence != nil { measure() }
  }

  /// One step forward, or back.
  mutating func step(by granularity: Granularity, back: Bool) {
    let (updates, parameters) = (history.trainer.updates, history.trainer.network.parameters)
    if back { history.back(by: granularity) } else { history.forward(by: granularity) }
    if back { twin = nil } else { twin?.follow(history.trainer) }
    if history.trainer.updates != updates || history.trainer.network.parameters != parameters { measure() }
    recallStage()
  }

  /// Measures unless that has been done since the last update.
  mutating func measureIfStale() {
    if measured != history.trainer.updates { measure() }
  }

  /// Measures both parts and adds a point to the curve.
  mutating func measure() {
    training = history.trainer.measureTraining()
    test = history.trainer.measureTest()
    measured = history.trainer.updates
    wrongAnswers = pictureKind == .table ? wrongAnswers(atMost: 60) : []
    history.record(training: training?.cost, test: test?.cost)
    twin?.measure(at: history.trainer.updates)
    notePlace()
  }

  /// Takes over weights, to which a restart then goes back. Traps unless they fit the network.
  mutating func begin(with parameters: Parameters) {
    initial = parameters
    make(.parameters(parameters))
  }

  /// Lets the past go: the weights and all that training needs stay as they are.
  mutating func forgetPast() {
    history = History(trainer)
    stages = [:]
    noteStage()
    history.record(training: training?.cost, test: test?.cost)
  }

  /// Starts again: from the same weights, or from those of the next seed.
  mutating func restart(newWeights: Bool) {
    if newWeights {
      experiment.seed &+= 1
      initial = experiment.initialNetwork(for: trainer.data).parameters
    }
    var fresh = experiment.trainer(for: trainer.data)
    fresh.set(parameters: initial)
    make(.trainer(fresh))
  }
}

// MARK: Changes

extension Run {
  /// Goes on with a changed experiment: the weights stay where the network keeps its shape, else it begins anew.
  ///
  /// - Parameter rows: those of its data file, where they have been read for it; see `needsRows`.
  /// - Throws: where the change does not go with the rest; nothing is changed then.
  mutating func adopt(_ changed: Experiment, rows: Dataset? = nil) throws {
    let dataset = try rows ?? dataset(for: changed)
    let data = try data(for: changed, from: dataset)
    let network = changed.initialNetwork(for: data)
    let isSameStart = changed.seed == experiment.seed && changed.network.initializer == experiment.network.initializer
    if case .samples(let size) = changed.training.batch, size > 1 { miniBatch = size }
    (experiment, self.dataset) = (changed, dataset)
    guard isSameStart, network.layout == trainer.network.layout else {
      initial = network.parameters
      return make(.trainer(changed.trainer(for: data)))
    }
    if data != trainer.data { history.make(.data(data)) }
    if network.activations != trainer.network.activations { history.make(.activations(network.activations)) }
    make(.settings(changed.training))
  }

  /// Whether a changed experiment wants rows of a file that have not been read.
  func needsRows(for changed: Experiment) -> Bool {
    guard case .file = changed.recipe.source else { return false }
    let (new, old) = (changed.recipe, experiment.recipe)
    return (new.source, new.label, new.task) != (old.source, old.label, old.task) || new.inputs != old.inputs
  }

  /// Makes a change, at the tip of the present branch or as the beginning of another.
  mutating func make(_ edit: Edit) {
    twin = nil
    history.make(edit)
    noteStage()
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

// MARK: Time

extension Run {
  /// Goes to a moment of the present branch.
  mutating func go(to clock: Int) {
    history.go(to: clock)
    arrive()
  }

  /// Goes to the moment after an update of the present branch.
  mutating func go(toUpdate update: Int) {
    history.go(toUpdate: update)
    arrive()
  }

  /// Goes to a position of a branch.
  mutating func go(to position: Position, of branch: Branch.ID) {
    guard history.go(toTipOf: branch) else { return }
    history.go(to: position)
    arrive()
  }

  /// Goes to the end of a branch; says whether it can still be reached.
  mutating func go(toTipOf branch: Branch.ID) -> Bool {
    guard history.go(toTipOf: branch) else { return false }
    arrive()
    return true
  }

  private mutating func arrive() {
    twin = nil
    recallStage()
    measure()
  }

  private mutating func noteStage() {
    stages[history.lastEdit] = Stage(experiment: experiment, dataset: dataset, initial: initial)
  }

  /// Makes the experiment what it was at the present position; the speed is the viewer's and stays.
  private mutating func recallStage() {
    guard let stage = stages[history.lastEdit] else { return }
    let speed = experiment.speed
    (experiment, dataset, initial) = (stage.experiment, stage.dataset, stage.initial)
    experiment.speed = speed
  }
}
