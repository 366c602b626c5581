import NeuralNetwork
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

  /// All activations of a pass's first sample.
  init(pass: Propagation) {
    (self.pass, sample, progress, performed, changes) = (pass, 0, nil, nil, nil)
  }

  /// The step in hand, as far as it has come.
  private init(_ step: StepInHand, of history: History<Course>, sample: Int, isCovered: Bool) {
    pass = step.before.propagation
    self.sample = history.walk.map { $0.count - 1 } ?? min(sample, step.before.batchCount - 1)
    progress = Progress(of: history, step: step, isCovered: isCovered)
    performed = history.walk == nil ? step.performed : nil
    changes = performed == .update || performed == .epoch ? step.changes : nil
  }

  /// The step in hand; before it has begun, the pass of its first sample.
  static func shown(by run: Run, sample: Int, isCovered: Bool) -> Signals {
    let step = run.history.stepInHand()
    guard step.performed != nil || run.history.walk != nil else { return Signals(pass: run.shownPass) }
    return Signals(step, of: run.history, sample: sample, isCovered: isCovered)
  }

  func input(_ index: Int) -> Double? { Double(pass.inputs[sample * pass.layout.inputs + index]) }

  /// Whether a layer shows its δ: on the way back, from when it is known.
  func showsDelta(layer: Int) -> Bool {
    guard case .backward(let reached)? = performed else { return false }
    return layer >= reached - 1
  }

  /// What a unit shows; nil before it has been computed, and while it is covered.
  func value(layer: Int, unit: Int) -> Double? {
    let cell = sample * pass.layout.layers[layer].units + unit
    if showsDelta(layer: layer) {
      let isKnown = progress?.knowledgeOfDelta(layer: layer, depth: pass.layers.count) ?? .known
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
