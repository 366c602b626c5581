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

  /// The costs, or the energy, at a dozen moments of the way, and where they were lowest.
  func tellCurve() throws {
    let (training, test) = (session.run.loss.training.buckets, session.run.loss.test)
    guard let last = training.last else { return try say("there is no curve yet: train, or step.") }
    let count = min(12, training.count)
    let name = session.run.history.process.settler == nil ? "training cost" : "energy"
    for place in 0..<count {
      let bucket = training[count < 2 ? 0 : place * (training.count - 1) / (count - 1)]
      let tested = test.bucket(at: bucket.updates.upperBound).map { ", test cost \(format(Double($0.last)))" } ?? ""
      try say("Update \(bucket.updates.upperBound): \(name) \(format(Double(bucket.last)))\(tested).")
    }
    let lowest = training.min { $0.least < $1.least } ?? last
    try say("The lowest \(name): \(format(Double(lowest.least))), near update \(lowest.updates.upperBound).")
    guard let best = test.buckets.min(by: { $0.least < $1.least }) else { return }
    try say("The lowest test cost: \(format(Double(best.least))), near update \(best.updates.upperBound).")
  }

  private func format(_ value: Double) -> String { NumberFormat.reading.string(value) }
}
