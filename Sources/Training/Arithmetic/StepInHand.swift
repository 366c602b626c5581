import NeuralNetwork
import Synchronization

/// One step with all its numbers: the trainer just before its update, everything computed with the old weights, and
/// just after.
public struct StepInHand: Sendable {
  /// Before the update: the passes and the data term's gradient are done.
  public let before: Trainer
  /// After the update; equal to `before` but for the divergence where the update would diverge. The first look at it
  /// makes the update.
  public var after: Trainer { outcome.trainer }
  /// How far the present position has come in this step: the phase performed last; nil before the first.
  public let performed: TrainingPhase?
  private let outcome: Outcome

  /// The step that a trainer is in, or the one that it takes next.
  public init(of trainer: Trainer) {
    self.init(of: trainer, performed: trainer.phase == .input || trainer.phase == .epoch ? nil : trainer.performed)
  }

  fileprivate init(of trainer: Trainer, performed: TrainingPhase?) {
    var ahead = trainer
    if ahead.phase == .epoch { ahead.advance() }
    while ahead.phase != .update, ahead.divergence == nil { ahead.advance() }
    self.init(before: ahead, performed: performed)
  }

  fileprivate init(before: Trainer, performed: TrainingPhase?) {
    (self.before, self.performed, outcome) = (before, performed, Outcome(of: before))
  }

  /// A pass that is done, of which no update follows.
  init(looking trainer: Trainer) {
    (before, performed, outcome) = (trainer, .backward(layer: 0), Outcome(known: trainer))
  }

  /// Whether the present position has passed a phase of this step.
  public func hasDone(_ phase: TrainingPhase) -> Bool {
    guard let performed else { return false }
    return phase.rank(depth: before.network.depth) <= performed.rank(depth: before.network.depth)
  }
}

/// What comes of a step, worked out where somebody wants to know: most of what is shown lies before it, and an implicit
/// update of a large network takes seconds.
private final class Outcome: Sendable {
  private let state: Mutex<(trainer: Trainer, isKnown: Bool)>

  init(of before: Trainer) { state = Mutex((before, false)) }

  init(known trainer: Trainer) { state = Mutex((trainer, true)) }

  var trainer: Trainer {
    state.withLock { state in
      if !state.isKnown { state.trainer.advance() }
      state.isKnown = true
      return state.trainer
    }
  }
}

extension History where P: TrainingProcess {
  /// The step that the present position is in; where one has just been finished, that one.
  public func stepInHand() -> StepInHand {
    guard trainer.phase == .input || trainer.phase == .epoch, let performed = trainer.performed, walk == nil else {
      return StepInHand(of: trainer)
    }
    if let lastStep, lastStep.end == moment {
      return StepInHand(of: lastStep.beginning.restored().trainer, performed: performed)
    }
    var past = self
    past.go(to: trainer.stepStart + 2 * trainer.network.depth + 2)
    guard past.trainer.phase == .update else { return StepInHand(of: trainer) }
    return StepInHand(before: past.trainer, performed: performed)
  }
}

extension TrainingPhase {
  /// The phase's place in its step.
  fileprivate func rank(depth: Int) -> Int {
    switch self {
    case .input: 0
    case .forward(let layer): 1 + layer
    case .error: 1 + depth
    case .backward(let layer): 1 + depth + depth - layer
    case .update: 2 * depth + 2
    case .epoch: 2 * depth + 3
    }
  }
}
