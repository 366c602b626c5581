import NeuralNetwork
import Testing
import Training

@testable import ErrorSurfaces

@Suite struct BarrierTests {
  @Test func theLineRunsFromOnePointToTheOther() throws {
    let (start, end) = (ringTrainer(seed: 1).network.parameters, ringTrainer(seed: 2).network.parameters)
    let plane = try Plane.barrier(from: start, to: end, seed: 1)
    #expect(plane.point(a: 0, b: 0) == start)
    #expect(plane.project(end).distance < 1e-5 && abs(plane.project(end).a - 1) < 1e-5)
    #expect(abs(plane.a.direction.dot(plane.b.direction)) < 1e-4)
    #expect(abs(plane.a.direction.length - plane.b.direction.length) < 1e-4)
    #expect(throws: PlaneError.samePoint) { try Plane.barrier(from: start, to: start, seed: 1) }
    #expect(throws: PlaneError.otherNetwork) { try Plane.barrier(from: start, to: TestFunction.point(0, 0), seed: 1) }
  }

  @Test func theBarrierBetweenTwoWellsIsTheRidge() throws {
    let line = LineProfile(
      of: .function(.saddle), from: TestFunction.point(0, -1), to: TestFunction.point(0, 1), points: 21)
    #expect(line.costs[0] == -0.25 && line.costs[20] == -0.25)
    #expect(abs(try #require(line.barrier) - 0.25) < 1e-6)
    #expect(line.top == 0.5)
  }

  @Test func aBowlHasNoBarrier() {
    let line = LineProfile(
      of: .function(.bowl), from: TestFunction.point(-1, 0), to: TestFunction.point(2, 1), points: 11)
    #expect(line.barrier == 0 && line.top == nil)
  }

  @Test func theSurfaceOfABarrierBringsItsLine() throws {
    let trainer = ringTrainer()
    let (start, end) = (trainer.network.parameters, ringTrainer(seed: 2).network.parameters)
    let landscape = Landscape.network(NetworkLandscape(of: trainer))
    var recipe = PlaneRecipe(.barrier, weights: end, seed: 1)
    recipe.saved = [start, end]
    let result = try #require(
      SurfaceOutcome(computing: SurfaceRequest(landscape, recipe: recipe, width: 5, height: 5)).result)
    let profile = try #require(result.profile)
    #expect(profile == LineProfile(of: landscape, from: start, to: end, points: profile.positions.count))
    recipe.axes = .random
    let other = SurfaceOutcome(computing: SurfaceRequest(landscape, recipe: recipe, width: 5, height: 5)).result
    #expect(try #require(other).profile == nil)
  }

  @Test func theEndsCostWhatTrainingReports() {
    let trainer = ringTrainer()
    let (start, end) = (trainer.network.parameters, ringTrainer(seed: 2).network.parameters)
    let line = LineProfile(of: .network(NetworkLandscape(of: trainer)), from: start, to: end, points: 5)
    #expect(isSameSum(line.costs[0], trainer.reportedCost(at: start)))
    #expect(isSameSum(line.costs[4], trainer.reportedCost(at: end)))
  }
}
