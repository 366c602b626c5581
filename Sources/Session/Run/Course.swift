import Datasets
import Experiments
import NeuralNetwork
import Training

/// What a run's history keeps at every moment: what is asked for, the raw rows, the weights at the beginning, and the trainer
/// that goes on. Going back in time brings all of it back.
public struct Course: TrainingProcess {
  /// What is asked for: the settings as they are at this moment.
  public private(set) var experiment: Experiment
  /// The rows as they came, before they are divided and scaled.
  public private(set) var dataset: Dataset
  /// The weights that a restart goes back to.
  public private(set) var initial: Parameters
  /// The training that goes on.
  public var trainer: Trainer

  init(_ experiment: Experiment, dataset: Dataset, trainer: Trainer) {
    self.experiment = experiment
    self.dataset = dataset
    self.trainer = trainer
    initial = trainer.network.parameters
  }

  /// A change, and what is asked for from then on.
  public struct Edit: Sendable {
    /// What changes in the trainer, one after another.
    var changes: [Training.Edit]
    let experiment: Experiment
    let dataset: Dataset
    let initial: Parameters
    /// The change in words; where nil, the trainer's changes speak for themselves.
    let name: String?
  }

  /// An edit of the trainer alone, or with what else changes.
  func edit(
    _ changes: [Training.Edit], experiment: Experiment? = nil, dataset: Dataset? = nil, initial: Parameters? = nil,
    name: String? = nil
  ) -> Edit {
    Edit(
      changes: changes, experiment: experiment ?? self.experiment, dataset: dataset ?? self.dataset,
      initial: initial ?? self.initial, name: name)
  }
}

// MARK: Changes

extension Course {
  /// Performs the changes of the trainer one after another, and takes over what is asked for from then on.
  public mutating func apply(_ edit: Edit) {
    edit.changes.forEach { trainer.apply($0) }
    (experiment, dataset, initial) = (edit.experiment, edit.dataset, edit.initial)
  }

  /// The edit's own words; where it has none, those of the trainer's changes, joined by commas.
  public func name(of edit: Edit) -> String {
    edit.name ?? edit.changes.map { $0.name(for: trainer) }.joined(separator: ", ")
  }

  /// Whether the trainer would change, or what is asked for beside speed, view and surface.
  public func isChanged(by edit: Edit) -> Bool {
    edit.changes.contains { trainer.isChanged(by: $0) } || edit.experiment.looking(like: experiment) != experiment
  }

  /// Whether another trainer takes over with any of the changes.
  public static func takesOver(with edit: Edit) -> Bool { edit.changes.contains { Trainer.takesOver(with: $0) } }

  /// Whether with any of the changes the costs mean something else.
  public func startsCurve(with edit: Edit) -> Bool { edit.changes.contains { trainer.startsCurve(with: $0) } }

  /// The edit with each of the trainer's changes bare; the rest is kept.
  public static func bare(_ edit: Edit) -> Edit {
    var bare = edit
    bare.changes = edit.changes.map { Trainer.bare($0) }
    return bare
  }

  /// The memory of the edit: its changes, its rows and its initial weights, those that are shared counted as such.
  public static func footprint(of edit: Edit) -> Footprint {
    let own = Footprint(own: MemoryLayout<Edit>.stride)
    return edit.changes.reduce(own) { $0 + Trainer.footprint(of: $1) } + Footprint(of: edit.dataset)
      + Footprint(sharing: edit.initial)
  }

  /// The memory of the course: that of the trainer, the rows and the initial weights.
  public var footprint: Footprint {
    Footprint(own: MemoryLayout<Course>.stride - MemoryLayout<Trainer>.stride) + trainer.footprint
      + Footprint(of: dataset) + Footprint(sharing: initial)
  }
}

extension Experiment {
  /// The same experiment, looked at as another is: its speed, view and error surface, and the memory that its past may take.
  func looking(like other: Experiment) -> Experiment {
    var experiment = self
    (experiment.speed, experiment.view) = (other.speed, other.view)
    experiment.historyBudget = other.historyBudget
    (experiment.surfaceAxes, experiment.surfaceMode) = (other.surfaceAxes, other.surfaceMode)
    return experiment
  }
}
