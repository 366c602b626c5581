import Datasets
import Experiments
import NeuralNetwork
import Training

extension Setting {
  /// The experiment with the next (`step` 1) or previous (−1) choice of this setting; nil where there is none.
  ///
  /// - Parameter layer: the hidden layer that activation and units speak of; all layers, or the last, where nil.
  func changed(_ experiment: Experiment, by step: Int, layer: Int?) -> Experiment? {
    var result = experiment
    let done =
      switch self {
      case .data, .samples, .noise, .trainShare, .scaling, .inputs: changeData(&result.recipe, by: step)
      case .layers, .units, .activation, .output, .initializer: changeNetwork(&result.network, by: step, layer: layer)
      case .cost, .optimizer, .learningRate, .schedule, .batch, .shuffle, .regularization, .regularizationRate,
        .dropout,
        .clipping:
        changeTraining(&result.training, by: step)
      case .seed: change(&result.seed, by: step)
      case .speed: change(&result.speed, by: step)
      }
    return done ? result : nil
  }

  private func changeData(_ recipe: inout DataRecipe, by step: Int) -> Bool {
    switch self {
    case .samples:
      guard let next = neighbor(of: recipe.sampleCount, in: [50, 100, 200, 500, 1000, 2000, 5000], by: step) else {
        return false
      }
      recipe.samples = next
    case .noise:
      guard let next = neighbor(of: recipe.noise, in: Array(stride(from: 0, through: 50, by: 5)), by: step) else {
        return false
      }
      recipe.noise = next
    case .trainShare:
      let shares = Array(stride(from: Float(10), through: 90, by: 10)).map { $0 / 100 }
      guard let next = neighbor(of: (recipe.trainShare ?? 0.5) + 0.001 * Float(step), in: shares, by: step) else {
        return false
      }
      recipe.trainShare = next
    case .scaling: recipe.scaling = follower(of: recipe.scaling, in: Scaling.allCases, by: step)
    default: return false
    }
    return true
  }

  private func changeNetwork(_ network: inout Experiment.NetworkSettings, by step: Int, layer: Int?) -> Bool {
    switch self {
    case .layers: return network.changeDepth(by: step)
    case .units: return network.changeUnits(by: step, layer: layer)
    case .activation: return network.changeActivation(by: step, layer: layer)
    case .output: network.output = follower(of: network.output, in: Activation.allCases, by: step)
    case .initializer: network.initializer = follower(of: network.initializer, in: Initializer.allCases, by: step)
    default: return false
    }
    return true
  }

  private func changeTraining(_ training: inout TrainingSettings, by step: Int) -> Bool {
    switch self {
    case .cost: training.cost = follower(of: training.cost, in: Cost.allCases, by: step)
    case .optimizer: training.optimizer = follower(of: training.optimizer, in: Optimizer.Kind.allCases, by: step)
    case .learningRate:
      guard let next = neighbor(of: training.learningRate, in: Setting.rates, by: step) else { return false }
      training.learningRate = next
    case .schedule: training.schedule = follower(of: training.schedule, in: Schedule.allCases, by: step)
    case .dropout:
      guard let next = neighbor(of: training.dropout.first ?? 0, in: Setting.dropouts, by: step) else { return false }
      training.dropout = TrainingSettings.dropout(everywhere: next)
    case .clipping:
      guard let next = neighbor(of: training.clipping ?? .infinity, in: Setting.clips, by: step) else { return false }
      training.clipping = next.isFinite ? next : nil
    case .batch: return training.batch.change(by: step)
    case .shuffle: training.shuffle.toggle()
    case .regularization:
      training.regularization.kind = follower(
        of: training.regularization.kind, in: Regularization.Kind.allCases, by: step)
    case .regularizationRate:
      let rates = Setting.regularizationRates
      guard let next = neighbor(of: training.regularization.rate, in: rates, by: step) else { return false }
      training.regularization.rate = next
    default: return false
    }
    return true
  }

  private func change(_ seed: inout UInt64, by step: Int) -> Bool {
    guard step > 0 || seed > 0 else { return false }
    seed = step > 0 ? seed &+ 1 : seed - 1
    return true
  }

  private func change(_ speed: inout Experiment.Speed, by step: Int) -> Bool {
    switch speed {
    case .unlimited:
      guard step < 0 else { return false }
      speed = .updatesPerSecond(Setting.speeds.last!)
    case .updatesPerSecond(let now):
      if let next = neighbor(of: now, in: Setting.speeds, by: step) {
        speed = .updatesPerSecond(next)
      } else {
        guard step > 0 else { return false }
        speed = .unlimited
      }
    }
    return true
  }
}

extension DataRecipe {
  /// The number of rows that are made, or taken from a file (0 stands for all).
  var sampleCount: Int {
    if let samples { return samples }
    if case .generator(let generator) = source { return generator.defaultCount }
    return 0
  }
}

extension BatchSize {
  /// The next larger or smaller size; false at either end.
  mutating func change(by step: Int) -> Bool {
    switch self {
    case .all:
      guard step < 0 else { return false }
      self = .samples(Setting.batches.last!)
    case .samples(let now):
      if let next = neighbor(of: now, in: Setting.batches, by: step) {
        self = .samples(next)
      } else {
        guard step > 0 else { return false }
        self = .all
      }
    }
    return true
  }
}

extension Experiment.NetworkSettings {
  /// The most hidden layers a network may have, and the sizes offered for one.
  static let mostLayers = 6
  static let sizes = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 256, 512, 1024]

  /// Adds a layer of the last one's kind behind it, or removes the last.
  mutating func changeDepth(by step: Int) -> Bool {
    guard step < 0 ? !hidden.isEmpty : hidden.count < Self.mostLayers else { return false }
    setHidden(step > 0 ? hidden + [hidden.last ?? 4] : Array(hidden.dropLast()))
    return true
  }

  /// Changes the size of a hidden layer, the last where none is named.
  mutating func changeUnits(by step: Int, layer: Int?) -> Bool {
    let index = min(layer ?? .max, hidden.count - 1)
    guard index >= 0, let next = neighbor(of: hidden[index], in: Self.sizes, by: step) else { return false }
    hidden[index] = next
    return true
  }

  /// Changes the activation of a hidden layer, of all where none is named.
  mutating func changeActivation(by step: Int, layer: Int?) -> Bool {
    let choices = Activation.allCases.filter { $0 != .softmax }
    if let layer, activations.indices.contains(layer) {
      activations[layer] = follower(of: activations[layer], in: choices, by: step)
    } else {
      guard let first = activations.first else { return false }
      setActivation(follower(of: first, in: choices, by: step))
    }
    return true
  }
}
