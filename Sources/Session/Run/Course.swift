import Datasets
import Experiments
import NeuralNetwork
import Training

/// What a run's history keeps at every moment: what is asked for, the raw rows, the weights at the beginning, and the trainer
/// that goes on. Going back in time brings all of it back.
public struct Course: TrainingProcess {
  public private(set) var experiment: Experiment
  public private(set) var dataset: Dataset
  /// The weights that a restart goes back to.
  public private(set) var initial: Parameters
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
  public mutating func apply(_ edit: Edit) {
    edit.changes.forEach { trainer.apply($0) }
    (experiment, dataset, initial) = (edit.experiment, edit.dataset, edit.initial)
  }

  public func name(of edit: Edit) -> String {
    edit.name ?? edit.changes.map { $0.name(for: trainer) }.joined(separator: ", ")
  }

  public func isChanged(by edit: Edit) -> Bool {
    edit.changes.contains { trainer.isChanged(by: $0) } || edit.experiment.looking(like: experiment) != experiment
  }

  public static func takesOver(with edit: Edit) -> Bool { edit.changes.contains { Trainer.takesOver(with: $0) } }

  public static func bare(_ edit: Edit) -> Edit {
    var bare = edit
    bare.changes = edit.changes.map { Trainer.bare($0) }
    return bare
  }

  public static func footprint(of edit: Edit) -> Footprint {
    let own = Footprint(own: MemoryLayout<Edit>.stride)
    return edit.changes.reduce(own) { $0 + Trainer.footprint(of: $1) } + Footprint(of: edit.dataset)
      + Footprint(sharing: edit.initial)
  }

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
