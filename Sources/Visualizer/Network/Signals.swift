import NeuralNetwork
import Plots
import Session
import Training

/// What the units of the diagram show for one sample: activations on the way forward, δ on the way back, and nothing that
/// has not been computed yet.
struct Signals {
  private let pass: Propagation
  private let sample: Int
  /// How far the step has come; nil where all of the pass is shown.
  private let progress: Progress?
  private let performed: TrainingPhase?
  /// How much the step's update changes the weights, once it has.
  let changes: Parameters?
  /// Whether it is a moment of a run, of which all is known but nothing goes back.
  private var isRunning = false

  /// All activations of a pass's first sample.
  init(pass: Propagation) {
    (self.pass, sample, progress, performed, changes) = (pass, 0, nil, nil, nil)
  }

  /// The pass of the sample in hand, forward and compared with what was wanted, while it runs.
  init(running run: Run) {
    var pass = run.shownPass
    let settings = run.trainer.settings
    pass.error(cost: settings.cost, of: run.trainer.network, optimizer: settings.optimizer)
    (self.pass, sample, progress, performed, changes) = (pass, 0, nil, nil, nil)
    isRunning = true
  }

  /// The step that a run shows, as far as it has come.
  private init(_ step: StepInHand, of run: Run, sample: Int, isCovered: Bool) {
    let walk = run.lookedAt == nil ? run.history.walk : nil
    pass = step.before.propagation
    self.sample = walk.map { $0.count - 1 } ?? min(sample, step.before.batchCount - 1)
    progress = Progress(of: run, step: step, isCovered: isCovered)
    performed = walk == nil && run.lookedAt == nil ? step.performed : nil
    changes = performed == .update || performed == .epoch ? step.changes : nil
  }

  /// The step in hand; before it has begun, the pass of its first sample.
  static func shown(by run: Run, sample: Int, isCovered: Bool) -> Signals {
    let step = run.shownStep
    guard step.performed != nil || run.history.walk != nil else { return Signals(pass: run.shownPass) }
    return Signals(step, of: run, sample: sample, isCovered: isCovered)
  }

  func input(_ index: Int) -> Double? { Double(pass.inputs[sample * pass.layout.inputs + index]) }

  /// What was wanted of an output, and under the last one the sample's cost, once it is known.
  func notes(output: Int) -> [String] {
    let outputs = pass.layout.outputs
    let target = NumberFormat.short.string(wanted(output))
    guard output == outputs - 1, isCostKnown else { return ["target \(target)"] }
    let cost = NumberFormat(width: 7, significantDigits: 3, trimsZeros: true).string(Double(pass.costs[sample]))
    return ["target \(target)", "cost \(cost)"]
  }

  /// Whether an output's is the class that was wanted, of several.
  func isWanted(output: Int) -> Bool {
    let outputs = 0..<pass.layout.outputs
    return outputs.count > 1 && wanted(output) > 0 && outputs.allSatisfy { wanted($0) <= wanted(output) }
  }

  private func wanted(_ output: Int) -> Double { Double(pass.targets[sample * pass.layout.outputs + output]) }

  private var isCostKnown: Bool { isRunning || progress?.knowledge(of: .error, unit: 0) == .known }

  /// Whether a layer shows its δ: on the way back, from when it is known.
  func showsDelta(layer: Int) -> Bool {
    if performed == .error { return layer == pass.layers.count - 1 }
    guard case .backward(let reached)? = performed else { return false }
    return layer >= reached
  }

  /// What each connection of the layers that the errors have passed carries back, w·δ of this sample: who is to blame, and how
  /// much. The other layers keep their weights. Nil while nothing goes back.
  func blame(_ weights: Parameters) -> Parameters? {
    guard showsDelta(layer: pass.layers.count - 1) else { return nil }
    var blame = weights
    for (number, layer) in weights.layout.layers.enumerated() where showsDelta(layer: number) {
      for unit in 0..<layer.units {
        let delta = pass.layers[number].delta[sample * layer.units + unit]
        for input in 0..<layer.inputs { blame.values[layer.index(unit: unit, input: input)] *= delta }
      }
    }
    return blame
  }

  /// What a unit shows; nil before it has been computed, and while it is covered.
  func value(layer: Int, unit: Int) -> Double? {
    let cell = sample * pass.layout.layers[layer].units + unit
    if showsDelta(layer: layer) {
      let isKnown = progress?.knowledgeOfDelta(layer: layer, unit: unit, depth: pass.layers.count) ?? .known
      return isKnown == .known ? Double(pass.layers[layer].delta[cell]) : nil
    }
    let knowledge = progress?.knowledge(of: .forward(layer: layer), unit: unit) ?? .known
    return knowledge == .known ? Double(pass.layers[layer].a[cell]) : nil
  }
}

extension StepInHand {
  /// What its update adds to each weight and bias.
  fileprivate var changes: Parameters {
    var result = after.network.parameters
    for i in 0..<result.count { result.values[i] -= before.network.parameters.values[i] }
    return result
  }
}
