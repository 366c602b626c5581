import Experiments
import Foundation
import LinearAlgebra
import NeuralNetwork
import Testing
import Training

@testable import Session

/// Random ways through time with networks that hear themselves come back to identical bits; other ways with `SEED=1`, `SEED=2`, ….
@Suite struct FeedbackWalkTests {
  /// A place that was visited, and what was there.
  private struct Visit {
    let branch: Branch.ID
    let position: Position
    let lastEdit: Int
    let engine: Engine
  }

  private static let settlingActions: [LearningSession.Action] = [
    .settling(.flip(unit: 3)), .settling(.disturb), .settling(.cover), .settling(.store), .settling(.forget),
    .settling(.heat), .look(.next), .look(.previous), .change(.rule, by: 1), .change(.order, by: 1),
    .change(.temperature, by: 1), .change(.temperature, by: -1), .restart(newWeights: true),
    .restart(newWeights: false), .change(.patterns, by: 1), .set(.purpose, to: "queens"), .set(.purpose, to: "memory"),
  ]

  private static let recurrentActions: [LearningSession.Action] = [
    .change(.learningRate, by: 1), .change(.learningRate, by: -1), .change(.optimizer, by: 1),
    .change(.recurrentActivation, by: 1), .change(.truncation, by: -1), .change(.batch, by: -1),
    .setParameter(index: 5, to: 0.25), .restart(newWeights: true), .restart(newWeights: false),
    .change(.clipping, by: -1), .change(.recurrentUnits, by: -1),
  ]

  private static let steps: [LearningSession.Action] = [
    .step(back: false), .step(back: false), .step(back: false), .step(back: true), .step(back: true), .finerSteps,
    .coarserSteps, .toggleRun, .train(updates: 7), .train(updates: 40),
  ]

  /// What is to be equal: the state itself; of a training what it goes on with, for its workspace is computed anew.
  private func isEqual(_ a: Engine, _ b: Engine) -> Bool {
    switch (a, b) {
    case (.settling(let a), .settling(let b)): a == b
    case (.recurrent(let a), .recurrent(let b)):
      a.network == b.network && a.optimizer == b.optimizer && a.updates == b.updates && a.epoch == b.epoch
        && a.order == b.order && a.position == b.position && a.phase == b.phase && a.settings == b.settings
    case (.training, _), (.settling, _), (.recurrent, _): false
    }
  }

  @Test(
    arguments: [
      ("hopfield-letters", [], 1, 10_000), ("queens", ["settling.board=5"], 2, 10_000),
      (
        "echo", ["sequences.count=12", "sequences.test=4", "sequences.steps=8", "recurrent.units=4", "batch=4"], 3,
        10_000
      ),
    ] as [(String, [String], UInt64, Int)])
  func comesBackToTheSameBits(demo: String, sets: [String], seed: UInt64, moves: Int) throws {
    let seed = seed + (ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? 0)
    let opened = try Experiment.open(source: demo, sets: sets + ["history.budget=4"])
    var session = try LearningSession(opened.experiment, dataset: opened.dataset)
    var stream = RandomStream(seed: seed, purpose: .search)
    let kind = opened.experiment.kind
    let actions = Self.steps + (kind == .hopfield ? Self.settlingActions : Self.recurrentActions)
    var (visits, compared) = ([Visit](), 0)
    for move in 0..<moves {
      if session.run.history.branches.count > 24 {
        session = try LearningSession(opened.experiment, dataset: opened.dataset); visits = []
      }
      _ = session.perform(actions[stream.integer(below: actions.count)])
      guard stream.integer(below: 8) == 0 else { continue }
      if stream.integer(below: 2) == 0 || visits.isEmpty {
        let history = session.run.history
        visits.append(
          Visit(
            branch: history.current, position: history.position, lastEdit: history.lastEdit,
            engine: session.run.history.process.engine))
        if visits.count > 30 { visits.removeFirst() }
      } else {
        let visit = visits[stream.integer(below: visits.count)]
        guard session.run.history.reaches(visit.branch) else { continue }
        session.run.go(to: visit.position, of: visit.branch)
        guard session.run.history.position == visit.position, session.run.history.lastEdit == visit.lastEdit else {
          continue
        }
        compared += 1
        #expect(isEqual(session.run.history.process.engine, visit.engine), "seed \(seed), move \(move)")
      }
    }
    #expect(compared > moves / 100, "\(compared) comparisons")
  }

  /// What is saved goes on exactly as it would have.
  @Test(arguments: ["hopfield-letters", "queens", "map-colouring", "hopfield-capacity", "echo", "sine-wave"])
  func goesOnAsItWasLeft(demo: String) throws {
    let opened = try Experiment.open(source: demo)
    var session = try LearningSession(opened.experiment, dataset: opened.dataset)
    if session.run.history.process.settler != nil {
      _ = session.perform(.settling(.disturb))
      _ = session.perform(.settling(.store))
    }
    if !session.isRunning { _ = session.perform(.toggleRun) }
    _ = session.perform(.train(updates: 25))
    let saved = try #require(session.savedRun)
    let back = try saved.open(path: "x")
    var next = try LearningSession(back.experiment, dataset: back.dataset)
    _ = next.perform(.resumed(back))
    for _ in 0..<3 {
      #expect(
        next.run.history.process.point.values.map(\.bitPattern)
          == session.run.history.process.point.values.map(\.bitPattern))
      for _ in 0..<5 {
        _ = session.perform(.step(back: false))
        _ = next.perform(.step(back: false))
      }
    }
    #expect(next.run.history.process.updates == session.run.history.process.updates)
  }
}
