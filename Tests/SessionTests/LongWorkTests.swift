import Experiments
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

@testable import Session

/// What takes long is done to a copy of the session beside the loop. Nothing here looks at a clock: work is counted, and when
/// a piece of it ends is left to chance.
@Suite struct LongWorkTests {
  /// The loop of the program with time left out of it.
  private struct Loop {
    var session: LearningSession
    var work = LongWork()
    var underWay: SessionWork?
    /// What has really been done, in the order in which it counts.
    var done: [LearningSession.Action] = []
    private var meanwhile: [LearningSession.Action] = []

    init(_ session: LearningSession) { self.session = session }

    mutating func press(_ action: LearningSession.Action) {
      if Workload(of: session).isLong(action) { return ask(action) }
      _ = session.perform(action)
      if work.isIdle { done.append(action) } else { meanwhile.append(action) }
      if work.note(action) { drop() }
    }

    private mutating func drop() {
      done += meanwhile
      (meanwhile, underWay) = ([], nil)
    }

    private mutating func ask(_ action: LearningSession.Action) {
      if case .begin(let next) = work.ask(action, of: session) {
        drop()
        underWay = next
      }
    }

    mutating func finish() {
      guard var work = underWay else { return }
      work.perform()
      self.work.finish(&work)
      session = work.session
      done += [work.action] + meanwhile
      (meanwhile, underWay) = ([], nil)
      while let next = self.work.takeWaiting() { press(next) }
    }

    /// Trains as the loop does in its slices; returns the updates made at once.
    mutating func train(upTo limit: Int) -> Int {
      guard work.isIdle else { return 0 }
      if Workload(of: session).awaitsMeasuring { ask(.measure) }
      guard work.isIdle, session.isRunning else { return 0 }
      let quick = Workload(of: session).quickUpdates(upTo: limit)
      press(.train(updates: quick > 0 ? quick : Workload(of: session).longUpdates(upTo: limit)))
      return quick
    }
  }

  private static let demos = ["xor", "circle", "iris", "sine", "echo", "queens", "hopfield-letters"]

  private static func session(_ demo: String) throws -> LearningSession {
    let opened = try Experiment.open(source: demo)
    var session = try LearningSession(opened.experiment, dataset: opened.dataset)
    _ = session.begin()
    return session
  }

  private static func action(_ chance: inout RandomStream) -> LearningSession.Action {
    let settings: [Setting] = [.learningRate, .optimizer, .activation, .cost, .speed, .units]
    switch chance.next() % 20 {
    case 0...2: return .toggleRun
    case 3: return .step(back: false)
    case 4: return .step(back: true)
    case 5: return .finerSteps
    case 6: return .coarserSteps
    case 7...10: return .change(settings[Int(chance.next() % UInt64(settings.count))], by: 1)
    case 11: return .restart(newWeights: chance.next() % 2 == 0)
    case 12: return .timeline(.toggle)
    case 13: return .timeline(.move(-20))
    case 14: return .look(.next)
    case 15: return .setParameter(index: 0, to: Float(chance.next() % 100) / 50)
    case 16: return .surface(.zoom(by: 0.5))
    case 17: return .surface(.toggleRace)
    default: return .nextBatchMode
    }
  }

  @Test(arguments: demos, [UInt64](1...4)) func itIsWhatWouldHaveBeenDoneAtOnce(_ demo: String, _ seed: UInt64) throws {
    let first = try Self.session(demo)
    var loop = Loop(first)
    var chance = RandomStream(seed: seed, purpose: .data)
    let patience = [0, 3000, 40_000][Int(seed) % 3]
    loop.press(.patience(patience))
    for _ in 0..<150 {
      switch chance.next() % 4 {
      case 0: loop.press(Self.action(&chance))
      case 1: loop.finish()
      default:
        let before = loop.session.run.history.process.counts
        let made = loop.train(upTo: 40)
        let now = loop.session.run.history.process.counts
        if made > 0, !loop.session.scene.ownsSteps {
          #expect(now.effort - before.effort <= patience, "\(demo), seed \(seed): \(made) updates at once")
        }
      }
    }
    while loop.underWay != nil { loop.finish() }
    if Workload(of: loop.session).awaitsMeasuring { _ = loop.train(upTo: 1) }
    loop.finish()

    var plain = first
    for action in loop.done {
      if case .patience = action { continue }
      _ = plain.perform(action)
    }
    expectEqual(loop.session, plain, "\(demo), seed \(seed)")
  }

  private func expectEqual(_ one: LearningSession, _ other: LearningSession, _ words: String) {
    let (mine, theirs) = (one.run.history, other.run.history)
    #expect(mine.process.counts == theirs.process.counts, "\(words)")
    #expect(mine.process.point.values.map(\.bitPattern) == theirs.process.point.values.map(\.bitPattern), "\(words)")
    #expect(mine.branches.map(\.loss) == theirs.branches.map(\.loss), "\(words)")
    #expect(mine.current == theirs.current && mine.position == theirs.position, "\(words)")
    #expect(one.run.training == other.run.training && one.run.test == other.run.test, "\(words)")
    #expect(one.isRunning == other.isRunning && one.granularity == other.granularity, "\(words)")
    let (race, plainRace) = (one.scene.race, other.scene.race)
    #expect(race?.steps == plainRace?.steps && one.scene.axes == other.scene.axes, "\(words)")
    #expect(race?.costs.map(\.bitPattern) == plainRace?.costs.map(\.bitPattern), "\(words)")
    #expect(race?.racers.map(\.position) == plainRace?.racers.map(\.position), "\(words)")
    #expect(one.timeline == other.timeline && one.run.lookedAt(one) == other.run.lookedAt(other), "\(words)")
  }

  /// Six layers of 1024 and the whole training part in one batch: neither an update nor measuring is done at once, but Space is.
  @Test func ofALargeNetworkNothingLongIsDoneAtOnce() throws {
    let sets = ["network.hidden=[1024,1024,1024,1024,1024,1024]", "batch=all", "data.samples=8"]
    let opened = try Experiment.open(source: "circle", sets: sets)
    var session = try LearningSession(opened.experiment, dataset: opened.dataset)
    #expect(
      !Workload(of: session).isLong(.train(updates: 1)) && Workload(of: session).quickUpdates(upTo: 9) == 9,
      "nobody waits")
    _ = session.perform(.patience(20_000_000))
    #expect(Workload(of: session).quickUpdates(upTo: 9) == 0 && Workload(of: session).longUpdates(upTo: 9) == 1)
    let long: [LearningSession.Action] = [
      .train(updates: 1), .measure, .step(back: false), .restart(newWeights: true), .change(.learningRate, by: 1),
      .nextBatchMode, .timeline(.move(-1)), .look(.worst),
    ]
    for action in long { #expect(Workload(of: session).isLong(action), "\(action)") }
    for action: LearningSession.Action in [
      .toggleRun, .finerSteps, .change(.speed, by: 1), .look(.next), .timeline(.toggle),
    ] {
      #expect(!Workload(of: session).isLong(action), "\(action)")
    }
  }

  @Test func aRaceIsCountedByItsRacers() throws {
    let opened = try Experiment.open(source: "circle", sets: ["network.hidden=[256,256]", "batch=all"])
    var session = try LearningSession(opened.experiment, dataset: opened.dataset)
    _ = session.perform(.patience(4 * session.run.history.process.effortPerStep))
    #expect(Workload(of: session).quickUpdates(upTo: 1000) == 4 && !Workload(of: session).isLong(.step(back: false)))
    _ = session.perform(.surface(.toggleRace))
    #expect(session.scene.race?.racers.count == 6)
    #expect(Workload(of: session).quickUpdates(upTo: 1000) == 0 && Workload(of: session).isLong(.step(back: false)))
    _ = session.perform(.surface(.changeAxes(by: 3, parameters: nil)))
    while session.scene.function == nil { _ = session.perform(.surface(.changeAxes(by: 1, parameters: nil))) }
    #expect(Workload(of: session).quickUpdates(upTo: 1000) == 1000, "a test function is quick")
  }

  @Test func manySamplesAreMeasuredBesideAndTrainedOnAtOnce() throws {
    let opened = try Experiment.open(source: "spiral", sets: ["data.samples=100000"])
    var session = try LearningSession(opened.experiment, dataset: opened.dataset)
    _ = session.perform(.patience(1_000_000))
    let toPoint = session.run.history.process.cadence.updatesToPoint
    #expect(Workload(of: session).quickUpdates(upTo: 1 << 20) < toPoint)
    _ = session.perform(.train(updates: Workload(of: session).quickUpdates(upTo: 1 << 20)))
    #expect(session.run.history.branch.loss.training.buckets.count == 1, "nothing was measured but the beginning")
    _ = session.perform(.toggleRun)
    #expect(!session.isRunning && Workload(of: session).awaitsMeasuring)
    _ = session.perform(.measure)
    #expect(!Workload(of: session).awaitsMeasuring)
  }
}

extension Run {
  /// The row that is looked at, where there are rows.
  fileprivate func lookedAt(_ session: LearningSession) -> Int? {
    history.process.kind == .feedforward ? lookedAt : nil
  }
}
