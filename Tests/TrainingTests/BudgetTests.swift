import Datasets
import Foundation
import NeuralNetwork
import Testing

@testable import Training

/// The past takes no more than its budget, whatever it has to keep.
@Suite struct BudgetTests {
  /// Data come and go: those that only the past needs count once, and are let go of in time.
  @Test(arguments: [10, 100, 1_000, 4_000]) func setsOfDataCount(rows: Int) {
    var history = History(someTrainer(rows: rows), budget: 400_000, spacing: 1_000)
    for seed in 0..<40 {
      history.make(.data(someData(rows: rows, seed: UInt64(seed))))
      history.step(times: 10)
      #expect(history.bytes <= 400_000, "\(rows) rows, after \(seed) sets")
    }
    let bytes = history.bytes
    history.count()
    #expect(history.bytes <= bytes)
    #expect(rows == 4_000 || history.trail.keyframes.count > 2)
  }

  /// Keyframes share their data by reference; a hundred of them count it not even once.
  @Test func oneSetOfDataIsFree() {
    var history = History(someTrainer(rows: 100_000), budget: 1 << 20, spacing: 1_000)
    history.step(times: 300)
    #expect(history.trail.keyframes.count > 100)
    #expect(history.bytes < 1 << 20)
    let first = history.trail.keyframes[0].process.data.training.inputs.elements.withUnsafeBytes { $0.baseAddress }
    let present = history.trainer.data.training.inputs.elements.withUnsafeBytes { $0.baseAddress }
    #expect(first == present)
  }

  /// Other networks that took over count with all their weights, and so do all branches.
  @Test func whatTookOverCounts() {
    var history = History(someTrainer(), budget: 300_000, spacing: 1_000)
    for seed in 0..<60 {
      history.make(.trainer(someTrainer([2, 20 + seed, 20, 1], rows: 500, seed: UInt64(seed))))
      history.step(times: 5)
      history.back(by: .update)
      history.make(.parameters(someNetwork(history.trainer.network.layout.sizes).parameters))
      #expect(history.bytes <= 300_000, "after \(seed) networks")
    }
    #expect(history.branches.contains { !history.reaches($0.id) })
    let end = Fingerprint(history.trainer)
    history.step(times: 3)
    history.go(to: history.trainer.clock - 3 * history.trainer.phasesPerStep + 3)
    #expect(Fingerprint(history.trainer).differences(from: end) == [])
  }

  /// A network of which not one keyframe fits has no past, and goes on.
  @Test func whereNothingFitsThereIsNoPast() {
    var history = History(someTrainer([2, 200, 200, 1]), budget: 100_000, spacing: 1_000)
    history.step(times: 9)
    let here = Fingerprint(history.trainer)
    #expect(history.reach == history.trainer.clock && history.firstUpdate == 9 && history.bytes <= 100_000)
    for granularity in Granularity.allCases where granularity != .neuron && granularity != .sample {
      history.back(by: granularity)
    }
    history.go(toUpdate: 2)
    history.make(.parameter(index: 0, value: 0.5))
    #expect(Fingerprint(history.trainer).differences(from: here).contains { $0.hasPrefix("parameters") })
    #expect(history.branches.count == 1)
    history.stepInView()
    #expect(history.trainer.updates == 10)
  }

  /// Thousands of changes of one run stay within the budget: of those that nothing leads back through no more is kept than how
  /// many there were, and what they share counts once.
  @Test func thousandsOfChangesStayWithinTheBudget() {
    var history = History(someTrainer(rows: 300), budget: 300_000, spacing: 1_000)
    var settings = history.trainer.settings
    var most = 0
    for number in 1...3_000 {
      settings.learningRate = number % 2 == 0 ? 0.1 : 0.2
      history.make(.settings(settings))
      history.step()
      #expect((1...300_000).contains(history.bytes), "after \(number) changes")
      #expect(history.lastEdit == number && history.trail.edits.count == number)
      most = max(most, history.trail.edits.known.count)
      if number % 500 == 0 {
        history.countCurve()
        let bytes = history.bytes
        history.count()
        #expect(history.bytes == bytes, "counted anew after \(number) changes")
      }
    }
    #expect(most < 2_500 && history.trail.edits.forgotten > 0)
    let (tip, updates) = (Fingerprint(history.trainer), history.trainer.updates)
    history.go(toUpdate: history.firstUpdate)
    #expect(history.trainer.updates < updates)
    history.go(toTipOf: history.current)
    #expect(Fingerprint(history.trainer).differences(from: tip) == [])
  }

  /// What is counted bit by bit is what counting anew finds.
  @Test(arguments: [UInt64(11), 12]) func theLedgerIsRight(seed: UInt64) {
    var walk = RandomMoves(Trainer.self, seed: seed, budget: 8 << 20, spacing: 2_000)
    for _ in 0..<12 {
      walk.run(50)
      walk.history.countCurve()
      let bytes = walk.history.bytes
      walk.history.count()
      #expect(abs(walk.history.bytes - bytes) <= 60_000, "seed \(seed)")
    }
  }

  @Test func aSavedCurveGoesOn() throws {
    var history = History(someTrainer())
    history.step(times: 30)
    history.record(training: 0.3, test: .nan)
    let file = try JSONEncoder().encode(history.branch.loss)
    let loss = try JSONDecoder().decode(LossHistory.self, from: file)
    #expect(loss == history.branch.loss)
    let checkpoint = Checkpoint(of: history.trainer)
    var resumed = History(
      try #require(Trainer(checkpoint, data: history.trainer.data, settings: history.trainer.settings)))
    resumed.resume(loss)
    history.step(times: 10)
    resumed.step(times: 10)
    #expect(resumed.branch.loss == history.branch.loss)
    #expect(resumed.firstUpdate == 30)
    resumed.go(toUpdate: 5)
    #expect(resumed.trainer.updates == 30)
    #expect(history.process(atTipOf: 0) == history.trainer)
  }
}
