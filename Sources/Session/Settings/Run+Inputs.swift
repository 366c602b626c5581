import Datasets
import Experiments

extension Run {
  /// The inputs that can be switched on and off for the present data: of generated points formulas of them too, of a table its
  /// columns.
  public var offeredInputs: [InputFeature] {
    if case .generator(let generator) = experiment.recipe.source {
      return InputFeature.offered(inputs: generator.inputCount)
    }
    var names: [String] = []
    for name in original.dataset.inputNames.map({ String($0.prefix { $0 != "=" }) }) where !names.contains(name) {
      names.append(name)
    }
    return names.map { .column($0) }
  }

  /// The inputs that the network is given now.
  public var chosenInputs: [InputFeature] {
    if !experiment.recipe.inputs.isEmpty { return experiment.recipe.inputs }
    if case .generator(let generator) = experiment.recipe.source {
      return (0..<generator.inputCount).map { .input($0) }
    }
    return offeredInputs
  }
}

extension LearningSession {
  /// Gives the network an input, or takes it away; the network begins anew, since it has another shape.
  mutating func toggleInput(_ feature: InputFeature) {
    guard run.history.process.kind == .feedforward else {
      return say(.refused(Setting.inputs.refusal(in: run.history.process.kind)))
    }
    let chosen = run.chosenInputs
    let inputs =
      chosen.contains(feature)
      ? chosen.filter { $0 != feature } : run.offeredInputs.filter { $0 == feature || chosen.contains($0) }
    guard !inputs.isEmpty else { return say(.refused("a network needs an input: switch another one on first")) }
    var changed = run.experiment
    changed.recipe.inputs = inputs
    do { try take(changed, .inputs) } catch { say(.refused(String(describing: error))) }
  }
}
