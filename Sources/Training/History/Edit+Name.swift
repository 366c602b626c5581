import NeuralNetwork

extension Edit {
  /// What the change does to a trainer, in a few words: `layers.0.bias[2] 0.1 → 0.5`. Settings are not compared here: who
  /// asks for a change of them has their names.
  public func name(for trainer: Trainer) -> String {
    switch self {
    case .settings: "settings"
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
    let changes = differences(of: next.network.activations, from: trainer.network.activations)
    return (["from the beginning"] + changes).joined(separator: ", ")
  }

  private func dashed(_ sizes: [Int]) -> String { sizes.map(String.init).joined(separator: "-") }
}
