import ErrorSurfaces
import NeuralNetwork
import Session
import Testing
import Training

/// The error surface of a network with few weights, and the line between two networks.
extension Claim {
  static let surfaces = [
    Claim("bowl", "A line has one weight and one bias, so its error surface can be drawn whole.") { play in
      #expect(play.trainer.network.layout.sizes == [1, 1])
    },
    Claim("bowl", "It is a bowl - the ball rolls to the one lowest point.") { play in
      play.finishStep()
      let ends = [(3, -3), (-3, 3), (-2, -4)].map { (start: (Float, Float)) in
        play.perform(.setParameter(index: 0, to: start.0))
        play.perform(.setParameter(index: 1, to: start.1))
        play.train(updates: 4000)
        return play.weights
      }
      for end in ends { #expect(zip(end, ends[0]).allSatisfy { abs($0 - $1) < 1e-3 }) }
      #expect(play.trainer.gradient.values.allSatisfy { abs($0) < 1e-3 })
    },
    Claim("bowl", "Left and right is the weight, up and down the bias.") { play in
      let (weight, bias) = (ParameterName.weight(layer: 0, unit: 0, input: 0), ParameterName.bias(layer: 0, unit: 0))
      #expect(play.session.scene.axes == .parameters(weight, bias))
    },
    Claim("bowl", "Colour is the cost of that line on all samples.") { play in
      #expect(play.landscape.cost(at: play.trainer.network.parameters) == play.cost)
    },
    Claim("bowl", "The green arrow points straight downhill; the ball follows it.") { play in
      play.enter(step: 1)
      let costs = [play.cost] + play.finishStep(\.measuredCost)
      #expect(costs.count == 61 && zip(costs, costs.dropFirst()).allSatisfy { $0 > $1 })
    },
    Claim("bowl", "The rate is now three times as large.") { play in
      let rate = play.trainer.settings.learningRate
      play.enter(step: 2)
      #expect(abs(play.trainer.settings.learningRate / rate - 3) < 1e-6)
    },
    Claim("bowl", "roll down faster") { play in
      let slow = play.finishStep(\.measuredCost)
      play.enter(step: 2)
      let fast = play.finishStep(\.measuredCost)
      let (soon, late) = (try #require(fast.firstIndex { $0 < 0.03 }), try #require(slow.firstIndex { $0 < 0.03 }))
      #expect(2 * soon < late)
      #expect(zip(fast, fast.dropFirst()).allSatisfy { $0 > $1 })
    },
    Claim("bowl", "With one sample an update the ball is pulled by each sample in turn.") { play in
      play.enter(step: 3)
      #expect(play.trainer.settings.batch == .samples(1) && play.trainer.updatesPerEpoch == play.trainer.order.count)
    },
    Claim("bowl", "It trembles around the lowest point and never quite rests.") { play in
      play.enter(step: 2)
      play.finishStep()
      let lowest = play.weights
      play.enter(step: 3)
      let places = play.finishStep(\.weights)
      #expect(zip(places, places.dropFirst()).allSatisfy { $0 != $1 })
      #expect(places.allSatisfy { zip($0, lowest).allSatisfy { abs($0 - $1) < 0.4 } })
    },
    Claim("barrier", "Two trainings from different weights end in two good places.") { play in
      let ends = play.ends
      #expect(ends.costs.allSatisfy { $0 < 0.02 } && ends.first != ends.second)
    },
    Claim("barrier", "Is there a hill on the straight line between them?") { #expect($0.ends.profile.barrier! > 0.4) },
    Claim("barrier", "A is where training starts, B is where it is now.") { play in
      play.enter(step: 1)
      play.finishStep()
      let line = play.session.scene.request(play.run, width: 8, height: 8)!.recipe.saved
      #expect(line == [play.run.history.process.initial, play.trainer.network.parameters])
    },
    Claim("barrier", "The straight line from A to B goes downhill all the way.") { play in
      play.enter(step: 1)
      play.finishStep()
      let line = LineProfile(
        of: play.landscape, from: play.run.history.process.initial, to: play.trainer.network.parameters, points: 41)
      #expect(zip(line.costs, line.costs.dropFirst()).allSatisfy { $0 > $1 })
    },
    Claim("barrier", "Now A is the end of the first training.") { play in
      play.enter(step: 1)
      play.finishStep()
      let end = play.trainer.network.parameters
      play.enter(step: 2)
      #expect(play.session.scene.request(play.run, width: 8, height: 8)!.recipe.saved[0] == end)
    },
    Claim("barrier", "A second one starts elsewhere and ends at B.") { play in
      let start = play.run.history.process.initial
      play.enter(step: 2)
      #expect(play.run.history.process.initial != start && play.trainer.updates == 0)
      play.finishStep()
      let line = play.session.scene.request(play.run, width: 8, height: 8)!.recipe.saved
      #expect(line[1] == play.trainer.network.parameters && play.trainer.epoch == 40)
    },
    Claim("barrier", "Will the line between be flat?") { #expect($0.ends.profile.barrier! > 0.4) },
    Claim("barrier", "a hill") { #expect($0.ends.profile.barrier! > 0.4) },
    Claim("barrier", "Both ends cost less than 0.02.") { #expect($0.ends.costs.allSatisfy { $0 < 0.02 }) },
    Claim(
      "barrier",
      "Half way between them the cost is thirty times that of A - the two networks say the same with weights that cannot "
        + "be mixed."
    ) { play in
      let ends = play.ends
      #expect((28...32).contains(ends.profile.costs[20] / ends.profile.costs[0]))
      #expect(play.accuracy > 0.97)
    },
  ]
}

extension Play {
  /// The surface of the network's cost.
  fileprivate var landscape: Landscape { .network(NetworkLandscape(of: trainer)) }

  /// Both ends of the barrier's trainings, their costs, and the line between them.
  fileprivate var ends: (first: Parameters, second: Parameters, costs: [Double], profile: LineProfile) {
    mutating get {
      enter(step: 1)
      finishStep()
      let (first, cost) = (trainer.network.parameters, cost)
      enter(step: 2)
      finishStep()
      let second = trainer.network.parameters
      let profile = LineProfile(of: landscape, from: first, to: second, points: 41)
      return (first, second, [cost, self.cost], profile)
    }
  }

  /// The cost of the training part, measured now.
  var measuredCost: Double { trainer.measureTraining()!.cost }
}
