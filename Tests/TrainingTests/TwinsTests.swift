import NeuralNetwork
import Testing

@testable import Training

@Suite struct TwinsTests {
  private func faster(_ trainer: Trainer) -> TrainingSettings {
    var settings = trainer.settings
    settings.learningRate = 0.3
    return settings
  }

  @Test func oneDifferenceIsNamed() throws {
    var trainer = someTrainer()
    for _ in 0..<7 { trainer.advance() }
    var twins = try #require(Twins(of: trainer, changing: .settings(faster(trainer))))
    #expect(twins.difference == "η 0.03 → 0.3")
    #expect(twins.original.network == twins.variant.network)
    #expect(twins.original.order == twins.variant.order)
    for _ in 0..<40 { twins.step() }
    #expect(twins.original.samplesSeen == twins.variant.samplesSeen)
    #expect(twins.original.network != twins.variant.network)
    #expect(twins.originalLoss.batches.buckets.count == 40)
  }

  @Test func noneOrTwoAreRefused() {
    let trainer = someTrainer()
    var two = faster(trainer)
    two.optimizer = .adam
    #expect(Twins(of: trainer, changing: .settings(two)) == nil)
    #expect(Twins(of: trainer, changing: .settings(trainer.settings)) == nil)
    #expect(Twins(of: trainer, changing: .data(someData(seed: 5))) == nil)
  }

  @Test func theOriginalIsWhatItWouldHaveBeen() throws {
    let trainer = someTrainer()
    var twins = try #require(Twins(of: trainer, changing: .settings(faster(trainer))))
    var alone = trainer
    for _ in 0..<30 {
      twins.step()
      alone.step()
    }
    #expect(Fingerprint(twins.original).differences(from: Fingerprint(alone)) == [])
  }

  @Test func differentBatchesStayBesideEachOther() throws {
    let trainer = someTrainer()
    var settings = trainer.settings
    settings.batch = .all
    var twins = try #require(Twins(of: trainer, changing: .settings(settings)))
    for _ in 0..<200 {
      twins.step()
      #expect(abs(twins.original.samplesSeen - twins.variant.samplesSeen) <= 13)
    }
    #expect(twins.variant.epoch > 20)
  }
}
