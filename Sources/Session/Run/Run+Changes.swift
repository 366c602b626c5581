import Datasets
import Experiments
import NeuralNetwork
import Training

extension Run {
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
