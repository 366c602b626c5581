import Datasets
import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

/// What a run's history keeps at every moment: what is asked for, the raw rows, the point at the beginning, and what goes on:
/// a feedforward training, a recurrent one, or a network that settles. Going back in time brings all of it back.
public struct Course: TrainingProcess {
  /// What is asked for: the settings as they are at this moment.
  public internal(set) var experiment: Experiment
  /// The rows as they came, before they are divided and scaled.
  public internal(set) var dataset: Dataset
  /// The weights that a restart goes back to; the units of a network that settles.
  public internal(set) var initial: Parameters
  // Of these three there is one: apart, so that each is changed in place.
  /// The feedforward training, where there is one.
  public internal(set) var training: Trainer?
  /// The network that settles, where one does.
  public internal(set) var settler: Settling?
  /// The recurrent training, where there is one.
  public internal(set) var recurrent: RecurrentTrainer?

  init(_ experiment: Experiment, dataset: Dataset, _ engine: Engine) {
    self.experiment = experiment
    self.dataset = dataset
    switch engine {
    case .training(let trainer): (training, initial) = (trainer, trainer.network.parameters)
    case .settling(let settling): (settler, initial) = (settling, EnergyLandscape.point(settling.state.units))
    case .recurrent(let trainer): (recurrent, initial) = (trainer, trainer.network.parameters)
    }
  }

  /// The feedforward training that goes on. Traps where there is none.
  public var trainer: Trainer {
    get {
      guard let training else { preconditionFailure("\(experiment.kind.words) has no feedforward training") }
      return training
    }
    set { training = newValue }
  }

  /// What goes on.
  public var engine: Engine {
    if let settler { return .settling(settler) }
    return recurrent.map { .recurrent($0) } ?? .training(trainer)
  }

  /// The weights at this moment; the units of a network that settles.
  public var point: Parameters {
    if let settler { return EnergyLandscape.point(settler.state.units) }
    return recurrent?.network.parameters ?? trainer.network.parameters
  }

  /// A change, and what is asked for from then on.
  public struct Edit: Sendable {
    /// What changes in what goes on, one after another.
    var changes: [Change]
    let experiment: Experiment
    let dataset: Dataset
    let initial: Parameters
    /// The change in words; where nil, the changes speak for themselves.
    let name: String?
  }

  /// A change of what goes on.
  enum Change: Sendable {
    case training(Training.Edit)
    case settling(SettlingEdit)
    case recurrent(RecurrentEdit)
    /// Another network takes over, of the same kind.
    indirect case engine(Engine)
  }

  /// An edit of what goes on alone, or with what else changes.
  func edit(
    _ changes: [Change], experiment: Experiment? = nil, dataset: Dataset? = nil, initial: Parameters? = nil,
    name: String? = nil
  ) -> Edit {
    Edit(
      changes: changes, experiment: experiment ?? self.experiment, dataset: dataset ?? self.dataset,
      initial: initial ?? self.initial, name: name)
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
