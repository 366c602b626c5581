/// A value that goes on by one deterministic phase at a time and takes changes from outside between two phases.
///
/// `History` keeps the past of any such value: stepping back, branches, curves and the bound on memory come with these
/// members. Equal values go on equally: no clock, no thread and no file has a say. All but the first members have
/// defaults, by which every phase is a step, an update and an epoch.
public protocol Process: Sendable {
  /// A change from outside.
  associatedtype Edit: Sendable
  /// A step taken sample by sample; `Never` where there is no such thing.
  associatedtype Walk: StepWalk = Never

  /// The phases performed since the beginning, whatever has been changed meanwhile.
  var clock: Int { get }
  /// Performs one phase. Where it `isStill`, nothing changes.
  mutating func advance()
  /// Performs a change; the clock stays. A step that has begun may begin anew.
  mutating func apply(_ edit: Edit)
  /// What a change does, in a few words: `η 0.03 → 0.1`.
  func name(of edit: Edit) -> String

  // Coarser counts.

  /// The updates made, as a curve counts them.
  var updates: Int { get }
  /// The epochs completed.
  var epoch: Int { get }
  /// The clock at which the present step began, or the last one where none has begun.
  var stepStart: Int { get }
  /// The clock at which the present epoch began, or the last one where none has begun.
  var epochStart: Int { get }
  /// The most phases that lead from one step's beginning to the next.
  var phasesPerStep: Int { get }
  /// Whether the next phase begins a step.
  var isBetweenSteps: Bool { get }
  /// Whether the next phase begins an epoch.
  var isBetweenEpochs: Bool { get }
  /// Whether it can go on no more until it is changed.
  var isStill: Bool { get }

  // Going on in one go.

  /// One step or more, up to a number of them, exactly as `advance` makes them; none but the last ends an epoch.
  ///
  /// - Parameter costs: room for the cost of each update that is made.
  /// - Returns: the number of steps made.
  @discardableResult
  mutating func stride(upTo limit: Int, costs: UnsafeMutablePointer<Float>?) -> Int
  /// Phases up to a clock, exactly as `advance` makes them; fewer where so much work is done and a step has ended, or where it is
  /// still.
  ///
  /// - Returns: the work done.
  mutating func replay(to clock: Int, work: Int) -> Int
  /// The counts of the present moment, all at once.
  var counts: ProcessCounts { get }
  /// The cost of the last update; nil where there is no such thing.
  var cost: Float? { get }
  /// The work done, in multiply-adds, roughly. Only differences between two moments have a meaning, and only where nothing
  /// was changed in between.
  var effort: Int { get }
  /// The work of a whole step.
  var effortPerStep: Int { get }

  // Being kept.

  /// A copy without what the next step computes anew. Asked for between two steps only.
  func bare() -> Self
  /// A bare copy made ready to go on.
  func restored() -> Self
  /// The phases within which all that the last step left, and a bare copy lacks, is computed anew; 0 where it left nothing.
  var settling: Int { get }
  /// The memory that a bare copy holds.
  var footprint: Footprint { get }

  // Changes.

  /// Whether a change would change anything.
  func isChanged(by edit: Edit) -> Bool
  /// Whether with a change another process takes over, so that its costs stand beside the old one's.
  static func takesOver(with edit: Edit) -> Bool
  /// Whether with a change its costs mean something else, so that they begin a curve of their own.
  func startsCurve(with edit: Edit) -> Bool
  /// A change without what is not needed to make it again.
  static func bare(_ edit: Edit) -> Edit
  /// The memory that a change holds.
  static func footprint(of edit: Edit) -> Footprint

  // The parts of a phase and of a step.

  /// The units that the last phase was about, where there are several to be shown one by one.
  var units: Int? { get }
  /// The samples that the next step takes.
  var samplesAhead: Int { get }
  /// The next step's samples, taken up to a number of them; nil where it cannot be taken so.
  func walk(showing count: Int) -> Walk?
}

/// A step taken sample by sample, before it is made.
public protocol StepWalk: Sendable {
  /// How many samples are shown.
  var count: Int { get }
  /// Shows one sample more; does nothing after the last.
  mutating func next()
}

extension Never: StepWalk {
  /// Never asked for: there is no such walk.
  public var count: Int { switch self {} }
  /// Never called: there is no such walk.
  public mutating func next() { switch self {} }
}
