import Datasets
import NeuralNetwork
import Testing

@testable import Training

/// A step is its phases, whichever way it is taken.
@Suite struct SteppingTests {
  @Test(arguments: Optimizer.Kind.allCases, [BatchSize.samples(1), .samples(4), .all])
  func stepIsRepeatedAdvance(optimizer: Optimizer.Kind, batch: BatchSize) {
    let settings = TrainingSettings(
      optimizer: optimizer, learningRate: 0.01, batch: batch, schedule: .cosine, dropout: [0.2], clipping: 0.5)
    var (whole, phases) = (someTrainer([2, 3, 2, 1], settings), someTrainer([2, 3, 2, 1], settings))
    for _ in 0..<60 {
      whole.step()
      repeat { phases.advance() } while phases.phase != .input && phases.divergence == nil
      #expect(Fingerprint(whole).differences(from: Fingerprint(phases)) == [])
    }
  }

  /// In strides of every length, across the ends of epochs whose last batch is short.
  @Test(arguments: Cost.allCases, Optimizer.Kind.allCases)
  func stridesAreRepeatedAdvance(cost: Cost, optimizer: Optimizer.Kind) {
    let outputs = cost.outputs.filter { $0 != .threshold }
    for batch in [BatchSize.samples(1), .samples(4), .samples(100), .all] {
      for dropout: [Float] in [[], [0.3]] {
        for output in [outputs[0], outputs[outputs.count - 1]] {
          let settings = TrainingSettings(
            cost: cost, optimizer: optimizer, learningRate: 0.01, batch: batch, schedule: .cosine, dropout: dropout)
          compare(trainer(settings, output: output), times: [1, 2, 3, 5, 8, 13, 1])
        }
      }
    }
  }

  @Test(
    arguments: [Regularization(.l1, rate: 0.01), Regularization(.l2, rate: 0.01), Regularization(.l2)], [nil, 0.5])
  func stridesWithPenaltyAndClippingAreRepeatedAdvance(regularization: Regularization, clipping: Float?) {
    let settings = TrainingSettings(batch: .samples(4), regularization: regularization, clipping: clipping)
    compare(trainer(settings, output: .sigmoid), times: [1, 4, 9])
  }

  /// Up to where a gradient is huge, a cost infinite, or a weight would be.
  @Test(arguments: [Float(1e6), 1e9, 1e30], [1, 3])
  func stridesStopWhereRepeatedAdvanceDoes(rate: Float, batch: Int) {
    let trainer = Trainer(
      network: someNetwork([2, 8, 8, 1], [.rectifier, .rectifier, .leakyRectifier]), data: someData(rows: 50),
      settings: TrainingSettings(learningRate: rate, batch: .samples(batch)), seed: 1)
    #expect(compare(trainer, times: [3, 100, 1_000]).divergence != nil)
  }

  /// What comes after a pause in mid-step, or before an epoch's end.
  @Test(arguments: 1...9)
  func aStrideFinishesTheStepFirst(phases: Int) {
    var paused = trainer(TrainingSettings(batch: .samples(7)), output: .sigmoid)
    for _ in 0..<phases + 9 { paused.advance() }
    compare(paused, times: [1, 4])
  }

  private func trainer(_ settings: TrainingSettings, output: Activation) -> Trainer {
    Trainer(
      network: someNetwork([2, 3, 8, 2], [.tanh, .rectifier, output]), data: someData(rows: 13, outputs: 2),
      settings: settings, seed: 1)
  }

  /// Takes steps both ways, expects the same after each stride, and returns the trainer.
  @discardableResult
  private func compare(_ trainer: Trainer, times: [Int]) -> Trainer {
    var (whole, phases) = (trainer, trainer)
    for count in times {
      var costs = Array(repeating: Float.nan, count: count)
      let made = costs.withUnsafeMutableBufferPointer { whole.stride(upTo: count, costs: $0.baseAddress) }
      var expected: [Float] = []
      for _ in 0..<made {
        let updates = phases.updates
        repeat { phases.advance() } while phases.phase != .input && phases.divergence == nil
        if phases.updates > updates { expected.append(phases.propagation.cost) }
      }
      whole.step(times: count)
      for _ in 0..<count {
        repeat { phases.advance() } while phases.phase != .input && phases.divergence == nil
      }
      #expect(made >= 1 && made <= count)
      #expect(costs.prefix(expected.count).map(\.bitPattern) == expected.map(\.bitPattern))
      #expect(Fingerprint(whole).differences(from: Fingerprint(phases)) == [], "\(trainer.settings)")
      #expect(String(describing: whole.divergence) == String(describing: phases.divergence))
    }
    return whole
  }

  @Test func theImplicitStepUsesTheGradientAtItsEnd() {
    var trainer = someTrainer([2, 3, 1], TrainingSettings(optimizer: .implicit, learningRate: 2, batch: .all))
    for _ in 0..<20 {
      let before = trainer.network.parameters
      trainer.step()
      #expect(trainer.optimizer.iterations > 0)
      var there = trainer
      var plain = trainer.settings
      plain.optimizer = .sgd
      there.change(plain)
      while there.phase != .update { there.advance() }
      for i in 0..<before.count {
        let expected = before.values[i] - 2 * there.gradient.values[i]
        #expect(abs(trainer.network.parameters.values[i] - expected) < 1e-4)
      }
    }
  }

  @Test func randomSearchNeverMakesTheBatchWorse() {
    let settings = TrainingSettings(optimizer: .randomSearch, learningRate: 0.1, batch: .all)
    var trainer = someTrainer([2, 3, 1], settings)
    var costs: [Double] = []
    for _ in 0..<200 {
      costs.append(trainer.measureTraining()!.cost)
      trainer.step()
    }
    #expect(zip(costs.dropFirst(), costs).allSatisfy { $0 <= $1 + 1e-6 })
    #expect(costs.last! < costs[0] * 0.9)
  }

  @Test func dropoutActsInTrainingAlone() {
    var (plain, dropped) = (someTrainer([2, 6, 1]), someTrainer([2, 6, 1]))
    var settings = dropped.settings
    settings.dropout = [0.5]
    dropped.change(settings)
    #expect(plain.measureTraining() == dropped.measureTraining())
    plain.step()
    dropped.step()
    #expect(plain.network != dropped.network)
  }

  @Test(arguments: [BatchSize.samples(4), .all])
  func phasesComeInOrder(batch: BatchSize) {
    var trainer = someTrainer([2, 3, 1], TrainingSettings(batch: batch), rows: 8)
    let step: [TrainingPhase] = [
      .input, .forward(layer: 0), .forward(layer: 1), .error, .backward(layer: 1), .backward(layer: 0), .update,
    ]
    let epoch = batch == .all ? step + [.epoch] : step + step + [.epoch]
    let seen = (0..<2 * epoch.count).map { _ in trainer.advance() }
    #expect(seen == epoch + epoch)
    #expect(trainer.epoch == 2)
    #expect(trainer.clock == seen.count)
  }

  @Test func epochTakesEveryRowOnce() {
    var trainer = someTrainer([2, 3, 1], TrainingSettings(batch: .samples(4)), rows: 13)
    for _ in 0..<5 {
      var rows: [Int] = []
      repeat {
        if trainer.advance() == .input { rows += trainer.batchRows }
      } while trainer.performed != .epoch
      #expect(rows.sorted() == Array(0..<13))
      #expect(rows != Array(0..<13))
    }
  }

  @Test func shufflingCanBeTurnedOff() {
    var trainer = someTrainer([2, 3, 1], TrainingSettings(batch: .all))
    #expect(trainer.order != Array(0..<13))
    var settings = trainer.settings
    settings.shuffle = false
    trainer.change(settings)
    trainer.step()
    #expect(trainer.order == Array(0..<13))
  }

  @Test func aChangeInMidStepStartsItAnew() {
    var (changed, plain) = (someTrainer(), someTrainer())
    for _ in 0..<4 { changed.advance() }
    changed.set(parameter: 0, to: changed.network.parameters.values[0])
    #expect(changed.phase == .input)
    changed.step()
    plain.step()
    #expect(changed.network == plain.network)
    #expect(changed.order == plain.order)
  }

  @Test(arguments: [Optimizer.Kind.sgd, .averaged, .momentum, .nesterov], [Float(1e6), 1e30])
  func aRunThatDivergesStops(rule: Optimizer.Kind, rate: Float) {
    var trainer = Trainer(
      network: someNetwork([2, 8, 8, 1], [.rectifier, .rectifier, .leakyRectifier]), data: someData(rows: 50),
      settings: TrainingSettings(optimizer: rule, learningRate: rate), seed: 1)
    for _ in 0..<1_000 where trainer.divergence == nil { trainer.step() }
    #expect(trainer.divergence != nil)
    #expect(trainer.updates < 100)
    #expect(trainer.network.parameters.values.allSatisfy { $0.isFinite })
  }

  @Test func divergenceLeavesTheWeights() {
    var trainer = someTrainer([2, 3, 1], TrainingSettings(regularization: Regularization(.l2, rate: 0.1)))
    trainer.set(parameter: 0, to: .infinity)
    let weights = trainer.network.parameters
    trainer.step()
    #expect(trainer.divergence != nil)
    let stood = Fingerprint(trainer)
    trainer.step()
    trainer.advance()
    #expect(Fingerprint(trainer).differences(from: stood) == [])
    #expect(trainer.network.parameters == weights)
    trainer.set(parameter: 0, to: 0.5)
    trainer.step()
    #expect(trainer.divergence == nil)
    #expect(trainer.updates == 1)
  }
}
