import Experiments
import NeuralNetwork
import Plots
import Session
import Training

/// Which moment of which sequence the panels of a recurrent network show.
public struct SequencePanel: Hashable, Sendable {
  /// The step that was chosen, from 0; nil follows the present phase.
  var moment: Int?

  /// Moves through time by left and right, through the units by up and down. Returns the unit that is selected then.
  mutating func move(_ direction: Action.Direction, _ selection: Selection?, in trainer: RecurrentTrainer) -> Selection?
  {
    let steps = RecurrentPropagation.steps(inHandOf: trainer)
    let last = max(0, steps - 1)
    let present = moment(of: steps, in: trainer)
    switch direction {
    case .left: moment = max(0, present - 1)
    case .right: moment = min(last, present + 1)
    case .home: moment = 0
    case .end: moment = last
    case .up, .down, .pageUp, .pageDown:
      guard let selection else { return Selection(layer: 0, unit: 0) }
      let units = selection.layer == 1 ? trainer.network.outputs : trainer.network.units
      let unit = max(0, min(units - 1, selection.unit + direction.rows(page: 4)))
      return Selection(layer: max(0, selection.layer), unit: unit)
    }
    return selection
  }

  /// The step that is shown, of so many.
  private func moment(of steps: Int, in trainer: RecurrentTrainer) -> Int {
    min(max(0, steps - 1), moment ?? trainer.shownPhase.moment(of: steps))
  }

  /// Where the units stand that the panel of the network shows.
  func layout(_ selection: Selection?, in trainer: RecurrentTrainer) -> UnrolledLayout {
    let steps = RecurrentPropagation.steps(inHandOf: trainer)
    return UnrolledLayout(
      count: steps, moment: moment(of: steps, in: trainer), units: trainer.network.units, selection: selection)
  }

  /// Moves through the weights of a unit by up and down, through time by left and right.
  mutating func moveInWeights(
    _ direction: Action.Direction, _ selection: Selection?, in trainer: RecurrentTrainer
  ) -> Selection? {
    guard direction == .up || direction == .down else { return move(direction, selection, in: trainer) }
    var place = selection.flatMap { $0.layer == 0 ? $0 : nil } ?? Selection(layer: 0, unit: 0)
    let last = trainer.network.inputs + trainer.network.units
    place.input = max(0, min(last, (place.input ?? -1) + direction.rows(page: 4)))
    return place
  }
}

/// The sequence in hand with all of its numbers, and how far the step has come.
struct ShownSequence {
  let trainer: RecurrentTrainer
  /// The batch, forward in time and back; the first sequence of it is shown.
  let pass: RecurrentPropagation
  /// How far the step has come; nil where all of the pass is shown.
  private let performed: RecurrentPhase?

  /// The step that a training is in; where none has begun, the one that follows.
  init(of trainer: RecurrentTrainer) {
    self.trainer = trainer
    pass = RecurrentPropagation(inHandOf: trainer)
    performed = trainer.shownPhase
  }

  /// The step in time that the present phase is about.
  var moment: Int { performed.moment(of: pass.steps) }

  /// Whether the forward pass has come to a step.
  func knows(_ step: Int) -> Bool {
    switch performed {
    case .input: false
    case .forward(let reached): step <= reached
    case .error, .backward, .update, .epoch, nil: true
    }
  }

  /// Whether errors are on their way back, and have passed a step.
  func showsDelta(_ step: Int) -> Bool { if case .backward(let reached) = performed { step >= reached } else { false } }

  /// Whether the errors have passed a step on their way back.
  func hasPassedBack(_ step: Int) -> Bool {
    switch performed {
    case .input, .forward, .error: false
    case .backward(let reached): step >= reached
    case .update, .epoch, nil: true
    }
  }

  /// What a unit shows at a step: its activation, or on the way back its δ; nil before that.
  func value(_ unit: Int, _ step: Int) -> Double? {
    guard knows(step), step < length else { return nil }
    let numbers = pass.hidden(step)
    return Double(showsDelta(step) ? numbers.delta[unit] : numbers.a[unit])
  }

  /// The steps of the sequence.
  var length: Int { pass.lengths.first ?? 0 }

  /// What comes in at a step in a word: a number, or the symbol.
  func input(_ step: Int) -> String {
    let x = Array(pass.incoming(step).prefix(pass.inputs))
    let names = trainer.data.training.inputNames
    guard x.count > 1 else { return Self.short(x[0]) }
    return x.firstIndex(of: 1).map { names[$0] } ?? "·"
  }

  /// What is given out at a step: the number, or the class of the largest output.
  func output(_ step: Int) -> String {
    let a = Array(pass.readout(step).a.prefix(pass.outputs))
    guard trainer.data.training.meaning == .classes else { return a.map(Self.short).joined(separator: " ") }
    let largest = a.indices.max { a[$0] < a[$1] } ?? 0
    return trainer.data.training.outputNames[largest]
  }

  /// What is wanted at a step; nil where nothing is.
  func target(_ step: Int) -> String? {
    guard step < length, pass.isAsked(step, sample: 0) else { return nil }
    let y = Array(pass.targets(step).prefix(pass.outputs))
    guard trainer.data.training.meaning == .classes else { return y.map(Self.short).joined(separator: " ") }
    return y.firstIndex(of: 1).map { trainer.data.training.outputNames[$0] }
  }

  private static func short(_ value: Float) -> String {
    NumberFormat(width: 5, significantDigits: 2, trimsZeros: true).string(Double(value))
  }
}

extension RecurrentPhase? {
  /// The step in time that the phase is about, of so many; the last where it is about all of them.
  fileprivate func moment(of steps: Int) -> Int {
    switch self {
    case .forward(let step), .backward(let step): step
    case .input: 0
    case .error, .update, .epoch, nil: max(0, steps - 1)
    }
  }
}

extension RecurrentTrainer {
  /// How far the step has come; nil where all of a pass is shown.
  fileprivate var shownPhase: RecurrentPhase? { propagation.steps > 0 ? performed : nil }

  /// The name of the moment of training that the screen shows.
  var momentName: String {
    if divergence != nil { return "diverged" }
    let steps = propagation.steps
    switch performed {
    case nil: return updates == 0 ? "initialize" : "changed"
    case .input: return "input: \(batchCount == 1 ? "a sequence is" : "\(batchCount) sequences are") taken"
    case .forward(let step): return "forward in time: step \(step + 1) of \(steps)"
    case .error: return "error: cost " + NumberFormat.reading.string(Double(propagation.cost))
    case .backward(let step): return "back through time: step \(step + 1) of \(steps)"
    case .update: return "update \(updates)"
    case .epoch: return "epoch \(epoch) is over"
    }
  }
}
