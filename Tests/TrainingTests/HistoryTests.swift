import Datasets
import NeuralNetwork
import Testing

@testable import Training

@Suite struct HistoryTests {
  @Test(arguments: Optimizer.Kind.allCases)
  func theLastStepIsUndoneExactly(optimizer: Optimizer.Kind) {
    let settings = TrainingSettings(optimizer: optimizer, learningRate: 0.01, batch: .samples(4))
    var history = History(someTrainer([2, 3, 2, 1], settings), budget: 1 << 20, spacing: 4_000)
    var states: [Int: Fingerprint] = [:]
    for _ in 0..<400 {
      history.advance()
      states[history.trainer.clock] = Fingerprint(history.trainer)
    }
    for clock in stride(from: 400, to: 0, by: -1) {
      history.go(to: clock)
      #expect(Fingerprint(history.trainer).differences(from: states[clock]!) == [], "clock \(clock)")
    }
  }

  @Test(arguments: Granularity.allCases, [BatchSize.samples(1), .samples(5), .all])
  func backUndoesForward(granularity: Granularity, batch: BatchSize) {
    var history = History(someTrainer([2, 3, 2], TrainingSettings(batch: batch)), budget: 1 << 20, spacing: 1_000)
    var passed: [(Position, Fingerprint)] = []
    for _ in 0..<60 {
      passed.append((history.position, Fingerprint(history.trainer)))
      history.forward(by: granularity)
      #expect(history.position != passed.last!.0)
    }
    for (position, state) in passed.reversed() {
      history.back(by: granularity)
      #expect(history.position == position)
      #expect(Fingerprint(history.trainer).differences(from: state) == [])
    }
  }

  /// Whoever comes back to the end of a training that broke off finds it broken off, until something is changed there.
  @Test(arguments: [Granularity.layer, .update])
  func aDivergenceIsFoundAgain(granularity: Granularity) {
    let settings = TrainingSettings(learningRate: 1e30, batch: .samples(4))
    let network = someNetwork([2, 8, 1], [.rectifier, .leakyRectifier])
    var history = History(Trainer(network: network, data: someData(rows: 50), settings: settings, seed: 1))
    while !history.process.isStill { history.forward(by: granularity) }
    let end = history.process.clock
    let found = history.process.divergence?.description
    #expect(found != nil)
    history.go(to: 0)
    #expect(!history.process.isStill)
    history.go(to: end)
    #expect(history.process.divergence?.description == found)
    history.back(by: .update)
    while !history.isAtTip { history.forward(by: granularity) }
    #expect(history.process.divergence?.description == found)

    var calmer = settings
    calmer.learningRate = 1e-3
    history.make(.settings(calmer))
    #expect(!history.process.isStill)
    history.go(to: 0)
    history.go(to: end)
    #expect(!history.process.isStill && history.process.learningRate == 1e-3)
    history.forward(by: .update)
    #expect(history.process.updates > 0)
  }

  @Test func unitsAreShownOneByOne() {
    var history = History(someTrainer([2, 3, 2], TrainingSettings(batch: .all)))
    var seen: [[Int]] = []
    for _ in 0..<14 {
      history.forward(by: .neuron)
      seen.append([history.trainer.clock, history.revealed ?? 0])
    }
    #expect(
      seen == [
        [1, 0], [2, 1], [2, 2], [2, 0], [3, 1], [3, 0], [4, 0], [5, 1], [5, 0], [6, 1], [6, 2], [6, 0], [7, 0], [8, 0],
      ])
  }

  @Test func samplesAreShownBeforeTheirUpdate() {
    var history = History(someTrainer([2, 3, 1], TrainingSettings(batch: .samples(3), shuffle: false), rows: 5))
    var seen: [[Int]] = []
    for _ in 0..<8 {
      history.forward(by: .sample)
      seen.append([history.trainer.updates, history.walk?.row ?? -1])
    }
    #expect(seen == [[0, 0], [0, 1], [0, 2], [1, -1], [1, 3], [1, 4], [2, -1], [2, 0]])
  }

  @Test(arguments: [BatchSize.samples(1), .samples(6), .all])
  func walkEndsInTheGradientOfTheBatch(batch: BatchSize) {
    var trainer = someTrainer([2, 4, 3, 2], TrainingSettings(batch: batch, dropout: [0.3, 0.5]))
    for _ in 0..<7 { trainer.step() }
    let walk = SampleWalk(of: trainer, count: .max)
    while trainer.phase != .update { trainer.advance() }
    #expect(walk.share.values.map(\.bitPattern) == trainer.gradient.values.map(\.bitPattern))
    #expect(walk.rows == Array(trainer.batchRows))
  }

  @Test func aChangeInThePastStartsABranch() {
    var history = History(someTrainer())
    for _ in 0..<20 { history.step() }
    let (tip, weights) = (history.trainer.clock, history.trainer.network)
    history.go(to: history.trainer.clock / 2)
    var settings = history.trainer.settings
    settings.learningRate = 0.3
    history.make(.settings(settings))
    #expect(history.branches.map(\.name) == ["beginning", "settings"])
    #expect(history.branch.parent == 0)
    for _ in 0..<30 { history.step() }
    #expect(history.branches[0].tip.clock == tip)
    history.go(toTipOf: 0)
    #expect(history.trainer.network == weights)
    #expect(history.trainer.clock == tip)
    #expect(history.trainer.settings.learningRate == 0.03)
    history.go(toTipOf: 1)
    #expect(history.trainer.settings.learningRate == 0.3)
    #expect(history.branch.loss.batches.buckets.count == history.trainer.updates)
    #expect(history.branch.loss.marks.map(\.label) == ["settings"])
  }

  @Test func aChangeAtTheTipStaysOnItsBranch() {
    var history = History(someTrainer())
    for _ in 0..<20 { history.step() }
    let before = Fingerprint(history.trainer)
    history.make(.activations([.tanh, .tanh, .sigmoid]))
    for _ in 0..<20 { history.step() }
    #expect(history.branches.count == 1)
    history.back(by: .epoch)
    let clock = history.trainer.clock
    for _ in 0..<30 { history.back(by: .update) }
    #expect(history.trainer.clock < clock)
    #expect(history.trainer.network.activations == [.sigmoid, .sigmoid, .sigmoid])
    #expect(history.lastEdit == 0)
    history.go(to: before.counters[0] + 1)
    #expect(history.trainer.network.activations == [.tanh, .tanh, .sigmoid])
    #expect(history.lastEdit == 1)
  }

  @Test func everyUpdateOfTheCurveIsFound() {
    var history = History(someTrainer(), budget: 1 << 20, spacing: 5_000)
    for _ in 0..<30 { history.step() }
    history.make(.trainer(someTrainer([2, 4, 1])))
    var states = [Fingerprint(history.trainer)]
    for update in 1...200 {
      history.step()
      if update == 50 {
        for _ in 0..<3 { history.advance() }
        history.make(.parameter(index: 0, value: 0.5))
        states.append(states[49])
      } else {
        states.append(Fingerprint(history.trainer))
      }
    }
    for update in [200, 3, 199, 120, 51, 49, 0, 1, 77, 200] {
      history.go(toUpdate: update)
      #expect(history.trainer.updates == update)
      #expect(Fingerprint(history.trainer).differences(from: states[update]) == [], "update \(update)")
    }
  }

  @Test func anotherNetworkTakesOverAndCanBeTakenBack() {
    var history = History(someTrainer())
    for _ in 0..<9 { history.step() }
    let before = Fingerprint(history.trainer)
    history.make(.trainer(someTrainer([2, 5, 1], seed: 8)))
    #expect(history.branches.map(\.name) == ["beginning", "network 2-3-2-1 → 2-5-1"])
    #expect(history.branch.loss.batches.buckets.isEmpty)
    for _ in 0..<9 { history.step() }
    #expect(history.trainer.updates == 9)
    for _ in 0..<9 { history.back(by: .update) }
    #expect(history.trainer.network.layout.sizes == [2, 5, 1])
    history.back(by: .layer)
    history.go(toTipOf: 0)
    #expect(Fingerprint(history.trainer).differences(from: before) == [])
  }

  @Test func noChangeIsNoBranch() {
    var history = History(someTrainer())
    for _ in 0..<5 { history.step() }
    history.go(to: 3)
    history.make(.settings(history.trainer.settings))
    #expect(history.branches.count == 1)
    #expect(history.trainer.clock == 3)
    #expect(history.trainer.phase != .input)
  }
}

/// Memory stays within its bound, and what is out of reach is said.
@Suite struct HistoryMemoryTests {
  @Test(arguments: [120_000, 300_000])
  func staysWithinItsBudget(budget: Int) {
    var history = History(someTrainer([4, 8, 4, 2]), budget: budget, spacing: 2_000)
    var worst = 0
    for _ in 0..<6_000 {
      history.step()
      worst = max(worst, history.bytes)
    }
    #expect(worst <= budget)
    #expect(history.bytes > budget / 4)
    let kept = history.trail.keyframes.count
    #expect(kept > 10)
  }

  @Test func saysHowFarBackItReaches() {
    var history = History(someTrainer([4, 8, 4, 2]), budget: 120_000, spacing: 200)
    for _ in 0..<20_000 { history.step() }
    #expect(history.reach > 0)
    #expect(history.reach < history.trainer.clock - 200)
    history.go(to: 0)
    #expect(history.trainer.clock == history.reach)
    history.back(by: .epoch)
    #expect(history.trainer.clock == history.reach)
    history.forward(by: .epoch)
    #expect(history.trainer.clock > history.reach)
  }

  @Test func keepsTheRecentDenseAndTheOldSparse() {
    var history = History(someTrainer([4, 8, 4, 2]), budget: 140_000, spacing: 2_000)
    for _ in 0..<6_000 { history.step() }
    let works = history.trail.keyframes.map(\.work)
    let gaps = zip(works.dropFirst(), works).map { $0 - $1 }
    #expect(gaps.suffix(3).max() ?? 0 < gaps.prefix(3).min() ?? 0)
    #expect(gaps.max() ?? 0 <= 200 * 2_000 + 10_000)
  }

  @Test func forgetsTheChangesItCannotReach() {
    var history = History(someTrainer(), budget: 200_000, spacing: 200)
    for seed in 0..<200 {
      history.make(.data(someData(rows: 100, seed: UInt64(seed))))
      for _ in 0..<20 { history.step() }
      #expect(history.bytes <= 200_000)
    }
    #expect(history.reach > 0)
    let end = Fingerprint(history.trainer)
    history.go(to: history.reach)
    history.go(to: history.branch.tip.clock)
    #expect(Fingerprint(history.trainer).differences(from: end) == [])
  }
}
