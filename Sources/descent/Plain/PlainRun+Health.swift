import NeuralNetwork
import Plots
import Session
import Training

/// How it is with the layers, and the steps of a sequence.
extension PlainRun {
  /// Each layer's gradient, and its dead and saturated units; of a sequence each step's gradient.
  func tellHealth() throws {
    if session.run.history.process.recurrent != nil { return try tellTimes() }
    guard let trainer = session.run.history.process.training else { return try sayOnly(.feedforward) }
    let health = Health(of: trainer)
    for (number, layer) in health.layers.enumerated() {
      let ratio = layer.updateRatio.map { ", the update \(format($0)) of the weights" } ?? ""
      try say(
        "Layer \(number + 1), \(trainer.network.activations[number].rawValue): gradient \(format(layer.gradientNorm))\(ratio), "
          + "of \(layer.units.count) units \(layer.units.count(where: \.isDead)) dead, "
          + "\(layer.units.count(where: \.isSaturated)) saturated.")
    }
    try say(health.diagnosis + ".")
  }

  /// The sequence in hand, step by step.
  func tellTimes() throws {
    guard let trainer = session.run.history.process.recurrent else { return try sayOnly(.recurrent) }
    let pass = RecurrentPropagation(inHandOf: trainer)
    let (names, norms) = (trainer.data.training.inputNames, pass.gradientNorms)
    for step in 0..<(pass.lengths.first ?? 0) {
      let inputs = names.indices.map { "\(names[$0]) \(format(Double(pass.incoming(step)[$0])))" }
      let hidden = (0..<min(8, trainer.network.units)).map { "h\($0 + 1) \(format(Double(pass.hidden(step).a[$0])))" }
      let outputs = (0..<trainer.network.outputs).map { format(Double(pass.readout(step).a[$0])) }
      let targets = (0..<trainer.network.outputs).map { format(Double(pass.targets(step)[$0])) }
      let wanted = pass.isAsked(step, sample: 0) ? targets.joined(separator: ", ") : "none"
      try say(
        "Step \(step + 1): \(inputs.joined(separator: ", ")); \(hidden.joined(separator: ", ")); "
          + "answer \(outputs.joined(separator: ", ")), target \(wanted); gradient \(format(norms[step])).")
    }
  }

  private func format(_ value: Double) -> String { NumberFormat.reading.string(value) }
}
