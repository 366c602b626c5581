import NeuralNetwork
import Testing
import Training

@testable import ErrorSurfaces

@Suite struct RaceTests {
  @Test(arguments: [Optimizer.Kind.sgd, .momentum, .adam])
  func aRacerOnANetworkIsThatTrainerItself(kind: Optimizer.Kind) {
    var trainer = ringTrainer(optimizer: kind, rate: 0.05)
    var race = Race(training: trainer, [Entrant(.sgd, rate: 0.01), Entrant(kind, rate: 0.05)])
    for _ in 0..<30 {
      race.step()
      trainer.step()
    }
    #expect(race.racers[1].position == trainer.network.parameters)
    race.measure()
    #expect(isSameSum(race.costs[1], trainer.measureTraining()!.cost))
    #expect(race.racers[0].position != race.racers[1].position)
  }

  @Test func everyRacerStartsFreshFromTheSameWeights() {
    var trainer = ringTrainer(optimizer: .momentum)
    for _ in 0..<7 { trainer.step() }
    var race = Race(training: trainer, Entrant.lineup(rate: 0.03))
    #expect(race.racers.allSatisfy { $0.position == trainer.network.parameters })
    #expect(race.costs.allSatisfy { isSameSum($0, trainer.measureTraining()!.cost) })
    // The first step of momentum with an empty memory is plain descent's.
    race.step()
    #expect(race.racers[0].position == race.racers[1].position)
    race.step()
    #expect(race.racers[0].position != race.racers[1].position)
  }

  @Test func plainDescentOnABowlWalksStraightToTheMiddle() {
    let start = TestFunction.point(3, 4)
    var race = Race(on: .bowl, from: start, [Entrant(.sgd, rate: 0.25)])
    for _ in 0..<40 { race.step() }
    race.measure()
    #expect(abs(race.racers[0].distance - 5) < 1e-4)
    #expect(race.costs[0] < 1e-12)
    #expect(race.racers[0].path.points.count == 41)
  }

  @Test func aFunctionsRacerUsesTheEnginesOptimizer() {
    for kind in Entrant.lineup(rate: 1).map(\.optimizer) {
      var racer = Racer(Entrant(kind, rate: 0.01), on: .ravine, from: TestFunction.point(1, 1))
      var (optimizer, point) = (Optimizer(kind), TestFunction.point(1, 1))
      for _ in 0..<10 {
        racer.step()
        optimizer.update(&point, along: Landscape.function(.ravine).gradient(at: point), rate: 0.01)
      }
      #expect(racer.position == point)
    }
  }

  @Test func whoDivergesStandsStillAndComesLast() {
    var race = Race(
      on: .rosenbrock, from: TestFunction.rosenbrock.start, [Entrant(.sgd, rate: 10), Entrant(.sgd, rate: 0.001)])
    for _ in 0..<100 { race.step() }
    race.measure()
    #expect(race.racers[0].hasDiverged && !race.racers[1].hasDiverged)
    #expect(race.racers[0].position.values.allSatisfy { $0.isFinite })
    #expect(race.racers[0].steps < 100 && race.racers[1].steps == 100)
    #expect(race.standings == [1, 0])
  }

  @Test(arguments: TestFunction.allCases) func theLineupGetsSomewhereOnEveryFunction(function: TestFunction) {
    var race = Race(on: function, from: function.start, Entrant.lineup(on: function))
    let start = race.costs[0]
    for _ in 0..<300 { race.step() }
    race.measure()
    for (racer, cost) in zip(race.racers, race.costs) {
      #expect(cost < start, "\(racer.entrant.optimizer) on \(function)")
    }
  }

  @Test func stepsBackAndRestartsAreExact() {
    var race = Race(training: ringTrainer(), Entrant.lineup(rate: 0.03))
    let start = race
    for _ in 0..<9 { race.step() }
    race.measure()
    let ninth = race
    race.step()
    race.stepBack()
    #expect(race == ninth)
    race.restart()
    #expect(race == start)
    race.stepBack()
    #expect(race == start)
  }

  @Test func standingsFollowTheCosts() {
    var race = Race(
      on: .bowl, from: TestFunction.point(1, 0),
      [Entrant(.sgd, rate: 0.001), Entrant(.sgd, rate: 0.1), Entrant(.sgd, rate: 0.01)])
    race.step()
    race.measure()
    #expect(race.standings == [1, 2, 0])
  }
}
