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
    #expect(twin.trainer.network.parameters.values == weights && play.weights == weights)
    changed.set(key, value)
    #expect(twin.difference == changed.run.loss.marks.last?.label)
    #expect(twin.trainer.settings == changed.trainer.settings && twin.trainer.data == changed.trainer.data)
    #expect(twin.training?.cost == changed.cost && twin.test?.cost == changed.testCost)
  }

  @Test func itFollowsAndBothAreMeasured() throws {
    var play = try Play("circle")
    play.train(updates: 30)
    play.perform(.toggleTwin)
    play.set("data.scale", "none")
    play.train(updates: 40)
    let twin = try #require(play.run.twin)
    #expect(twin.trainer.order == play.trainer.order && twin.trainer.position == play.trainer.position)
    #expect(twin.trainer.network != play.trainer.network)
    #expect(twin.training?.cost == twin.trainer.measureTraining()?.cost && twin.training?.cost != play.cost)
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
}
