import Datasets
import Experiments
import NeuralNetwork
import Training

extension Run {
  /// Takes over weights, to which a restart then goes back. Traps unless they fit the network.
  mutating func begin(with parameters: Parameters) {
    make(history.process.edit([.parameters(parameters)], initial: parameters))
  }

  /// Lets the past go: the weights and all that training needs stay as they are.
  mutating func forgetPast() {
    history = History(history.process, budget: history.budget)
    history.record(training: training?.cost, test: test?.cost)
  }

  /// Starts again: from the same weights, or from those of the next seed. Zeros would be the same again, and keep all units
  /// alike: in their place weights are drawn.
  mutating func restart(newWeights: Bool) {
    var (experiment, initial) = (experiment, initial)
    var name: String?
    if newWeights {
      experiment.seed &+= 1
      if experiment.network.initializer == .zeros {
        experiment.network.initializer = .uniform
        name = experiment.differences(from: self.experiment).joined(separator: ", ")
      }
      initial = experiment.initialNetwork(for: trainer.data).parameters
    }
    var fresh = experiment.trainer(for: trainer.data)
    fresh.set(parameters: initial)
    make(history.process.edit([.trainer(fresh)], experiment: experiment, initial: initial, name: name))
  }

  /// Goes on with a changed experiment: the weights stay where the network keeps its shape, else it begins anew.
  ///
  /// - Parameter rows: those of its data file, where they have been read for it; see `needsRows`.
  /// - Throws: where the change does not go with the rest; nothing is changed then.
  mutating func adopt(_ changed: Experiment, rows: Dataset? = nil) throws {
    let change = try change(to: changed, rows: rows)
    if case .samples(let size) = changed.training.batch, size > 1 { miniBatch = size }
    let edits = change.edits ?? [.trainer(changed.trainer(for: change.data))]
    let differences = changed.differences(from: experiment)
    look = changed
    if history.budget != changed.historyBudget << 20 { history.keep(within: changed.historyBudget << 20) }
    make(
      history.process.edit(
        edits, experiment: changed, dataset: change.dataset,
        initial: change.edits == nil ? change.network.parameters : nil,
        name: differences.isEmpty ? nil : differences.joined(separator: ", ")))
  }

  /// What a changed experiment makes of the run.
  struct Change {
    let dataset: Dataset
    let data: LearningData
    /// The network as it would begin.
    let network: Network
    /// What takes the trainer there; nil where it has to begin anew.
    let edits: [Edit]?
  }

  /// What a changed experiment makes of the run, without making it.
  ///
  /// - Throws: where the change does not go with the rest.
  func change(to changed: Experiment, rows: Dataset? = nil) throws -> Change {
    let dataset = try rows ?? dataset(for: changed)
    let data = try data(for: changed, from: dataset)
    let network = changed.initialNetwork(for: data)
    let isSameStart = changed.seed == experiment.seed && changed.network.initializer == experiment.network.initializer
    let isNew = !isSameStart || network.layout != trainer.network.layout
    return Change(
      dataset: dataset, data: data, network: network, edits: isNew ? nil : edits(to: data, network, changed.training))
  }

  /// What takes the trainer to other data, activations and settings, where the network keeps its shape.
  private func edits(to data: LearningData, _ network: Network, _ settings: TrainingSettings) -> [Edit] {
    var edits: [Edit] = []
    if data != trainer.data { edits.append(.data(data)) }
    if network.activations != trainer.network.activations { edits.append(.activations(network.activations)) }
    if settings != trainer.settings { edits.append(.settings(settings)) }
    return edits
  }

  /// Whether a changed experiment wants rows of a file that have not been read.
  func needsRows(for changed: Experiment) -> Bool {
    guard case .file = changed.recipe.source else { return false }
    return !changed.recipe.readsTheSame(as: experiment.recipe)
  }

  /// Lets a twin run beside, measured at once.
  mutating func begin(_ twin: Twin) {
    var measured = twin
    measured.measure(at: trainer.updates)
    self.twin = measured
  }

  /// Makes a change, at the tip of the present branch or as the beginning of another.
  mutating func make(_ change: Edit) { make(history.process.edit([change])) }

  private mutating func make(_ edit: Course.Edit) {
    twin = nil
    leaveTip()
    history.make(edit)
    addPoint()
  }

  /// Sees to it that the end of the present branch has been measured before it is left.
  mutating func leaveTip() { if history.isAtTip { measureIfStale() } }

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
    if isSame && changed.coding(for: dataset) == trainer.data.coding {
      try changed.check(with: trainer.data)
      return trainer.data
    }
    return try changed.learningData(from: dataset)
  }
}
