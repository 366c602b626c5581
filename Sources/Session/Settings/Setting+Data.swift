import Datasets
import Experiments
import NeuralNetwork
import Training

extension Setting {
  /// As `changed(_:by:layer:)`, for the choices that depend on the run: which data sets there are.
  func changed(_ experiment: Experiment, by step: Int, layer: Int?, in run: Run) -> Experiment? {
    guard self == .data else { return changed(experiment, by: step, layer: layer) }
    var sources = Generator.offered.map { DataRecipe.Source.generator($0) }
    if !sources.contains(run.original.recipe.source) { sources.append(run.original.recipe.source) }
    let source = follower(of: experiment.recipe.source, in: sources, by: step)
    var result = experiment
    let isOriginal = source == run.original.recipe.source
    result.recipe = isOriginal ? run.original.recipe : DataRecipe(source: source, seed: experiment.recipe.seed)
    result.title = isOriginal ? run.original.title : source.text
    result.suitOutput(to: isOriginal ? run.original.dataset : nil)
    return result
  }
}

extension Experiment {
  /// Chooses an output and a cost that go with the kind of data: classes or numbers.
  ///
  /// - Parameter dataset: the rows, where they are at hand; else the generator tells.
  fileprivate mutating func suitOutput(to dataset: Dataset?) {
    guard let labels = dataset?.labels ?? generatedLabels else { return }
    switch labels {
    case .values where !network.output.reachesAllNumbers: (network.output, training.cost) = (.linear, .quadratic)
    case .classes(_, let names) where names.count > 2: (network.output, training.cost) = (.softmax, .crossEntropy)
    case .classes where network.output == .linear || network.output == .softmax:
      (network.output, training.cost) = (.tanh, .quadratic)
    default: break
    }
  }

  private var generatedLabels: Dataset.Labels? {
    guard case .generator(let generator) = recipe.source else { return nil }
    return generator.dataset(count: 1, seed: 1).labels
  }
}

extension Activation {
  /// Whether the output can be any number, as regression wants it.
  fileprivate var reachesAllNumbers: Bool { self == .linear || self == .leakyRectifier }
}
