/// A process with its past: every moment that it has been through, exact to the last bit, within bounded memory.
///
/// The past is a tree of branches. Of each a log of the changes is kept, and keyframes: whole processes, dense where it
/// was lately, sparse long ago. To go somewhere is to take the nearest keyframe before it and to let the process run
/// again, changes included, since it is a pure function of where it starts.
///
/// In the past `advance` and `step` follow what was recorded, changes included, up to the branch's tip, and then go
/// on. A change in the past starts a new branch.
public struct History<P: Process>: Sendable {
  /// The process at the present position.
  public internal(set) var process: P
  /// The units of the phase performed last that are shown, where not all are: see `Position`.
  public internal(set) var revealed: Int?
  /// The present batch taken sample by sample, where it is: see `Position`.
  public internal(set) var walk: P.Walk?
  /// Every branch, by its id.
  public internal(set) var branches: [Branch]
  /// The id of the branch on which the present position lies.
  public internal(set) var current = 0
  /// The most memory for the past, in bytes: see `bytes`.
  public internal(set) var budget: Int

  /// What leads back into each branch.
  var trails: [Trail<P>]
  /// The memory that the past holds, as of the last keyframe.
  var ledger = Ledger()
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
  var lastStep: (beginning: P, end: Moment)?

  /// A moment of the past: all of it follows from these numbers.
  struct Moment: Equatable {
    var branch, clock, edits: Int
  }

  /// The work after which a keyframe is due.
  let spacing: Int

  /// Begins with a process, and keeps the past in `budget` bytes (64 MiB).
  ///
  /// Where not even one keyframe fits, there is no going back. The present branch's curve and the log of its changes, a
  /// few hundred kilobytes at most, are kept whatever the budget is.
  public init(_ process: P, budget: Int = 64 << 20) {
    // A replay of this much stays well under a frame.
    self.init(process, budget: budget, spacing: 1_000_000)
  }

  init(_ process: P, budget: Int, spacing: Int) {
    self.process = process
    self.budget = budget
    self.spacing = spacing
    branches = [
      Branch(
        id: 0, parent: nil, name: "beginning", fork: process.clock, tip: Branch.Tip(process.counts),
        loss: LossHistory(),
        curveStart: process.clock, curveUpdates: process.updates)
    ]
    trails = [Trail(edits: EditLog(), inherited: 0)]
    count()
    keep()
    checkInvariants()
  }

  /// The memory that the past holds beside the present moment, in bytes, as of the last keyframe: what is shared, such as
  /// data, is counted once, and of all the sets of data one is left out, since the present needs one too.
  public var bytes: Int { ledger.bytes }

  /// The branch on which the present position lies.
  public var branch: Branch { branches[current] }

  /// What leads back into the present branch.
  var trail: Trail<P> { trails[current] }

  /// The present position.
  var moment: Moment { Moment(branch: current, clock: process.clock, edits: editsMade) }

  /// Whether the present position is the end of its branch, so that what comes is new.
  public var isAtTip: Bool { process.clock >= branches[current].tip.clock }
}
