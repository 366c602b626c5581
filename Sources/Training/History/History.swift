import Datasets
import NeuralNetwork

/// A trainer with its past: every moment that it has been through, exact to the last bit, within bounded memory.
///
/// The past is a tree of branches. Of each a log of the changes is kept, and keyframes: whole trainers, dense where it
/// was lately, sparse long ago. To go somewhere is to take the nearest keyframe before it and to let training run
/// again, changes included, since training is a pure function of where it starts.
///
/// In the past `advance` and `step` follow what was recorded, changes included, up to the branch's tip, and then go
/// on. A change in the past starts a new branch.
public struct History: Sendable {
  /// The trainer at the present position.
  public internal(set) var trainer: Trainer
  /// The units of the phase performed last that are shown, where not all are: see `Position`.
  public internal(set) var revealed: Int?
  /// The present batch taken sample by sample, where it is: see `Position`.
  public internal(set) var walk: SampleWalk?
  /// Every branch, by its id.
  public internal(set) var branches: [Branch]
  /// The id of the branch on which the present position lies.
  public internal(set) var current = 0
  /// The most memory for the past, in bytes. The newest keyframe is kept even where it alone is larger.
  public let budget: Int
  /// The memory that the past holds, in bytes, as of the last keyframe.
  public internal(set) var bytes = 0

  /// The empty workspace that keyframes hold.
  var idle: Propagation
  /// How many of the present branch's edits have been made at the present position.
  var editsMade = 0
  /// How many edits have been made on all branches.
  var editCount = 0
  /// The work that led to the present position, and since the beginning on all branches: in multiply-adds, roughly.
  var work = 0
  var totalWork = 0
  /// The work of the last keyframe.
  var keptWork = 0

  /// The step made last, where it was kept: see `stepInView`.
  var lastStep: (beginning: Trainer, end: Moment)?

  /// A moment of the past: all of it follows from these numbers.
  struct Moment: Equatable {
    var branch, clock, edits: Int
  }

  /// The work after which a keyframe is due.
  let spacing: Int

  /// Begins with a trainer, and keeps the past in `budget` bytes (64 MiB).
  public init(_ trainer: Trainer, budget: Int = 64 << 20) {
    // A replay of this much stays well under a frame.
    self.init(trainer, budget: budget, spacing: 1_000_000)
  }

  init(_ trainer: Trainer, budget: Int, spacing: Int) {
    self.trainer = trainer
    self.budget = budget
    self.spacing = spacing
    idle = Propagation(layout: trainer.network.layout, capacity: 0)
    let beginning = Branch(
      id: 0, parent: nil, name: "beginning", fork: trainer.clock, tip: Branch.Tip(of: trainer), loss: LossHistory(),
      edits: [], curveStart: trainer.clock, inherited: 0)
    branches = [beginning]
    if trainer.phase == .input { keep() }
  }

  /// The branch on which the present position lies.
  public var branch: Branch { branches[current] }

  /// The present position.
  var moment: Moment { Moment(branch: current, clock: trainer.clock, edits: editsMade) }

  /// Whether the present position is the end of its branch, so that training on is new.
  public var isAtTip: Bool { trainer.clock >= branches[current].tip.clock }
}
