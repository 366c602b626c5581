import Datasets
import Experiments
import NeuralNetwork
import Training

extension Run {
  /// An experiment with the next or previous choice of a setting, among them the data that the run began with.
  func stepped(_ experiment: Experiment, _ setting: Setting, by step: Int, element: Int?) -> Experiment? {
    guard setting == .data else { return setting.stepped(experiment, by: step, element: element) }
    var own = experiment
    own.recipe.source = original.recipe.source
    return setting.stepped(experiment, by: step, among: [setting.value(in: own)]).map { suited($0) }
  }

  /// An experiment whose data were chosen anew, with an output and a cost that go with them: of the run's first data
  /// everything is as it was.
  ///
  /// - Parameter rows: those of the data, where they have been read.
  func suited(_ changed: Experiment, to rows: Dataset? = nil) -> Experiment {
    var result = changed
    let isOriginal = changed.recipe.source == original.recipe.source
    result.recipe = isOriginal ? original.recipe : DataRecipe(source: changed.recipe.source, seed: changed.recipe.seed)
    result.title = isOriginal ? original.title : changed.recipe.source.name
    result.suitOutput(to: rows ?? (isOriginal ? original.dataset : nil))
    return result
  }

  /// An experiment whose file was read again: output, cost and the label's scale are chosen anew where what is predicted
  /// has become a class or a number, or other classes.
  func keeping(_ changed: Experiment, with rows: Dataset) -> Experiment {
    guard rows.classNames?.count != dataset.classNames?.count else { return changed }
    var result = changed
    if rows.classNames != nil {
      (result.network.output, result.training.cost) = (.softmax, .crossEntropy)
    } else {
      (result.network.output, result.training.cost) = (.linear, .quadratic)
      result.recipe.labelScaling = .standardize
    }
    return result
  }

  /// The rows for an experiment that need not be read again.
  func rowsAtHand(for changed: Experiment) -> Dataset? {
    changed.recipe == original.recipe ? original.dataset : nil
  }
}

extension DataRecipe.Source {
  /// The generator's name, or the file's without its folder.
  fileprivate var name: String {
    switch self {
    case .generator(let generator): generator.name
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    }
  }
}

extension Experiment {
  /// Chooses an output and a cost that go with the kind of data: classes or numbers.
  ///
  /// - Parameter dataset: the rows, where they are at hand; else the generator tells.
  fileprivate mutating func suitOutput(to dataset: Dataset?) {
    guard let labels = dataset?.labels ?? generatedLabels else { return }
    switch labels {
    case .values:
      if !network.output.reachesAllNumbers { (network.output, training.cost) = (.linear, .quadratic) }
    case .classes(_, let names) where names.count > 2: (network.output, training.cost) = (.softmax, .crossEntropy)
    case .classes:
      if [.linear, .softmax].contains(network.output) { (network.output, training.cost) = (.tanh, .quadratic) }
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
