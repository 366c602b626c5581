import Testing
import Training

/// Where a change stands in the curve, and when it begins a curve of its own.
@Suite struct CurveTests {
  @Test func anotherCostBeginsACurveOfItsOwn() throws {
    var play = try Play("circle")
    play.train(epochs: 4)
    let old = play.run.loss
    play.set("cost", "huber")
    let branch = play.run.history.branch
    #expect(
      branch.id == 1 && branch.parent == 0 && branch.name == "cost quadratic → huber" && play.trainer.updates == 100)
    #expect(branch.loss.training.buckets.map(\.updates) == [100...100])
    #expect(branch.loss.training.buckets[0].last == Float(play.cost))
    #expect(play.run.history.branches[0].loss == old)
    play.train(epochs: 2)
    #expect(play.run.history.firstUpdate == 100 && play.run.loss.batches.buckets.first?.updates.lowerBound == 101)
  }

  @Test func theOldCurveIsReturnedTo() throws {
    var play = try Play("circle")
    play.train(epochs: 4)
    let (weights, old) = (play.weights, play.run.loss)
    play.set("cost", "huber")
    play.train(epochs: 1)
    play.perform(.timeline(.toggle))
    play.perform(.timeline(.select(by: -1)))
    play.perform(.timeline(.choose))
    #expect(play.weights == weights && play.run.loss == old && play.trainer.settings.cost == .quadratic)
  }

  @Test func targetsCodedAnotherWayBeginOneToo() throws {
    var play = try Play("circle")
    play.train(epochs: 1)
    play.set("network.output", "sigmoid")
    #expect(play.trainer.data.coding == .unit && play.run.history.current == 1 && play.trainer.updates == 25)
  }

  @Test func whatLeavesTheCostsMeaningGoesOn() throws {
    var play = try Play("circle")
    play.train(epochs: 1)
    for (key, value) in [
      ("optimizer.rate", "0.3"), ("data.scale", "none"), ("batch", "5"), ("network.activation", "sigmoid"),
    ] {
      play.set(key, value)
      #expect(play.run.history.current == 0, "\(key)")
    }
  }

  /// In a branch that begins anew the change stands at its beginning, by the name that the table of settings has for it.
  @Test func aMarkStandsWhereTheChangeWasMade() throws {
    var play = try Play("bowl")
    play.enter(step: 2)
    #expect(play.trainer.updates == 0)
    #expect(play.marks == ["0: seed 1 → 2, η 0.1 → 0.3"])
    play.finishStep()
    play.enter(step: 3)
    #expect(play.marks.last == "40: batch all → 1")
  }

  @Test(arguments: [
    ("data.scale", "normalize", "scaling standardize → normalize"), ("data.noise", "20", "noise 0 → 20"),
  ])
  func dataThatChangeAreNamed(_ key: String, _ value: String, _ name: String) throws {
    var play = try Play("circle")
    play.train(epochs: 1)
    play.set(key, value)
    #expect(play.marks == ["25: \(name)"])
  }
}

extension Play {
  /// The curve's marks, each with its update.
  fileprivate var marks: [String] { run.loss.marks.map { "\($0.update): \($0.label)" } }
}
