import Datasets
import Experiments
import NeuralNetwork
import Training

extension Run {
  /// Takes over weights, to which a restart then goes back. Traps unless they fit the network.
  mutating func begin(with parameters: Parameters) {
    let change =
      history.process.recurrent == nil
      ? Course.Change.training(.parameters(parameters)) : .recurrent(.parameters(parameters))
    make(history.process.edit([change], initial: parameters))
    // What was measured at other weights is no part of a curve that begins here.
    guard history.process.updates == 0 else { return }
    history.resume(LossHistory())
    history.record(training: training?.cost, test: test?.cost)
  }

  /// Lets the past go: the weights and all that training needs stay as they are.
  mutating func forgetPast() {
    history = History(history.process, budget: history.budget)
    history.record(training: training?.cost, test: test?.cost)
  }

  /// Goes on with a changed experiment: the weights stay where the network keeps its shape, else it begins anew.
  ///
  /// - Parameter rows: those of its data file, where they have been read for it; see `needsRows`.
  /// - Throws: where the change does not go with the rest; nothing is changed then.
  mutating func adopt(_ changed: Experiment, rows: Dataset? = nil) throws {
    guard changed.kind == history.process.kind else { throw Mistake(.otherKind(history.process.kind, changed.kind)) }
    let isLookAlone = changed == experiment.looking(like: changed) && (rows == nil || rows == dataset)
    if isLookAlone { return take(look: changed) }
    guard history.process.kind == .feedforward else { return try adoptFeedback(changed) }
    let change = try change(to: changed, rows: rows)
    if case .samples(let size) = changed.training.batch, size > 1 { miniBatch = size }
    let edits = change.edits ?? [.trainer(changed.trainer(for: change.data))]
    let differences = changed.differences(from: experiment)
    take(look: changed)
    make(
      history.process.edit(
        edits.map { .training($0) }, experiment: changed, dataset: change.dataset,
        initial: change.edits == nil ? change.network.parameters : nil,
        name: differences.isEmpty ? nil : differences.joined(separator: ", ")))
  }

  /// Takes over how the run is looked at, and the memory that its past may take.
  private mutating func take(look changed: Experiment) {
    look = changed
    if history.budget != changed.historyBudget << 20 { history.keep(within: changed.historyBudget << 20) }
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
    guard history.process.kind == .feedforward, case .file = changed.recipe.source else { return false }
    return !changed.recipe.readsTheSame(as: experiment.recipe)
  }

  /// Lets a twin run beside, parted by a changed experiment and measured at once. Says whether there can be one.
  ///
  /// - Throws: where the change does not go with the rest.
  mutating func part(by changed: Experiment, rows: Dataset?, named difference: String) throws -> Bool {
    guard changed.kind == history.process.kind, !needsRows(for: changed),
      let edit = try partingEdit(to: changed, rows: rows),
      var twin = Twin(of: history.process, changing: [edit], named: difference)
    else { return false }
    twin.measure(at: history.process.updates)
    self.twin = twin
    return true
  }

  /// What takes the course to a changed experiment; nil where the network would begin anew.
  private func partingEdit(to changed: Experiment, rows: Dataset?) throws -> Course.Edit? {
    guard history.process.kind == .feedforward else {
      return try feedbackChanges(to: changed).map { history.process.edit($0, experiment: changed) }
    }
    let change = try change(to: changed, rows: rows)
    return change.edits.map {
      history.process.edit($0.map { .training($0) }, experiment: changed, dataset: change.dataset)
    }
  }

  /// Makes a change, at the tip of the present branch or as the beginning of another.
  mutating func make(_ change: Edit) { make(history.process.edit([.training(change)])) }

  /// Makes an edit of the whole course.
  mutating func make(_ edit: Course.Edit) {
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

/// Changes of networks that hear themselves.
extension Run {
  /// Goes on with a changed experiment, where the network keeps its shape; else it begins anew.
  ///
  /// - Throws: where the change does not go with the rest; nothing is changed then.
  private mutating func adoptFeedback(_ changed: Experiment) throws {
    let changes = try feedbackChanges(to: changed)
    let differences = changed.differences(from: experiment)
    let name = differences.isEmpty ? nil : differences.joined(separator: ", ")
    let old = experiment
    take(look: changed)
    // What was found of other patterns, another rule or another cooling says nothing of these.
    if changes == nil || changed.settling != old.settling { findings.trials = nil }
    if let changes {
      make(history.process.edit(changes, experiment: changed, name: name))
    } else {
      make(history.process.edit(beginning: try changed.engine(for: dataset), changed, name: name))
    }
    findings.measureCapacity(of: experiment, since: old)
  }

  /// What takes the network to a changed experiment; nil where it has to begin anew.
  private func feedbackChanges(to changed: Experiment) throws -> [Course.Change]? {
    if let settler = history.process.settler {
      return try settler.edits(from: experiment, to: changed).map { $0.map { .settling($0) } }
    }
    guard let recurrent = history.process.recurrent else { return nil }
    return try recurrent.edits(from: experiment, to: changed).map { $0.map { .recurrent($0) } }
  }
}
