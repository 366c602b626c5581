import Testing
import Training

/// What if one setting were another: a second training from the same weights on the same rows.
@Suite struct TwinTests {
  @Test(arguments: [
    ("optimizer.rate", "0.5"), ("data.scale", "none"), ("data.noise", "20"), ("network.activation", "sigmoid"),
    ("cost", "huber"), ("network.output", "sigmoid"), ("batch", "all"), ("regularization.kind", "l2"),
  ])
  func anySettingThatKeepsTheShapeMakesOne(_ key: String, _ value: String) throws {
    var (play, changed) = (
      try Play("circle", "regularization.rate=0.01"), try Play("circle", "regularization.rate=0.01")
    )
    play.train(epochs: 3)
    changed.train(epochs: 3)
    let weights = play.weights
    play.perform(.toggleTwin)
    play.set(key, value)
    let twin = try #require(play.run.twin)
    #expect(twin.process.trainer.network.parameters.values == weights && play.weights == weights)
    changed.set(key, value)
    #expect(twin.difference == changed.run.loss.marks.last?.label)
    #expect(
      twin.process.trainer.settings == changed.trainer.settings && twin.process.trainer.data == changed.trainer.data)
    #expect(twin.training?.cost == changed.cost && twin.test?.cost == changed.testCost)
  }

  @Test func itFollowsAndBothAreMeasured() throws {
    var play = try Play("circle")
    play.train(updates: 30)
    play.perform(.toggleTwin)
    play.set("data.scale", "none")
    play.train(updates: 40)
    let twin = try #require(play.run.twin)
    #expect(twin.process.trainer.order == play.trainer.order && twin.process.trainer.position == play.trainer.position)
    #expect(twin.process.trainer.network != play.trainer.network)
    #expect(twin.training?.cost == twin.process.trainer.measureTraining()?.cost && twin.training?.cost != play.cost)
  }

  @Test(arguments: [
    ("network.hidden", "[8]"), ("seed", "2"), ("data.samples", "100"), ("network.initializer", "glorot"),
    ("batch", "10"),
    ("data.source", "xor"),
  ])
  func anotherShapeOrOtherRowsAreRefused(_ key: String, _ value: String) throws {
    var play = try Play("circle")
    play.train(updates: 30)
    play.perform(.toggleTwin)
    let news = play.set(key, value)
    #expect(play.run.twin == nil && play.session.asksWhatIf)
    #expect(news.contains { if case .refused = $0 { true } else { false } })
  }

  /// Networks that hear themselves have twins as well: what the change would have made, beside what is.
  @Test(arguments: [
    ("queens", "settling.temperature", "3"), ("queens", "settling.order", "synchronous"),
    ("hopfield-letters", "settling.rule", "projection"), ("hopfield-letters", "settling.temperature", "20"),
    ("echo", "optimizer.rate", "0.1"), ("echo", "recurrent.truncation", "2"), ("echo", "batch", "all"),
    ("parity-sequence", "recurrent.activation", "rectifier"), ("sine-wave", "optimizer.clip", "1"),
  ])
  func networksThatHearThemselvesHaveThem(demo: String, key: String, value: String) throws {
    var (play, changed) = (try Play(demo), try Play(demo))
    for _ in 0..<5 { (_, _) = (play.perform(.step(back: false)), changed.perform(.step(back: false))) }
    play.perform(.toggleTwin)
    play.set(key, value)
    changed.set(key, value)
    let parted = try #require(play.run.twin)
    #expect(parted.difference == changed.run.loss.marks.last?.label)
    #expect(parted.process.settler == changed.run.history.process.settler)
    #expect(
      parted.process.point == changed.run.history.process.point
        && parted.process.point == play.run.history.process.point)
    #expect(parted.training == changed.run.training && parted.test == changed.run.test)
    play.train(updates: 30)
    let twin = try #require(play.run.twin)
    while changed.run.history.process.updates < twin.process.updates { changed.train(updates: 1) }
    #expect(twin.process.point == changed.run.history.process.point && twin.process.point != parted.process.point)
    #expect(twin.process.experiment.differences(from: changed.run.experiment) == [])
    let takesMoreAtOnce = value == "all" || value == "synchronous"
    #expect(takesMoreAtOnce || twin.loss.batches.buckets.count > 2)
    #expect(takesMoreAtOnce || twin.loss.lastUpdate == play.run.history.process.updates)
    play.perform(.toggleTwin)
    #expect(play.run.twin == nil)
  }

  @Test func whatRestsHasNone() throws {
    var play = try Play("hopfield-letters")
    play.train(updates: 1_000_000)
    let news = play.perform(.toggleTwin)
    #expect(!play.session.asksWhatIf && news.contains { if case .refused = $0 { true } else { false } })
  }
}
