import Session
import Training

/// What of a step's numbers is known at a moment: nothing is shown before it has been computed, and while the class is
/// to guess, the newest is covered.
struct Progress {
  enum Knowledge: Hashable { case known, unknown, covered }

  private let step: StepInHand
  private let revealed: Int?
  private let isWalking: Bool
  private let isCovered: Bool
  /// Whether nothing has happened yet, so that the class has seen no number.
  private let isBeginning: Bool

  init(of run: Run, step: StepInHand, isCovered: Bool = false) {
    let isLookedAt = run.lookedAt != nil
    self.step = step
    revealed = isLookedAt ? nil : run.history.revealed
    isWalking = !isLookedAt && run.history.walk != nil
    self.isCovered = isCovered && !isLookedAt
    isBeginning = run.trainer.clock == 0 && run.history.lastEdit == 0
  }

  /// What a phase computes of a unit. Between two steps the present network's way forward is known, and no more;
  /// at the beginning not even that.
  func knowledge(of phase: TrainingPhase, unit: Int) -> Knowledge {
    if isWalking { return phase == .update ? .unknown : .known }
    guard step.performed != nil else { return phase.isForward && !isCovered && !isBeginning ? .known : .unknown }
    guard step.hasDone(phase) else { return .unknown }
    guard phase == step.performed else { return .known }
    if let revealed {
      guard unit < revealed else { return .unknown }
      return isCovered && unit == revealed - 1 ? .covered : .known
    }
    return isCovered ? .covered : .known
  }

  /// What is known of a unit's δ: the error phase gives the output layer's, a layer's own phase the others'.
  func knowledgeOfDelta(layer: Int, unit: Int, depth: Int) -> Knowledge {
    layer + 1 == depth ? knowledge(of: .error, unit: 0) : knowledge(of: .backward(layer: layer), unit: unit)
  }
}

extension TrainingPhase {
  /// Whether it belongs to the way forward.
  fileprivate var isForward: Bool {
    switch self {
    case .input, .forward: true
    case .error, .backward, .update, .epoch: false
    }
  }
}
