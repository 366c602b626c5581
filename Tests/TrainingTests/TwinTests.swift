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
    var twin = try #require(Twin(of: first, changing: [.settings(faster(first))], named: "η 0.03 → 0.3"))
    #expect(twin.difference == "η 0.03 → 0.3")
    #expect(twin.process.network == first.network)
    #expect(twin.process.order == first.order)
    for _ in 0..<40 {
      first.step()
      twin.follow(first)
      #expect(twin.process.samplesSeen == first.samplesSeen)
      #expect(twin.process.order == first.order)
    }
    #expect(twin.process.network != first.network)
    #expect(twin.loss.batches.buckets.count == 40)
  }

  @Test func noChangeAndAnotherNetworkAreRefused() {
    let trainer = someTrainer()
    #expect(Twin(of: trainer, changing: [], named: "") == nil)
    #expect(Twin(of: trainer, changing: [.settings(trainer.settings)], named: "") == nil)
    #expect(Twin(of: trainer, changing: [.data(someData(rows: 5, seed: 5))], named: "") == nil)
    #expect(
      Twin(of: trainer, changing: [.trainer(someTrainer([2, 5, 1], trainer.settings, seed: 5))], named: "") == nil)
  }

  @Test func otherNumbersInTheSameRowsKeepOrderAndPlace() throws {
    var first = someTrainer()
    for _ in 0..<9 { first.step() }
    let other = someData(seed: 5)
    var twin = try #require(Twin(of: first, changing: [.data(other)], named: "other numbers"))
    #expect(twin.difference == "other numbers" && twin.process.data == other)
    for _ in 0..<60 {
      #expect(twin.process.order == first.order && twin.process.samplesSeen == first.samplesSeen)
      first.step()
      twin.follow(first)
    }
    twin.measure(at: first.updates)
    #expect(twin.training?.cost == twin.process.measureTraining()?.cost)
    #expect(twin.training?.cost != first.measureTraining()?.cost)
  }

  @Test func aTwinIsWhatTheChangeWouldHaveMade() throws {
    var (first, changed) = (someTrainer(), someTrainer())
    for _ in 0..<9 { (_, _) = (first.step(), changed.step()) }
    var twin = try #require(Twin(of: first, changing: [.settings(faster(first))], named: "η 0.03 → 0.3"))
    changed.change(faster(first))
    for _ in 0..<30 {
      first.step()
      changed.step()
      twin.follow(first)
    }
    #expect(Fingerprint(twin.process).differences(from: Fingerprint(changed)) == [])
  }

  @Test func differentBatchesStayBesideEachOther() throws {
    var first = someTrainer()
    var settings = first.settings
    settings.batch = .all
    var twin = try #require(Twin(of: first, changing: [.settings(settings)], named: "batch"))
    for _ in 0..<200 {
      first.step()
      twin.follow(first)
      #expect((0..<13).contains(twin.process.samplesSeen - first.samplesSeen))
    }
    #expect(twin.process.epoch > 20)
  }
}
