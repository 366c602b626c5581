import ErrorSurfaces
import Experiments
import NeuralNetwork
import Session
import Testing

/// Balls, racers and walkers on test functions.
extension Claim {
  static let races = [
    Claim("ravine", "Ten times steeper across than along.") { _ in
      #expect(TestFunction.ravine.gradient(0, 1).y == 10 * TestFunction.ravine.gradient(1, 0).x)
    },
    Claim("ravine", "Plain descent bounces between the walls; momentum remembers the way out.") { play in
      #expect(play.finishStep(\.ball).signChanges == 19)
      play.enter(step: 3)
      let plain = play.finishStep(\.ball)
      play.enter(step: 4)
      let momentum = play.finishStep(\.ball)
      #expect(abs(momentum[19].x) < abs(plain[19].x))
    },
    Claim("ravine", "The cost is x² + 10y².") { _ in
      #expect(TestFunction.ravine.value(3, 2) == 49)
    },
    Claim(
      "ravine",
      "At this rate plain descent overshoots across the ravine at every step, and only slowly calms down."
    ) { play in
      let places = play.finishStep(\.ball)
      #expect(places.count == 20 && places.signChanges == 19)
      #expect(abs(places[9].y) > 0.05 && zip(places, places.dropFirst()).allSatisfy { abs($0.y) > abs($1.y) })
    },
    Claim("ravine", "A larger rate would walk faster along the ravine.") { play in
      let slow = play.finishStep(\.ball)
      play.enter(step: 2)
      #expect(abs(play.finishStep(\.ball)[9].x) < abs(slow[9].x))
    },
    Claim("ravine", "Can it be much larger?") { play in
      play.enter(step: 2)
      let places = play.finishStep(\.ball)
      #expect(zip(places, places.dropFirst()).allSatisfy { abs($0.y) < abs($1.y) })
    },
    Claim("ravine", "no") { play in
      play.enter(step: 2)
      #expect(abs(play.finishStep(\.ball).last!.y) > 2 * 0.9)
    },
    Claim("ravine", "A smaller rate does not bounce.") { play in
      play.enter(step: 3)
      #expect(play.finishStep(\.ball).signChanges == 0)
    },
    Claim("ravine", "But now the ball creeps along the ravine, and has not arrived after 20 steps.") { play in
      play.enter(step: 3)
      let places = play.finishStep(\.ball)
      #expect(places.count == 20 && places[19].x < -0.5)
    },
    Claim("ravine", "The same rate with momentum, which adds up the steps.") { play in
      play.enter(step: 3)
      let rate = play.trainer.settings.learningRate
      play.enter(step: 4)
      #expect(play.trainer.settings.learningRate == rate && play.trainer.settings.optimizer == .momentum)
    },
    Claim("ravine", "Across they cancel, along they grow.") { play in
      play.enter(step: 4)
      let places = play.finishStep(\.ball)
      let steps = zip(places, places.dropFirst()).map { (x: $1.x - $0.x, y: $1.y - $0.y) }
      #expect(zip(steps.prefix(5), steps.dropFirst()).allSatisfy { $0.x < $1.x })
      #expect(abs(steps.reduce(0) { $0 + $1.y }) < 0.1 * steps.reduce(0) { $0 + abs($1.y) })
    },
    Claim("ravine", "The ball has come along to the middle after 9 steps, and rolls past it.") { play in
      play.enter(step: 4)
      let places = play.finishStep(\.ball)
      #expect(places[7].x < 0 && places[8].x > 0 && places[8].x < 0.1 && places[14].x > 0.5)
    },
    Claim("saddle", "A place with no slope that is no minimum.") { _ in
      let function = TestFunction.saddle
      #expect(function.gradient(0, 0).x == 0 && function.gradient(0, 0).y == 0)
      #expect(function.value(0, 0.1) < function.value(0, 0) && function.value(0.1, 0) > function.value(0, 0))
    },
    Claim("saddle", "Descent stays there long, and leaves by the smallest push.") { play in
      let places = play.finishStep(\.ball)
      #expect(places.last!.y > 0.99 && abs(places.last!.x) < 0.01)
    },
    Claim("saddle", "The ball starts a millionth off the ridge.") { #expect(abs($0.ball.y - 1e-6) < 1e-12) },
    Claim("saddle", "It rolls down to the saddle and waits long - for 48 steps the slope is below 0.01.") { play in
      let places = play.finishStep(\.ball)
      let steps = places.indices.filter { places[$0].y < 0.5 && slope(.saddle, places[$0]) < 0.01 }
      #expect(steps.count == 48 && steps.last! - steps.first! == 47)
      #expect(places.contains { abs($0.x) < 0.01 && abs($0.y) < 0.01 })
    },
    Claim("saddle", "Each step makes what it is off the ridge a tenth larger, until it leaves.") { play in
      let places = play.finishStep(\.ball)
      for (before, after) in zip(places, places.dropFirst()) where after.y < 0.1 {
        #expect(abs(after.y / before.y - 1.1) < 0.002)
      }
    },
    Claim("saddle", "Adam divides by the size of the slope, so that a small slope still makes a real step.") { play in
      play.enter(step: 2)
      let start = play.ball
      let places = play.finishStep(\.ball)
      #expect(abs(TestFunction.saddle.gradient(start.x, start.y).y) < 1e-5 && places[0].y - start.y > 0.04)
    },
    Claim("saddle", "The ball never comes near the saddle.") { play in
      play.enter(step: 2)
      #expect(play.finishStep(\.ball).allSatisfy { ($0.x * $0.x + $0.y * $0.y).squareRoot() > 0.9 })
    },
    Claim(
      "race",
      "Six optimizers from the same start - first in the bent valley of Rosenbrock, then on a real network's own error "
        + "surface."
    ) { play in
      #expect(play.racers.count == 6 && Set(play.racers.map(\.position)).count == 1)
      #expect(play.session.scene.function == .rosenbrock)
      play.enter(step: 2)
      #expect(play.racers.count == 6 && Set(play.racers.map(\.position)).count == 1)
      #expect(play.session.scene.function == nil)
    },
    Claim("race", "Everyone falls into the valley at once.") { play in
      let costs = play.finishStep { $0.session.scene.race!.costs }
      #expect(costs.count == 400 && costs[39].allSatisfy { $0 < 5 })
    },
    Claim("race", "To follow its bend to the ring, where the minimum is, is the hard part.") { play in
      play.finishStep()
      let distances = play.racers.map { racer in
        let (x, y) = (racer.position.values[0] - 1, racer.position.values[1] - 1)
        return (x * x + y * y).squareRoot()
      }
      #expect(distances.allSatisfy { $0 > 0.05 } && distances.contains { $0 > 1 })
    },
    Claim("race", "The same six train one network each, from equal weights over equal batches.") { play in
      let names = play.racers.map(\.entrant.optimizer)
      play.enter(step: 2)
      #expect(play.racers.map(\.entrant.optimizer) == names && Set(play.racers.map(\.position)).count == 1)
    },
    Claim("race", "The plane is laid through all six paths, and says how much of them it shows.") { play in
      play.enter(step: 2)
      play.finishStep()
      #expect(play.session.scene.axes == .path)
      let request = play.session.scene.request(play.run, width: 8, height: 8)!
      let share = SurfaceOutcome(computing: request).result!.plane.variance!
      #expect(request.recipe.path.count > 6 && (0.1...1).contains(share))
    },
    Claim("fog", "Only the ground you have walked on is lit; find a minimum with few steps.") { play in
      let walk = play.sunk
      let lit = walk.lit(width: 40, height: 40, in: walk.window)
      #expect(lit.contains(true) && lit.count { $0 } < 40)
    },
    Claim("fog", "Arrows walk, Enter measures the slope under your feet, n takes one step downhill, f gives up.") {
      play in
      _ = play.sunk
      play.perform(.surface(.move(.left)))
      let before = play.session.scene.fog!
      #expect(before.steps == 1 && before.measurements == 0)
      play.perform(.surface(.enter))
      #expect(play.session.scene.fog!.measurements == 1)
      play.perform(.step(back: false))
      #expect(play.session.scene.fog!.steps == 2 && play.session.scene.fog!.place.cost < before.place.cost)
      play.perform(.surface(.toggleFog))
      #expect(play.session.scene.fog!.end == .gaveUp)
    },
    Claim("fog", "The fog lifts at a minimum.") { play in
      _ = play.sunk
      for _ in 0..<40 where !play.session.scene.fog!.isLifted { play.perform(.step(back: false)) }
      let walk = play.session.scene.fog!
      #expect(walk.end == .minimum)
      let nearest = TestFunction.himmelblau.minima.points.map { minimum in
        max(abs(Float(minimum.x) - walk.place.a) / walk.stride.a, abs(Float(minimum.y) - walk.place.b) / walk.stride.b)
      }
      #expect(nearest.min()! <= 1)
    },
  ]

  private static func slope(_ function: TestFunction, _ place: (x: Double, y: Double)) -> Double {
    let gradient = function.gradient(place.x, place.y)
    return (gradient.x * gradient.x + gradient.y * gradient.y).squareRoot()
  }
}

extension Play {
  fileprivate var racers: [Racer] { session.scene.race!.racers }

  /// The walk, once the surface is there and has sunk in fog.
  fileprivate var sunk: FogWalk {
    mutating get {
      let request = session.scene.request(run, width: 40, height: 24)!
      perform(.surface(.computed(SurfaceOutcome(computing: request))))
      return session.scene.fog!
    }
  }
}

extension [(x: Double, y: Double)] {
  /// How often the side of the ravine changes.
  fileprivate var signChanges: Int { zip(self, dropFirst()).count { $0.y * $1.y < 0 } }
}
