import Foundation
import NeuralNetwork
import Testing

@testable import Training

@Suite struct CheckpointTests {
  @Test(arguments: Optimizer.Kind.allCases, [BatchSize.samples(1), .samples(4), .all])
  func aThousandUpdatesAreFourHundredSavedAndSixHundred(rule: Optimizer.Kind, batch: BatchSize) throws {
    let settings = TrainingSettings(
      optimizer: rule, learningRate: 0.01, batch: batch, schedule: .inverseTime, dropout: [0.2])
    var whole = someTrainer([2, 3, 1], settings)
    for _ in 0..<400 { whole.step() }
    let file = try JSONEncoder().encode(Checkpoint(of: whole))
    let checkpoint = try JSONDecoder().decode(Checkpoint.self, from: file)
    var resumed = try #require(Trainer(checkpoint, data: whole.data, settings: settings))
    for _ in 0..<600 {
      whole.step()
      resumed.step()
    }
    #expect(whole.updates == 1_000)
    #expect(Fingerprint(resumed).differences(from: Fingerprint(whole)) == [])
  }

  @Test(arguments: 0..<14)
  func inMidStepItsBeginningIsKept(phases: Int) throws {
    var trainer = someTrainer([2, 3, 1], TrainingSettings(batch: .samples(7), dropout: [0.5]))
    for _ in 0..<phases { trainer.advance() }
    var resumed = try #require(Trainer(Checkpoint(of: trainer), data: trainer.data, settings: trainer.settings))
    trainer.step()
    resumed.step()
    #expect(resumed.network == trainer.network)
    #expect(resumed.order == trainer.order)
  }

  @Test func whatDoesNotFitIsRefused() {
    let trainer = someTrainer()
    let checkpoint = Checkpoint(of: trainer)
    var other = trainer.settings
    other.optimizer = .adam
    #expect(Trainer(checkpoint, data: trainer.data, settings: other) == nil)
    #expect(Trainer(checkpoint, data: someData(inputs: 3), settings: trainer.settings) == nil)
  }
}
