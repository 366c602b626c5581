import Datasets
import ErrorSurfaces
import Foundation
import NeuralNetwork
import Training
import Yams

extension SettingsReader {
  /// Puts one setting into the experiment.
  mutating func apply(_ key: SettingKey, _ node: Node) {
    switch key {
    case .title: text(node).map { experiment.title = $0.printable }
    case .summary: text(node).map { experiment.summary = $0.printable }
    case .seed: seed(node).map { experiment.seed = $0 }
    case .dataSource, .dataSamples, .dataNoise, .dataTrain, .dataScale, .dataScaleLabel, .dataInputs, .dataLabel,
      .dataTask:
      applyData(key, node)
    case .hidden, .activation, .output, .initializer:
      applyNetwork(key, node)
    case .cost, .optimizerName, .optimizerRate, .optimizerSchedule, .optimizerClip, .dropout, .batch, .shuffle,
      .regularizationKind, .regularizationRate:
      applyTraining(key, node)
    case .surfaceAxes: axes(node).map { experiment.surfaceAxes = $0 }
    case .surfaceMode: surfaceMode(node).map { experiment.surfaceMode = $0 }
    case .view: view(node).map { experiment.view = $0 }
    case .speed: speed(node).map { experiment.speed = $0 }
    case .lesson: lesson(node).map { experiment.lesson = $0 }
    }
  }

  private mutating func seed(_ node: Node) -> UInt64? {
    if let text = node.plain, let seed = UInt64(text) { return seed }
    return whole(node, in: 0...Int.max, "a whole number from 0 to 18446744073709551615").map(UInt64.init)
  }
}

// MARK: Data

extension SettingsReader {
  private mutating func applyData(_ key: SettingKey, _ node: Node) {
    switch key {
    case .dataSource: source(node).map { experiment.recipe.source = $0 }
    case .dataSamples:
      whole(node, in: 1...1_000_000, "a whole number from 1 to 1000000").map { experiment.recipe.samples = $0 }
    case .dataNoise:
      number(node, "a number from 0 to 50") { (0...50).contains($0) }.map { experiment.recipe.noise = $0 }
    case .dataTrain:
      number(node, "a share above 0 and up to 1") { $0 > 0 && $0 <= 1 }.map { experiment.recipe.trainShare = $0 }
    case .dataScale: name(node, of: "scaling").map { experiment.recipe.scaling = $0 }
    case .dataScaleLabel: name(node, of: "scaling").map { experiment.recipe.labelScaling = $0 }
    case .dataInputs: inputs(node).map { experiment.recipe.inputs = $0 }
    case .dataLabel: text(node).map { experiment.recipe.label = $0 }
    default: name(node, of: "task").map { experiment.recipe.task = $0 }
    }
  }

  private mutating func source(_ node: Node) -> DataRecipe.Source? {
    guard let name = text(node, expected: "a data set's name or a file") else { return nil }
    if let generator = Generator(name: name) { return .generator(generator) }
    guard name.contains(".") || name.contains("/") else {
      note(.unknownName(kind: "data set", name, known: Generator.offered.map(\.name)), at: node)
      return nil
    }
    let path = resolved(path: name)
    guard FileManager.default.fileExists(atPath: path) else {
      note(.noSuchFile(path), at: node)
      return nil
    }
    return .file(path: path)
  }

  private mutating func inputs(_ node: Node) -> [InputFeature]? {
    guard let inputs = list(node, of: "inputs", { $0.text($1).map(InputFeature.init(name:)) }) else { return nil }
    guard !inputs.isEmpty else {
      note(.impossible(expected: "at least one input", found: "none"), at: node)
      return nil
    }
    return inputs
  }
}

// MARK: Network

extension SettingsReader {
  private mutating func applyNetwork(_ key: SettingKey, _ node: Node) {
    switch key {
    case .hidden: hidden(node).map { experiment.network.setHidden($0) }
    case .activation: applyActivation(node)
    case .output: activation(node).map { experiment.network.output = $0 }
    default: name(node, of: "initializer").map { experiment.network.initializer = $0 }
    }
  }

  private mutating func hidden(_ node: Node) -> [Int]? {
    let units = "a whole number of units from 1 to 1024"
    guard let hidden = list(node, of: "whole numbers", { $0.whole($1, in: 1...1024, units) }) else { return nil }
    guard hidden.count <= 6 else {
      note(.impossible(expected: "at most 6 hidden layers", found: "\(hidden.count)"), at: node)
      return nil
    }
    return hidden
  }

  /// One name for all hidden layers, or a list with one for each.
  private mutating func applyActivation(_ node: Node) {
    if case .sequence = node {
      list(node, of: "activations", { $0.activation($1) }).map { experiment.network.activations = $0 }
    } else {
      activation(node).map { experiment.network.setActivation($0) }
    }
  }

  private mutating func activation(_ node: Node) -> Activation? {
    name(node, of: "activation", among: Activation.allCases.map(\.rawValue) + ["relu"], Activation.init(name:))
  }
}

// MARK: Training

extension SettingsReader {
  /// No rate beyond this is of use, and sums with it overflow.
  private static let largestRate: Float = 1_000_000

  private mutating func applyTraining(_ key: SettingKey, _ node: Node) {
    switch key {
    case .cost: name(node, of: "cost").map { experiment.training.cost = $0 }
    case .optimizerName: name(node, of: "optimizer").map { experiment.training.optimizer = $0 }
    case .optimizerRate:
      number(node, "a rate above 0 and up to 1000000") { $0 > 0 && $0 <= Self.largestRate }
        .map { experiment.training.learningRate = $0 }
    case .optimizerSchedule: name(node, of: "schedule").map { experiment.training.schedule = $0 }
    case .optimizerClip: clip(node).map { experiment.training.clipping = $0 }
    case .dropout: dropout(node).map { experiment.training.dropout = $0 }
    case .batch: batch(node).map { experiment.training.batch = $0 }
    case .shuffle: flag(node).map { experiment.training.shuffle = $0 }
    case .regularizationKind: regularization(node).map { experiment.training.regularization.kind = $0 }
    default:
      number(node, "a rate from 0 to 1000000") { (0...Self.largestRate).contains($0) }
        .map { experiment.training.regularization.rate = $0 }
    }
  }

  /// The norm that a longer gradient is shortened to; nil inside is for none.
  private mutating func clip(_ node: Node) -> Float?? {
    if node.plain == "none" { return .some(nil) }
    return number(node, "a norm above 0, or none") { $0 > 0 }.map { .some($0) }
  }

  /// One rate for every hidden layer, or a list with a rate for each.
  private mutating func dropout(_ node: Node) -> [Float]? {
    let expected = "a rate from 0 to below 1"
    if case .sequence = node {
      return list(node, of: "rates from 0 to below 1") { reader, node in
        reader.number(node, expected) { (0..<1).contains($0) }
      }
    }
    return number(node, expected) { (0..<1).contains($0) }.map { TrainingSettings.dropout(everywhere: $0) }
  }

  private mutating func batch(_ node: Node) -> BatchSize? {
    if node.plain == "all" { return .all }
    return whole(node, in: 1...Int.max, "a whole number of samples from 1, or all").map(BatchSize.samples)
  }

  private mutating func regularization(_ node: Node) -> Regularization.Kind? {
    name(node, of: "regularization", among: ["none", "L1", "L2"]) { Regularization.Kind(rawValue: $0.lowercased()) }
  }
}

// MARK: Screen

extension SettingsReader {
  private mutating func axes(_ node: Node) -> SurfaceAxes? {
    guard let text = text(node, expected: "the axes of an error surface") else { return nil }
    do throws(SurfaceAxesError) {
      return try SurfaceAxes(text)
    } catch {
      note(.axes(error), at: node)
      return nil
    }
  }

  private mutating func surfaceMode(_ node: Node) -> Experiment.SurfaceMode? {
    name(node, of: "mode", among: Experiment.SurfaceMode.allCases.map(\.rawValue)) {
      Experiment.SurfaceMode(rawValue: $0)
    }
  }

  private mutating func view(_ node: Node) -> String? {
    name(node, of: "view", among: Experiment.views) { Experiment.views.contains($0) ? $0 : nil }
  }

  private mutating func speed(_ node: Node) -> Experiment.Speed? {
    if node.plain == "max" { return .unlimited }
    return number(node, "a number of updates a second above 0, or max") { $0 > 0 }.map { .updatesPerSecond(Double($0)) }
  }
}
