import Datasets
import NeuralNetwork
import Training
import Yams

extension Experiment {
  /// The experiment as a demo file, without its lesson: reading it gives the same experiment.
  ///
  /// A data file's path is written as it is.
  public var demoFile: String {
    var groups: [(name: String, parts: [(String, Node)])] = []
    for key in SettingKey.allCases {
      guard let value = value(of: key) else { continue }
      let parts = key.rawValue.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        groups.append((parts[0], [("", value)]))
        continue
      }
      if groups.last?.name == parts[0] {
        groups[groups.count - 1].parts.append((parts[1], value))
      } else {
        groups.append((parts[0], [(parts[1], value)]))
      }
    }
    let pairs = groups.map { group -> (Node, Node) in
      let isPlain = group.parts[0].0.isEmpty
      let inner = group.parts.map { (Node($0.0), $0.1) }
      return (Node(group.name), isPlain ? group.parts[0].1 : .mapping(Node.Mapping(inner, .implicit, .flow)))
    }
    // Only what Yams cannot hold in memory fails here.
    return (try? Yams.serialize(node: .mapping(Node.Mapping(pairs)), width: -1, allowUnicode: true)) ?? ""
  }

  /// What a demo file says for a key; nil where it says nothing.
  private func value(of key: SettingKey) -> Node? {
    switch key {
    case .title: .quoted(title)
    case .summary: summary.isEmpty ? nil : .quoted(summary)
    case .seed: Node("\(seed)")
    case .dataSource, .dataSamples, .dataNoise, .dataTrain, .dataScale, .dataScaleLabel, .dataInputs, .dataLabel,
      .dataTask:
      dataValue(of: key)
    case .hidden, .activation, .output, .initializer, .dropout: networkValue(of: key)
    case .cost, .optimizerName, .optimizerRate, .optimizerSchedule, .optimizerClip, .batch, .shuffle,
      .regularizationKind, .regularizationRate:
      trainingValue(of: key)
    case .surfaceAxes: .quoted(surfaceAxes.description)
    case .surfaceMode: .name(surfaceMode.rawValue)
    case .view: .name(view)
    case .speed: speedValue
    case .lesson: nil
    }
  }

  private func dataValue(of key: SettingKey) -> Node? {
    switch key {
    case .dataSource:
      switch recipe.source {
      case .generator(let generator): .name(generator.name)
      case .file(let path): .quoted(path)
      }
    case .dataSamples: recipe.samples.map { Node("\($0)") }
    case .dataNoise: Node("\(recipe.noise)")
    case .dataTrain: recipe.trainShare.map { Node("\($0)") }
    case .dataScale: .name(recipe.scaling.rawValue)
    case .dataScaleLabel: .name(recipe.labelScaling.rawValue)
    case .dataInputs: recipe.inputs.isEmpty ? nil : .list(recipe.inputs.map { .quoted($0.name) })
    case .dataLabel: recipe.label.map { .quoted($0) }
    default: recipe.task.map { .name($0.rawValue) }
    }
  }

  private func networkValue(of key: SettingKey) -> Node? {
    switch key {
    case .hidden: .list(network.hidden.map { Node("\($0)") })
    case .activation:
      network.activations.allSatisfy { $0 == network.newLayerActivation }
        ? .name(network.newLayerActivation.rawValue) : .list(network.activations.map { .name($0.rawValue) })
    case .output: .name(network.output.rawValue)
    case .initializer: .name(network.initializer.rawValue)
    default: training.dropout.isEmpty ? nil : .list(training.dropout.map { Node("\($0)") })
    }
  }

  private func trainingValue(of key: SettingKey) -> Node? {
    switch key {
    case .cost: .name(training.cost.rawValue)
    case .optimizerName: .name(training.optimizer.rawValue)
    case .optimizerRate: Node("\(training.learningRate)")
    case .optimizerSchedule: .name(training.schedule.rawValue)
    case .optimizerClip: training.clipping.map { Node("\($0)") }
    case .batch:
      switch training.batch {
      case .samples(let count): Node("\(count)")
      case .all: Node("all")
      }
    case .shuffle: Node(training.shuffle ? "true" : "false")
    case .regularizationKind: .name(training.regularization.kind.rawValue)
    default: Node("\(training.regularization.rate)")
    }
  }

  private var speedValue: Node {
    switch speed {
    case .updatesPerSecond(let speed): Node("\(speed)")
    case .unlimited: Node("max")
    }
  }
}

extension Node {
  /// One of the program's own names.
  fileprivate static func name(_ name: String) -> Node { Node(name) }

  /// Any text, in quotes, lest it be taken for a number or for nothing.
  fileprivate static func quoted(_ text: String) -> Node { Node(text, Tag(.str), .singleQuoted) }

  fileprivate static func list(_ nodes: [Node]) -> Node { .sequence(Node.Sequence(nodes, .implicit, .flow)) }
}
