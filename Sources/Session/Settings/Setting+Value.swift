import Datasets
import Experiments
import NeuralNetwork
import Training

extension Setting {
  /// The present choice, as text.
  public func value(in experiment: Experiment) -> String {
    switch self {
    case .data, .samples, .noise, .trainShare, .scaling, .inputs: value(in: experiment.recipe)
    case .layers, .units, .activation, .output, .initializer: value(in: experiment.network)
    case .cost, .optimizer, .learningRate, .schedule, .batch, .shuffle, .regularization, .regularizationRate, .dropout,
      .clipping:
      value(in: experiment.training)
    case .seed: String(experiment.seed)
    case .speed: experiment.speed.text
    }
  }

  private func value(in recipe: DataRecipe) -> String {
    switch self {
    case .data: recipe.source.text
    case .samples: recipe.sampleCount == 0 ? "all" : String(recipe.sampleCount)
    case .noise: reading(recipe.noise) + " %"
    case .trainShare: recipe.trainShare.map { reading(($0 * 100).rounded()) + " %" } ?? "default"
    case .scaling: recipe.scaling.rawValue
    default: recipe.inputs.isEmpty ? "all" : recipe.inputs.map(\.name).joined(separator: " ")
    }
  }

  private func value(in network: Experiment.NetworkSettings) -> String {
    switch self {
    case .layers: String(network.hidden.count)
    case .units: network.hidden.isEmpty ? "none" : network.hidden.map(String.init).joined(separator: "-")
    case .activation:
      network.activations.isEmpty
        ? "none"
        : Set(network.activations).count == 1
          ? network.activations[0].rawValue : network.activations.map(\.rawValue).joined(separator: ", ")
    case .output: network.output.rawValue
    default: network.initializer.rawValue
    }
  }

  private func value(in training: TrainingSettings) -> String {
    switch self {
    case .cost: training.cost.rawValue
    case .optimizer: training.optimizer.rawValue
    case .learningRate: reading(training.learningRate)
    case .schedule:
      training.schedule == .constant
        ? "constant" : training.schedule.rawValue + ": " + training.schedule.formula(training.scheduling)
    case .dropout: reading(training.dropout.first ?? 0)
    case .clipping: training.clipping.map(reading) ?? "none"
    case .batch: training.batch.text
    case .shuffle: training.shuffle ? "on" : "off"
    case .regularization: training.regularization.kind.rawValue
    default: reading(training.regularization.rate)
    }
  }

  /// The name where there is little room: on the loss curve and in the line of settings.
  public var shortLabel: String {
    switch self {
    case .learningRate: "η"
    case .regularizationRate: "λ"
    case .activation: "act"
    case .optimizer: "opt"
    case .regularization: "reg"
    default: label
    }
  }

  /// How many choices may have to be tried until one goes with the rest.
  var choiceCount: Int {
    switch self {
    case .cost: Cost.allCases.count
    case .output: Activation.allCases.count
    case .data: Generator.offered.count + 1
    default: 1
    }
  }

  /// Whether the choices go round.
  var isRing: Bool { choiceCount > 1 }
}

private func reading(_ value: Float) -> String {
  value == value.rounded() && abs(value) < 1e6 ? "\(Int(value))" : "\(value)"
}

extension Experiment.Speed {
  public var text: String {
    switch self {
    case .unlimited: "max"
    case .updatesPerSecond(let speed): reading(Float(speed)) + "/s"
    }
  }
}

extension BatchSize {
  public var text: String {
    switch self {
    case .all: "all"
    case .samples(let count): String(count)
    }
  }

  /// The name of the mode.
  public var mode: String {
    switch self {
    case .all: "batch"
    case .samples(1): "stochastic"
    case .samples(let count): "mini-batch \(count)"
    }
  }
}

extension DataRecipe.Source {
  /// The generator's name, or the file's.
  public var text: String {
    switch self {
    case .generator(let generator): generator.name
    case .file(let path): path.split(separator: "/").last.map(String.init) ?? path
    }
  }
}
