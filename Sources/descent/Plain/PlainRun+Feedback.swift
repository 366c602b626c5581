import Experiments
import NeuralNetwork
import Plots
import Session
import Training

extension LearningSession {
  /// Whether a network that settles is where nothing changes any more.
  var isAtRest: Bool { run.history.process.settler?.rest != nil }

  /// What a network that settles is, or a recurrent one, its parts and how it goes, in lines.
  var introduction: [String] {
    let experiment = run.experiment
    if let settler = run.history.process.settler {
      return [settler.introduction, "Updates: \(experiment.settling.order.rawValue) order."]
    }
    guard let trainer = run.history.process.recurrent else { return [] }
    let network = trainer.network
    return [
      "Sequences: \(experiment.sequences.source.name), \(trainer.data.training.count) to learn from, "
        + "\(trainer.data.test.count) to test, up to \(trainer.data.training.longest) steps.",
      "Network: \(network.inputs) inputs, \(network.units) recurrent units (\(network.activation.rawValue)), "
        + "\(network.outputs) outputs (\(network.output.rawValue)), \(network.layout.count) weights and biases.",
      "Training: \(trainer.settings.optimizer.rawValue), learning rate \(trainer.settings.learningRate), "
        + "cost \(trainer.settings.cost.rawValue), "
        + (trainer.truncation.map { "errors pass back through \($0) steps." } ?? "errors pass back all the way."),
    ]
  }
}

extension Settling {
  fileprivate var introduction: String {
    switch task {
    case .memory(let memory):
      "Memory: \(memory.patterns.count) patterns of \(memory.width) by \(memory.height) pixels ("
        + memory.patterns.prefix(8).map(\.name).joined(separator: ", ")
        + (memory.patterns.count > 8 ? ", …" : "") + "), stored by the rule \(memory.rule.formula)."
    case .arrangement(let arrangement):
      "Puzzle: \(arrangement.wanted) choices out of \(network.count), "
        + "10^\(NumberFormat.fixed(arrangement.combinationsExponent, decimals: 1)) ways to take them."
    case .energy: "\(network.count) units."
    }
  }

  /// Energy, temperature and what the state is, in words.
  var plainWords: String {
    let heat = temperature > 0 ? ", temperature \(NumberFormat.reading.string(Double(temperature)))" : ""
    let stands = rest.map { ", at rest (\($0.rawValue))" } ?? ""
    return "energy \(NumberFormat.reading.string(energy))\(heat), \(words)\(stands)"
  }
}
