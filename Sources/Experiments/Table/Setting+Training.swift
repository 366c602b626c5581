import NeuralNetwork
import Training

extension Setting {
  /// How the network is trained.
  static let trainingRows = [
    Setting(
      "cost", \.training.cost, .choice("cost"), .training, "cost", costs: .newData, "what training makes small"),
    Setting(
      "optimizer.name", \.training.optimizer, .choice("optimizer"), .training, "optimizer", short: "opt",
      "how a gradient becomes a step"),
    Setting(
      "optimizer.rate", \.training.learningRate, .number(.above(0, upTo: 1_000_000), "a rate"), .training,
      "learning rate", symbol: "η",
      choices: .ordered([0.00001, 0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]), "how long the steps are"),
    Setting(
      "optimizer.momentum", \.training.constants.momentum, .number(.from(0, to: 1), "a share"), .training, "momentum",
      symbol: "μ", choices: .ordered([0, 0.5, 0.8, 0.9, 0.95, 0.99]), "the share of its velocity that momentum keeps"),
    Setting(
      "optimizer.beta1", \.training.constants.beta1, .number(.from(0, toBelow: 1), "a share"), .training,
      "mean decay", symbol: "β₁", choices: .ordered([0, 0.5, 0.8, 0.9, 0.95, 0.99]),
      "the share of the mean gradient that adam keeps"),
    Setting(
      "optimizer.beta2", \.training.constants.beta2, .number(.from(0, toBelow: 1), "a share"), .training,
      "square decay", symbol: "β₂", choices: .ordered([0, 0.5, 0.9, 0.99, 0.999, 0.9999]),
      "the share of the mean square that adam keeps"),
    Setting(
      "optimizer.epsilon", \.training.constants.epsilon, Domain.number(.from(0, to: 1)).orDefault(), .training,
      "root's addend", symbol: "ε", choices: .ordered([1e-10, 1e-8, 1e-6, 0.0001, 0.01, 1]), unsaid: .text("default"),
      "what is added to a root so that nothing is divided by 0"
    ).resolving { experiment in
      guard experiment.training.constants.epsilon == nil else { return nil }
      return experiment.training.optimizer.epsilon.map { .number($0) }
    },
    Setting(
      "optimizer.decay", \.training.constants.decay, .number(.from(0, to: 1), "a rate"), .training, "weight decay",
      choices: .ordered([0, 0.0001, 0.001, 0.01, 0.03, 0.1, 0.3]), "how much adamw shrinks the weights, times η"),
    Setting(
      "optimizer.schedule", \.training.schedule, .choice("schedule"), .training, "rate schedule", short: "schedule",
      "how η changes from epoch to epoch"
    ).explained { $0.training.schedule == .constant ? nil : $0.training.schedule.formula($0.training.scheduling) },
    Setting(
      "optimizer.step-epochs", \.training.scheduling.stepEpochs, .whole(1...1_000_000, of: "epochs"), .training,
      "step every", choices: .ordered([1, 2, 5, 10, 20, 50, 100, 200]), "the epochs between two steps of the rate"),
    Setting(
      "optimizer.step-factor", \.training.scheduling.stepFactor, .number(.above(0, upTo: 1), "a factor"), .training,
      "step factor", choices: .ordered([0.1, 0.2, 0.5, 0.7, 0.9, 0.95, 0.99]), "what a step multiplies the rate with"),
    Setting(
      "optimizer.half-epochs", \.training.scheduling.inverseEpochs,
      .number(.above(0, upTo: 1_000_000), "a number of epochs"), .training, "halved after",
      choices: .ordered([1, 2, 5, 10, 20, 50, 100, 200]), "the epochs after which 1/t has halved the rate"),
    Setting(
      "optimizer.cosine-epochs", \.training.scheduling.cosineEpochs, .whole(1...1_000_000, of: "epochs"), .training,
      "cosine ends", choices: .ordered([10, 20, 50, 100, 200, 500, 1000]),
      "the epochs after which cosine has come to 0"),
    Setting(
      "optimizer.clip", \.training.clipping, Domain.number(.above(0), "a norm").orNone("none"), .training,
      "gradient clip", short: "clip", choices: .ordered([0.1, 0.3, 1, 3, 10], then: "none"), unsaid: .text("none"),
      "the length that a longer gradient is cut to"),
    Setting(
      "batch", \.training.batch,
      Domain.whole(1...Int.max, of: "samples").orNone("all").map(
        { $0.map { .samples($0) } ?? .all }, back: { if case .samples(let count) = $0 { count } else { nil } }),
      .training, "batch", choices: .ordered([1, 2, 5, 10, 20, 50, 100], then: "all"),
      "samples an update: 1 is stochastic, all is batch"),
    Setting(
      "shuffle", \.training.shuffle, .flag, .training, "shuffle", "a new order of the samples every epoch"),
    Setting(
      "regularization.kind", \.training.regularization.kind, .penalty, .training, "regularization", short: "reg",
      "a price on large weights"),
    Setting(
      "regularization.rate", \.training.regularization.rate, .number(.from(0, to: 1_000_000), "a rate"), .training,
      "reg. rate", symbol: "λ", choices: .ordered([0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10]),
      "how high that price is"),
  ]
}

extension Domain where Value == Regularization.Kind {
  fileprivate static var penalty: Domain {
    .choice(
      "regularization", ["none", "L1", "L2"], also: ["l1", "l2"], value: { Value(rawValue: $0.lowercased()) },
      name: { $0 == .none ? "none" : $0.rawValue.uppercased() })
  }
}
