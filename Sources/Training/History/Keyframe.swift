/// A point in time that is kept whole.
struct Keyframe<P: Process>: Sendable {
  let clock: Int
  /// The updates made.
  let updates: Int
  /// How many edits of its path had been made.
  let edits: Int
  /// The work that led from the beginning of its path to it.
  let work: Int
  /// The history's total work when it was taken: old keyframes are thinned out, whichever branch they are of.
  let stamp: Int
  /// Its share of the budget, what it shares with others not counted, in bytes.
  let own: Int
  /// The phases within which all that the last step leaves is computed anew; 0 where nothing was left.
  let settling: Int
  private let bare: Bare

  /// One reference for a whole process, so that a keyframe is quickly moved about.
  private final class Bare: Sendable {
    let process: P
    init(_ process: P) { self.process = process }
  }

  /// Takes one between two steps.
  init(of process: P, edits: Int, work: Int, stamp: Int) {
    precondition(process.isBetweenSteps, "a keyframe is taken between two steps, not at \(process.clock)")
    clock = process.clock
    updates = process.updates
    self.edits = edits
    self.work = work
    self.stamp = stamp
    settling = process.settling
    own = Keyframe.bytes(of: process)
    bare = Bare(process.bare())
  }

  /// What a keyframe of a process takes of the budget, what it shares with others not counted.
  static func bytes(of process: P) -> Int { process.footprint.own + MemoryLayout<Keyframe>.stride }

  /// The memory that it holds.
  var footprint: Footprint {
    var footprint = bare.process.footprint
    footprint.own = own
    return footprint
  }

  /// The process as it was, but for what its last step had left.
  var process: P { bare.process.restored() }

  /// Whether a replay from here reaches a clock with every number as it was.
  func leads(to target: Int) -> Bool { clock + settling <= target }
}
