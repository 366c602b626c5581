import NeuralNetwork

extension Edit {
  /// What the change does to a trainer, in a few words: `η 0.03 → 0.1`, `layers.0.bias[2] 0.1 → 0.5`.
  public func name(for trainer: Trainer) -> String {
    switch self {
    case .settings(let settings): join(settings.differences(from: trainer.settings))
    case .activations(let activations): join(differences(of: activations, from: trainer.network.activations))
    case .parameter(let index, let value):
      "\(trainer.network.layout.name(at: index)) \(trainer.network.parameters.values[index]) → \(value)"
    case .parameters: "other weights"
    case .data: "other data"
    case .trainer(let next): name(of: next, after: trainer)
    }
  }

  private func join(_ differences: [String]) -> String {
    differences.isEmpty ? "no change" : differences.joined(separator: ", ")
  }

  private func differences(of activations: [Activation], from old: [Activation]) -> [String] {
    zip(old, activations).enumerated().filter { $1.0 != $1.1 }
      .map { "layer \($0 + 1) \($1.0.rawValue) → \($1.1.rawValue)" }
  }

  private func name(of next: Trainer, after trainer: Trainer) -> String {
    let (sizes, old) = (next.network.layout.sizes, trainer.network.layout.sizes)
    guard sizes == old else { return "network \(dashed(old)) → \(dashed(sizes))" }
    let changes =
      next.settings.differences(from: trainer.settings)
      + differences(of: next.network.activations, from: trainer.network.activations)
    return (["from the beginning"] + changes).joined(separator: ", ")
  }

  private func dashed(_ sizes: [Int]) -> String { sizes.map(String.init).joined(separator: "-") }
}

extension TrainingSettings {
  /// What differs from other settings, a few words each: `η 0.03 → 0.1`, `batch 10 → all`.
  public func differences(from old: TrainingSettings) -> [String] {
    var list: [String] = []
    func compare<Value: Equatable>(_ name: String, _ path: KeyPath<TrainingSettings, Value>, _ word: (Value) -> String)
    {
      guard self[keyPath: path] != old[keyPath: path] else { return }
      list.append("\(name) \(word(old[keyPath: path])) → \(word(self[keyPath: path]))")
    }
    compare("cost", \.cost) { $0.rawValue }
    compare("optimizer", \.optimizer) { $0.rawValue }
    compare("η", \.learningRate) { "\($0)" }
    compare("μ", \.constants.momentum) { "\(Float($0))" }
    compare("β₁", \.constants.beta1) { "\(Float($0))" }
    compare("β₂", \.constants.beta2) { "\(Float($0))" }
    compare("ε", \.constants.epsilon) { $0.map { "\(Float($0))" } ?? "the rule's" }
    compare("decay", \.constants.decay) { "\(Float($0))" }
    compare("batch", \.batch) { $0.name }
    compare("shuffle", \.shuffle) { $0 ? "on" : "off" }
    compare("penalty", \.regularization) { $0.name }
    compare("schedule", \.schedule) { $0.rawValue }
    compare("schedule's constants", \.scheduling) { schedule.formula($0) }
    compare("dropout", \.dropout) { $0.allSatisfy { $0 == 0 } ? "none" : $0.map { "\($0)" }.joined(separator: "-") }
    compare("clipping", \.clipping) { $0.map { "\($0)" } ?? "off" }
    compare("biases", \.biases) { $0.rawValue }
    return list
  }
}

extension BatchSize {
  /// The number of samples, or `all`.
  public var name: String {
    switch self {
    case .samples(let count): "\(count)"
    case .all: "all"
    }
  }
}

extension Regularization {
  /// The kind and the rate, or `none`.
  public var name: String { kind == .none || rate == 0 ? "none" : "\(kind.rawValue) \(rate)" }
}
