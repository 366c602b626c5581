import Experiments
import Session

/// The terms that explain what is selected: a setting and its value, a unit, a weight, else the panel in focus.
struct SelectedTerms {
  /// From the general to the particular; none over the gallery and in the data room.
  let terms: [Term]

  init(_ state: State) {
    guard let run = state.run, state.room == nil else {
      terms = []
      return
    }
    let subjects: [Term.Subject] =
      switch state.focus {
      case .settings: Self.subjects(of: state.settings.selected, run.experiment)
      case .network, .map, .arithmetic, .health:
        [state.selection.map { Self.subject(of: $0, run) } ?? .panel(state.focus)]
      case .loss, .surface, .lesson: [.panel(state.focus)]
      }
    terms = subjects.compactMap { Glossary.term(for: $0) }
  }

  private static func subjects(of setting: Setting, _ experiment: Experiment) -> [Term.Subject] {
    let value: Term.Subject? =
      switch setting {
      case .optimizer: .optimizer(experiment.training.optimizer)
      case .cost: .cost(experiment.training.cost)
      case .output: .activation(experiment.network.output)
      case .activation: experiment.network.activations.last.map { .activation($0) }
      case .recurrentActivation: .activation(experiment.sequences.activation)
      case .initializer: .initializer(experiment.network.initializer)
      case .kind: .kind(experiment.kind)
      default: nil
      }
    return [.setting(setting.key)] + [value].compactMap { $0 }
  }

  private static func subject(of selection: Selection, _ run: Run) -> Term.Subject {
    guard selection.layer >= 0 else { return .input }
    guard let input = selection.input else { return .unit }
    guard run.history.process.settler == nil else { return .weight }
    let layers = run.history.process.point.layout.layers
    return layers.indices.contains(selection.layer) && input == layers[selection.layer].inputs ? .bias : .weight
  }
}
