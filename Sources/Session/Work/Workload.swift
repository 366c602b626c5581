import Experiments
import NeuralNetwork
import Training

/// How much the actions of a session take, counted in multiply-adds and never by the clock, so that it is the same on every
/// machine; and what of it may be done while somebody waits.
public struct Workload {
  let session: LearningSession
  var run: Run { session.run }

  /// The work that a session's actions make now.
  public init(of session: LearningSession) { self.session = session }

  /// Whether an action takes more than the session's `patience`: then it is left to be done as a `SessionWork`.
  public func isLong(_ action: LearningSession.Action) -> Bool {
    session.patience.map { work(of: action) > $0 } ?? false
  }

  /// How many of the next updates can be made at once, up to a number of them; 0 where even one takes long.
  public func quickUpdates(upTo limit: Int) -> Int {
    guard let patience = session.patience else { return limit }
    if session.scene.ownsSteps {
      return min(limit, max(0, patience - workOfStandings) / max(1, workOfSurfaceStep))
    }
    let quick = min(limit, patience / max(1, workOfUpdate))
    return workOfMeasuring > patience ? min(quick, run.history.process.cadence.updatesToPoint - 1) : quick
  }

  /// How many of the next updates are one piece of long work: some patiences of them, or one update.
  public func longUpdates(upTo limit: Int) -> Int {
    guard let patience = session.patience else { return limit }
    func affordable(_ work: Int) -> Int { max(1, Self.patiencesOfWork * patience / max(1, work)) }
    if session.scene.ownsSteps { return max(1, min(limit, affordable(workOfSurfaceStep))) }
    return max(1, min(limit, affordable(workOfUpdate), run.history.process.cadence.updatesToPoint))
  }

  private static let patiencesOfWork = 8

  /// Whether the session has come to stand still without having been measured, since that takes long: `.measure` is due.
  public var awaitsMeasuring: Bool {
    !session.isRunning && leavesMeasuring && run.measured != run.history.process.updates
  }

  /// Whether measuring is left to be done beside.
  var leavesMeasuring: Bool { session.patience.map { workOfMeasuring > $0 } ?? false }

  /// About how many multiply-adds an action takes.
  func work(of action: LearningSession.Action) -> Int {
    switch action {
    case .toggleRun, .finerSteps, .coarserSteps, .pace, .patience, .look(.none), .look(.next), .look(.previous),
      .look(.row), .look(.random), .look(.ofClass):
      0
    case .train(let updates): work(ofTraining: updates)
    case .measure, .look(.worst): workOfMeasuring
    case .step(let back): work(ofStepBack: back)
    case .change(let setting, _, _) where setting.isOfTheLook: 0
    case .surface(let action): work(onSurface: action)
    case .timeline(let action): action.isInPlace ? 0 : work(ofUpdates: Self.updatesOfReplay) + workOfChange
    case .settling(.tryManyTimes): workOfTrials
    case .restart, .change, .set, .nextBatchMode, .toggleInput, .changeColumn, .unseal, .setParameter, .toggleTwin,
      .lesson, .checkGradient, .settling, .rows, .loaded, .resumed:
      workOfChange
    }
  }

  private func work(ofTraining updates: Int) -> Int {
    guard !session.scene.ownsSteps else { return work(ofSurfaceSteps: updates) }
    let cadence = run.history.process.cadence
    let measured = cadence.updatesToPoint <= updates || cadence.isQuicklyMeasured ? workOfMeasuring : 0
    return work(ofUpdates: updates) + measured
  }

  private func work(ofStepBack back: Bool) -> Int {
    guard !session.scene.ownsSteps else { return back ? workOfSurfaceReplay : work(ofSurfaceSteps: 1) }
    let updates = session.granularity == .epoch ? run.history.process.cadence.updatesToEpochEnd : 1
    return work(ofUpdates: updates) + workOfMeasuring
  }

  /// A change is measured, and a step that has begun is made again.
  var workOfChange: Int { workOfUpdate + workOfMeasuring + workOfCapacity }

  /// From the keyframe before to a moment of the past it is some updates.
  private static let updatesOfReplay = 4

  /// A hundred settlings of some sweeps.
  private var workOfTrials: Int {
    run.history.process.settler.map { 1000 * $0.network.count * $0.effortPerStep } ?? 0
  }

  /// The multiply-adds of one update, the twin's with it.
  private var workOfUpdate: Int {
    let passes = run.history.process.training?.settings.optimizer.passesPerUpdate ?? 1
    return run.history.process.effortPerStep * passes * (run.twin == nil ? 1 : 2)
  }

  /// The multiply-adds of some updates; a number that is large where they cannot be counted.
  private func work(ofUpdates updates: Int) -> Int { Self.product(workOfUpdate, updates) }

  static func product(_ work: Int, _ times: Int) -> Int {
    let (product, isTooMuch) = work.multipliedReportingOverflow(by: times)
    return isTooMuch ? .max / 4 : min(product, .max / 4)
  }

  /// The multiply-adds of measuring both parts, the twin's with them.
  var workOfMeasuring: Int { run.history.process.cadence.measuringWork * (run.twin == nil ? 1 : 2) }

  /// What is found out anew about random patterns after a change, where there are such.
  private var workOfCapacity: Int {
    guard let settler = run.history.process.settler, run.findings.capacity != nil else { return 0 }
    return 1000 * settler.network.count * settler.network.count
  }
}

extension Setting {
  /// Whether it is how a run is looked at, so that nothing has to be computed anew.
  var isOfTheLook: Bool { key == Setting.speed.key }
}

extension Timeline.Action {
  /// Whether the present position stays.
  fileprivate var isInPlace: Bool {
    switch self {
    case .toggle, .select: true
    case .move, .toFirst, .toLast, .scrub, .choose, .leave: false
    }
  }
}
