import NeuralNetwork

/// A point in time that is kept whole.
struct Keyframe: Sendable {
  let clock: Int
  /// How many edits of its path had been made.
  let edits: Int
  /// The work that led from the beginning of its path to it.
  let work: Int
  /// The history's total work when it was taken: old keyframes are thinned out, whichever branch they are of.
  let stamp: Int
  /// Its share of the budget.
  let bytes: Int
  /// The phases within which all that the last step leaves is computed anew; 0 where nothing was left.
  let settling: Int
  private let bare: Bare

  /// One reference for a whole trainer, so that a keyframe is quickly moved about.
  private final class Bare: Sendable {
    let trainer: Trainer
    init(_ trainer: Trainer) { self.trainer = trainer }
  }

  /// Takes one between two steps. `idle` is an empty workspace that all keyframes share.
  init(of trainer: Trainer, idle: Propagation, edits: Int, work: Int, stamp: Int) {
    precondition(trainer.phase == .input, "a keyframe is taken between two steps, not before \(trainer.phase)")
    clock = trainer.clock
    self.edits = edits
    self.work = work
    self.stamp = stamp
    settling = trainer.performed == nil ? 0 : trainer.phasesPerStep
    bytes = Keyframe.bytes(of: trainer)
    bare = Bare(trainer.withoutWorkspace(idle))
  }

  /// What a keyframe of a trainer takes of the budget.
  static func bytes(of trainer: Trainer) -> Int { trainer.bytesKept + MemoryLayout<Keyframe>.stride }

  /// The trainer as it was, but for what its last step had left.
  var trainer: Trainer { bare.trainer.withWorkspace() }

  /// The updates made.
  var updates: Int { bare.trainer.updates }

  /// Whether a replay from here reaches a clock with every number as it was.
  func leads(to target: Int) -> Bool { clock + settling <= target }
}

extension Trainer {
  /// The most phases that lead from one step's beginning to the next.
  var phasesPerStep: Int { 2 * network.depth + 4 }

  /// A copy without what the next step computes anew, and with an idle workspace in its place.
  func withoutWorkspace(_ idle: Propagation) -> Trainer {
    var copy = self
    copy.propagation = idle
    copy.gradient = network.parameters  // Shares their buffer: costs nothing.
    copy.order = []
    return copy
  }

  /// A copy with an empty workspace, ready to go on.
  fileprivate func withWorkspace() -> Trainer {
    var copy = self
    let last = performed
    copy.clearWorkspace()
    copy.performed = last
    copy.redrawOrder()
    return copy
  }

  /// The memory that a copy without workspace holds alone: its own fields, its parameters and its optimizer's memory.
  var bytesKept: Int {
    let buffers = 1 + optimizer.memory.count
    return MemoryLayout<Trainer>.stride + buffers * (network.parameters.count * MemoryLayout<Float>.stride + 64)
  }
}
