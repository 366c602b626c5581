import NeuralNetwork
import Testing
import Training

/// Where descent stands still: a plateau, and the wrong one of two wells.
extension Claim {
  static let wells = [
    Claim("plateau", "A saturated sigmoid has hardly any slope.") { play in
      play.train(updates: 1)
      let outputs = play.trainer.propagation.layers[0].a
      #expect(outputs.allSatisfy { $0 * (1 - $0) < 1e-4 })
    },
    Claim("plateau", "With the quadratic cost it stands still though it is all wrong; cross-entropy pulls it off.") {
      play in
      play.enter(step: 1)
      #expect(play.accuracy == 0)
      play.finishStep()
      #expect(play.accuracy == 0)
      play.enter(step: 2)
      play.finishStep()
      #expect(play.accuracy == 1)
    },
    Claim("plateau", "Every answer is wrong, yet the ball does not move.") { play in
      play.enter(step: 1)
      let (weights, rate) = (play.weights, play.trainer.settings.learningRate)
      #expect(play.accuracy == 0)
      play.finishStep()
      #expect(play.trainer.updates == 100 && zip(play.weights, weights).allSatisfy { abs($0 - $1) < 1e-4 })
      play.enter(step: 2)
      #expect(play.trainer.settings.learningRate == rate, "a comparison changes one thing")
    },
    Claim(
      "plateau",
      "The sigmoid is saturated, and the quadratic cost multiplies every error by its slope, which is almost 0."
    ) { play in
      play.enter(step: 1)
      play.finishStep()
      let unit = play.trainer.propagation.layers[0]
      #expect(unit.delta.allSatisfy { abs($0) < 1e-4 })
    },
    Claim("plateau", "What will the ball do?") { _ in },
    Claim("plateau", "Cross-entropy does not multiply by that slope.") { play in
      play.enter(step: 2)
      play.train(updates: 1)
      #expect(play.trainer.propagation.layers[0].delta.allSatisfy { abs($0) > 0.9 })
    },
    Claim("plateau", "roll off at once") { play in
      play.enter(step: 2)
      let start = play.weights
      #expect(play.run.loss.training.buckets.map(\.greatest) == [Float(play.cost)], "the new cost has its own curve")
      play.train(updates: 1)
      #expect(abs(play.weights[0] - start[0]) > 0.1)
      play.train(updates: 4)
      #expect(play.accuracy == 1 && play.cost < 0.1)
    },
    Claim(
      "two-wells",
      "A single unit has learned the opposite of the truth so firmly that it is stuck in a local minimum."
    ) { play in
      #expect(play.trainer.network.layout.sizes == [1, 1] && play.accuracy < 0.5)
      play.finishStep()
      play.train(updates: 200)
      #expect(play.accuracy < 0.5 && play.trainer.gradient.values.allSatisfy { abs($0) < 0.01 })
    },
    Claim("two-wells", "The noise of single samples finds the way out.") { play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.cost < 0.5)
    },
    Claim(
      "two-wells",
      "Descent on the whole batch rolls into the nearer well and stops at a cost of 1.4, though the other well is seven "
        + "times deeper."
    ) { play in
      play.enter(step: 1)
      let costs = play.finishStep(\.measuredCost)
      let near = costs.last!
      #expect(abs(near - 1.4) < 0.05 && costs[costs.count - 2] - near < 1e-5)
      play.perform(.setParameter(index: 0, to: -play.weights[0]))
      play.train(updates: 1000)
      #expect((6.5...7.5).contains(near / play.cost))
    },
    Claim("two-wells", "Every step now uses one sample, and each sample pulls another way.") { play in
      play.enter(step: 2)
      #expect(play.trainer.settings.batch == .samples(1))
      let pulls = play.watch(updates: play.trainer.updatesPerEpoch) { $0.trainer.gradient.values[0] }
      #expect(pulls.contains { $0 > 0 } && pulls.contains { $0 < 0 })
    },
    Claim("two-wells", "it leaves the well some day") { play in
      play.enter(step: 2)
      let costs = play.finishStep(\.measuredCost)
      #expect(costs.last! < 0.5 && costs.count > 100 && play.trainer.epoch < 100 + 2)
    },
  ]
}
