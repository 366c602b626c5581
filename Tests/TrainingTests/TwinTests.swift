import NeuralNetwork
import Testing

@testable import Training

@Suite struct TwinTests {
  private func faster(_ trainer: Trainer) -> TrainingSettings {
    var settings = trainer.settings
    settings.learningRate = 0.3
    return settings
  }

  @Test func oneDifferenceIsNamed() throws {
    var first = someTrainer()
    for _ in 0..<7 { first.advance() }
    var twin = try #require(Twin(of: first, changing: .settings(faster(first))))
    #expect(twin.difference == "η 0.03 → 0.3")
    #expect(twin.trainer.network == first.network)
    #expect(twin.trainer.order == first.order)
    for _ in 0..<40 {
      first.step()
      twin.follow(first)
      #expect(twin.trainer.samplesSeen == first.samplesSeen)
      #expect(twin.trainer.order == first.order)
    }
    #expect(twin.trainer.network != first.network)
    #expect(twin.loss.batches.buckets.count == 40)
  }

  @Test func noneOrTwoAreRefused() {
    let trainer = someTrainer()
    var two = faster(trainer)
    two.optimizer = .adam
    #expect(Twin(of: trainer, changing: .settings(two)) == nil)
    #expect(Twin(of: trainer, changing: .settings(trainer.settings)) == nil)
    #expect(Twin(of: trainer, changing: .data(someData(seed: 5))) == nil)
  }

  @Test func aTwinIsWhatTheChangeWouldHaveMade() throws {
    var (first, changed) = (someTrainer(), someTrainer())
    for _ in 0..<9 { (_, _) = (first.step(), changed.step()) }
    var twin = try #require(Twin(of: first, changing: .settings(faster(first))))
    changed.change(faster(first))
    for _ in 0..<30 {
      first.step()
      changed.step()
      twin.follow(first)
    }
    #expect(Fingerprint(twin.trainer).differences(from: Fingerprint(changed)) == [])
  }

  @Test func differentBatchesStayBesideEachOther() throws {
    var first = someTrainer()
    var settings = first.settings
    settings.batch = .all
    var twin = try #require(Twin(of: first, changing: .settings(settings)))
    for _ in 0..<200 {
      first.step()
      twin.follow(first)
      #expect((0..<13).contains(twin.trainer.samplesSeen - first.samplesSeen))
    }
    #expect(twin.trainer.epoch > 20)
  }
}
