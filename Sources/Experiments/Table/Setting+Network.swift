import NeuralNetwork
import Training

extension Setting {
  /// The network that learns.
  static let networkRows = [
    Setting(
      "network.layers", get: \.network.hidden.count, set: { $0.network.setDepth($1) },
      .whole(0...Experiment.NetworkSettings.mostLayers, of: "hidden layers"), .network, "hidden layers",
      choices: .ordered((0...Experiment.NetworkSettings.mostLayers).map(Double.init)), costs: .newWeights,
      isDerived: true, "how many layers stand between input and output; new ones are like the last"),
    Setting(
      "network.hidden", get: \.network.hidden, set: { $0.network.setHidden($1) }, .sizes, .network, "units",
      choices: .ordered([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 20, 24, 32, 48, 64, 96, 128, 256, 512, 1024]),
      costs: .newWeights, "the units of each hidden layer; keys change the selected layer, or the last"
    ).stepping { $0.network.stepUnits(by: $1, layer: $2) },
    Setting(
      "network.activation", get: \.network.eachActivation, set: { $0.network.set($1) },
      Domain.activation.oneOrEach(of: "activations", count: 0...1024, noun: "activation"), .network, "activation",
      short: "act", choices: .ring(Activation.hidden.map { .text($0.rawValue) }),
      "what hidden units make of their weighted sum; keys change the selected layer, or all"
    ).stepping { $0.network.stepActivation(by: $1, layer: $2) }
      .resolving { $0.network.hidden.isEmpty ? .text("none") : nil },
    Setting(
      "network.output", \.network.output, .activation, .network, "output", costs: .newData,
      "what output units make of theirs"
    ).concerning(.feedforward, .recurrent),
    Setting(
      "network.initializer", \.network.initializer, .choice("initializer"), .network, "initial weights",
      costs: .newWeights, "how new weights are drawn"
    ).concerning(.feedforward, .recurrent),
    Setting(
      "network.bias", \.training.biases, .choice("bias"), .network, "biases",
      "whether biases learn, stay at their initial values, or are none"
    ).concerning(.feedforward, .recurrent),
    Setting(
      "network.dropout", get: { OneOrEach(dropout: $0.training.dropout) },
      set: { $0.training.dropout = $1.dropout },
      Domain.number(.from(0, toBelow: 1), "a rate").oneOrEach(
        of: "rates from 0 to below 1", count: 0...1024, noun: "rate"),
      .network, "dropout", choices: .ordered([0, 0.1, 0.2, 0.3, 0.5, 0.7]), unsaid: .number("0"),
      "the share of hidden activations that training drops, of all layers or of each"),
  ]
}

extension Domain where Value == [Int] {
  /// The units of each hidden layer.
  fileprivate static var sizes: Domain {
    Domain<Int>.whole(1...1024, of: "units").list(
      of: "whole numbers", count: 0...Experiment.NetworkSettings.mostLayers, noun: "hidden layer")
  }
}

extension Domain where Value == Activation {
  fileprivate static var activation: Domain {
    .choice(
      "activation", Activation.allCases.map(\.rawValue), also: ["relu"], value: { Activation(name: $0) },
      name: \.rawValue)
  }
}

extension Activation {
  /// Those that a hidden layer can have.
  fileprivate static let hidden = allCases.filter { $0 != .softmax }
}

extension OneOrEach<Float> {
  /// The rates of dropout: of every hidden layer that a network may have, or of each.
  fileprivate init(dropout rates: [Float]) {
    guard let first = rates.first else {
      self = .one(0)
      return
    }
    self = rates == TrainingSettings.dropout(everywhere: first) ? .one(first) : .each(rates)
  }

  fileprivate var dropout: [Float] {
    switch self {
    case .one(let rate): TrainingSettings.dropout(everywhere: rate)
    case .each(let rates): rates
    }
  }
}

extension Experiment.NetworkSettings {
  /// The most hidden layers that a network may have.
  static let mostLayers = 6

  /// Cuts layers off, or adds some like the last.
  fileprivate mutating func setDepth(_ depth: Int) {
    let missing = max(0, depth - hidden.count)
    setHidden(Array(hidden.prefix(depth)) + Array(repeating: hidden.last ?? 4, count: missing))
  }

  /// One for all layers where they are the same as a new layer gets.
  fileprivate var eachActivation: OneOrEach<Activation> {
    activations.allSatisfy { $0 == newLayerActivation } ? .one(newLayerActivation) : .each(activations)
  }

  fileprivate mutating func set(_ value: OneOrEach<Activation>) {
    switch value {
    case .one(let activation): setActivation(activation)
    case .each(let list): activations = list
    }
  }

  /// Changes the size of a hidden layer, the last where none is named; false where there is no further.
  fileprivate mutating func stepUnits(by step: Int, layer: Int?) -> Bool {
    let index = min(layer ?? .max, hidden.count - 1)
    guard index >= 0, let next = Setting.units.choices.neighbor(of: .number(hidden[index]), by: step),
      let units = next.number
    else { return false }
    hidden[index] = Int(units)
    return true
  }

  /// Changes the activation of a hidden layer, of all where none is named.
  fileprivate mutating func stepActivation(by step: Int, layer: Int?) -> Bool {
    let layer = layer.flatMap { activations.indices.contains($0) ? $0 : nil }
    let now = layer.map { activations[$0] } ?? activations.first ?? newLayerActivation
    guard let name = Setting.activation.choices.neighbor(of: .text(now.rawValue), by: step)?.text,
      let next = Activation(rawValue: name)
    else { return false }
    if let layer { activations[layer] = next } else { setActivation(next) }
    return true
  }
}
