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

  init(of history: History<Course>, step: StepInHand, isCovered: Bool = false) {
    self.step = step
    revealed = history.revealed
    isWalking = history.walk != nil
    self.isCovered = isCovered
  }

  /// What a phase computes of a unit.
  func knowledge(of phase: TrainingPhase, unit: Int) -> Knowledge {
    if isWalking { return phase == .update ? .unknown : .known }
    guard step.hasDone(phase) else { return .unknown }
    guard phase == step.performed else { return .known }
    if let revealed {
      guard unit < revealed else { return .unknown }
      return isCovered && unit == revealed - 1 ? .covered : .known
    }
    return isCovered ? .covered : .known
  }

  /// What is known of a unit's δ: the error phase gives the output layer's, the phase of the layer above the others'.
  func knowledgeOfDelta(layer: Int, depth: Int) -> Knowledge {
    let phase = layer + 1 == depth ? TrainingPhase.error : .backward(layer: layer + 1)
    if !isWalking, phase == step.performed, revealed != nil { return .unknown }
    return knowledge(of: phase, unit: 0)
  }
}
