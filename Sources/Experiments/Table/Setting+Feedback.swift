import Datasets
import NeuralNetwork
import Training

extension Setting {
  /// A Hopfield network: what it is for, and how it settles.
  static let settlingRows = [
    Setting(
      "settling.task", \.settling.task, .choice("task"), .settling, "purpose", costs: .newWeights,
      "what a Hopfield network is for: to remember, or to solve a puzzle"),
    Setting(
      "settling.patterns", \.settling.patterns, .patterns, .settling, "patterns",
      choices: .ring(
        ["ACX", "ACEHX", "ACEHJLMOTX", "random-3", "random-5", "random-10", "random-20"].map { .text($0) }),
      costs: .newWeights, "what is remembered: letters, random-N, a file, or a drawing of # and ."
    ).takenWhole().concerning(.memory),
    Setting(
      "settling.side", \.settling.side, .whole(2...32, of: "pixels"), .settling, "side",
      choices: .ordered([4, 7, 10, 14, 20, 24, 32]), costs: .newWeights, "rows and columns of random patterns"
    ).concerning(.memory),
    Setting(
      "settling.rule", \.settling.rule, .choice("rule"), .settling, "storing rule", short: "rule",
      "how patterns become weights: Hebb's rule, or the projection onto their space"
    ).explained { $0.settling.rule.formula }.concerning(.memory),
    Setting(
      "settling.order", \.settling.order, .choice("order"), .settling, "update order", short: "order",
      "which unit is updated when: one by one, or all at once"),
    Setting(
      "settling.temperature", \.settling.temperature, Domain.number(.from(0, to: 1000), "a temperature").orDefault(),
      .settling, "temperature", symbol: "T", choices: .ordered([0, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5]),
      unsaid: .text("default"), "how often units go against their field at the beginning"
    ).resolving { .number("\($0.settling.temperature ?? $0.settling.suitableTemperature)") },
    Setting(
      "settling.cooling", \.settling.cooling, .number(.above(0, upTo: 1), "a factor"), .settling, "cooling",
      choices: .ordered([0.8, 0.9, 0.95, 0.99, 0.997, 0.999, 1]), "what each sweep multiplies the temperature with"),
    Setting(
      "settling.floor", \.settling.floor, .number(.from(0, to: 1000), "a temperature"), .settling, "coldest T",
      choices: .ordered([0, 0.01, 0.02, 0.05, 0.08, 0.1, 0.2]), "the temperature below which there is none"),
    Setting(
      "settling.begin", \.settling.beginning, .choice("beginning"), .settling, "beginning",
      "the state that it begins with: random, a pattern, a disturbed or a covered one"
    ).concerning(.memory),
    Setting(
      "settling.recalled", \.settling.recalled, .whole(1...1024), .settling, "recalled", choices: .counting,
      "the number of the pattern that it begins with"
    ).concerning(.memory),
    Setting(
      "settling.disturb", \.settling.disturbance, .number(.from(0, to: 1), "a share"), .settling, "disturbance",
      unit: .share, choices: .ordered((0...10).map { Double($0) / 20 }), "the share of units that is flipped"
    ),
    Setting(
      "settling.board", \.settling.board, .whole(Puzzle.boards, of: "rows"), .settling, "board",
      choices: .ordered(Puzzle.boards.map(Double.init)), costs: .newWeights, "rows and columns of a board"
    ).concerning(.rooks, .queens),
    Setting(
      "settling.map", \.settling.map, .choice("map"), .settling, "chart", costs: .newWeights,
      "the map to be coloured"
    ).concerning(.colouring),
    Setting(
      "settling.colours", \.settling.colours, .whole(Puzzle.colours, of: "colours"), .settling, "colours",
      choices: .ordered(Puzzle.colours.map(Double.init)), costs: .newWeights, "the colours that a map may have"
    ).concerning(.colouring),
  ]

  /// A recurrent network: its sequences, its layer, and how far back errors pass.
  static let sequenceRows = [
    Setting(
      "sequences.source", \.sequences.source, .sequences, .sequences, "sequences",
      choices: .ring(SequenceGenerator.offered.map { .text($0.name) }), costs: .newWeights,
      "what a recurrent network learns: a rule or a file"
    ).takenWhole(),
    Setting(
      "sequences.count", \.sequences.count, Domain.whole(1...100_000, of: "sequences").orDefault(), .sequences,
      "learned from", choices: .ordered([20, 50, 100, 200, 400, 1000, 2000]), costs: .newWeights,
      unsaid: .text("default"), "the sequences learned from"),
    Setting(
      "sequences.test", \.sequences.testCount, Domain.whole(1...100_000, of: "sequences").orDefault(), .sequences,
      "tested on", choices: .ordered([20, 50, 100, 200, 400, 1000]), costs: .newWeights, unsaid: .text("default"),
      "the sequences that test; of a file the last third"),
    Setting(
      "sequences.steps", \.sequences.steps, Domain.whole(1...1000, of: "steps").orDefault(), .sequences, "steps",
      choices: .ordered([5, 10, 15, 20, 25, 30, 40, 50, 100]), costs: .newWeights, unsaid: .text("default"),
      "the steps of a generated sequence"
    ).resolving { experiment in
      guard case .generator(let generator) = experiment.sequences.source else { return .text("the file's") }
      return .number(experiment.sequences.steps ?? generator.defaultSteps)
    },
    Setting(
      "sequences.asked", \.sequences.asked, .choice("choice"), .sequences, "asked at", costs: .newWeights,
      "whether all targets of a sequence count, or the last alone"),
    Setting(
      "recurrent.units", \.sequences.units, .whole(RecurrentNetwork.unitCounts, of: "units"), .sequences,
      "recurrent units", short: "units", choices: .ordered([2, 4, 8, 12, 16, 24, 32, 64, 128, 256]), costs: .newWeights,
      "the units of the recurrent layer"),
    Setting(
      "recurrent.activation", \.sequences.activation,
      .choice(
        "activation", RecurrentNetwork.activations.map(\.rawValue), also: ["relu"],
        value: { name in Activation(name: name).flatMap { RecurrentNetwork.activations.contains($0) ? $0 : nil } },
        name: \.rawValue),
      .sequences, "activation f", short: "act", "what recurrent units make of their weighted sum"),
    Setting(
      "recurrent.truncation", \.sequences.truncation, Domain.whole(1...1000, of: "steps").orNone("none"), .sequences,
      "truncation", choices: .ordered([1, 2, 5, 10, 20, 50], then: "none"), unsaid: .text("none"),
      "the steps that errors pass back through"),
    Setting(
      "recurrent.singular", \.sequences.singularValue, Domain.number(.above(0, upTo: 100), "a value").orDefault(),
      .sequences, "singular value", symbol: "σ", choices: .ordered([0.1, 0.3, 0.5, 0.8, 1, 1.2, 1.5, 2, 3]),
      costs: .newWeights, unsaid: .text("default"), "the largest one that the recurrent weights begin with"),
  ]
}
