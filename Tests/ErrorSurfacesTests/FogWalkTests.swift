import NeuralNetwork
import Testing

@testable import ErrorSurfaces

@Suite struct FogWalkTests {
  private func walk(on function: TestFunction = .bowl, _ a: Float = -1, _ b: Float = 0.5) -> FogWalk {
    FogWalk(on: .function(function), plane: .function, window: function.domain, fromA: a, b: b)
  }

  @Test func stepsAndMeasurementsAreCounted() {
    var walk = walk()
    walk.walk(.right)
    walk.walk(.down)
    walk.measureSlope()
    walk.measureSlope()
    #expect(walk.steps == 2 && walk.measurements == 1)
    #expect(walk.slope == Plane.Slope(a: 2 * walk.place.a, b: 2 * walk.place.b))
    #expect(abs(walk.place.a + 0.9) < 1e-6 && abs(walk.place.b - 0.4) < 1e-6)
    walk.walk(.left)
    #expect(walk.slope == nil)
  }

  @Test func theFogLiftsAtTheMinimum() {
    var walk = walk()
    for _ in 0..<10 { walk.walk(.right) }
    #expect(!walk.isLifted)
    for _ in 0..<5 { walk.walk(.down) }
    #expect(walk.end == .minimum)
    let steps = walk.steps
    walk.walk(.left)
    walk.measureSlope()
    #expect(walk.steps == steps && walk.measurements == 0)
  }

  @Test(arguments: [(0.52, -0.9), (-1.6, 1.71), (-1, 0.5)] as [(Float, Float)])
  func theWayLeadsToWithinHalfAStride(a: Float, b: Float) {
    var walk = walk(on: .saddle)
    for step in walk.way(toA: a, b: b) { walk.walk(step) }
    #expect(abs(walk.place.a - a) <= walk.stride.a / 2 + 1e-5 && abs(walk.place.b - b) <= walk.stride.b / 2 + 1e-5)
  }

  @Test func aSaddleIsNoMinimum() {
    #expect(walk(on: .saddle, 0, 0).end == nil)
    #expect(walk(on: .saddle, 0, 1).end == .minimum)
  }

  @Test func followingTheSlopeArrives() {
    var walk = walk(on: .ravine, -1.5, 1)
    for _ in 0..<200 where !walk.isLifted { walk.followSlope() }
    #expect(walk.end == .minimum)
    #expect(walk.measurements == walk.steps)
  }

  @Test func theWindowsEdgeHolds() {
    var walk = walk(on: .bowl, -1.95, 0)
    walk.walk(.left)
    #expect(walk.steps == 0)
    var steep = self.walk(on: .rosenbrock, -2, 3)
    steep.followSlope()
    #expect(steep.window.contains(a: steep.place.a, b: steep.place.b))
  }

  @Test func onlyWalkedGroundIsLit() {
    var walk = walk()
    let before = walk.lit(width: 41, height: 41, in: walk.window)
    walk.walk(.right)
    let after = walk.lit(width: 41, height: 41, in: walk.window)
    // The grid's points are one stride apart: a place lights itself and its eight neighbours.
    #expect(before.filter { $0 }.count == 9)
    #expect(after.filter { $0 }.count == 12)
    #expect(before[25 * 41 + 10] && !before[25 * 41 + 12] && after[25 * 41 + 12])
    walk.giveUp()
    #expect(walk.end == .gaveUp)
    #expect(walk.lit(width: 3, height: 3, in: walk.window).allSatisfy { $0 })
  }

  @Test func groundThatIsNotFiniteDoesNotEndTheWalk() {
    var walk = FogWalk(
      on: .network(NetworkLandscape(of: lineTrainer())),
      plane: try! .parameters(
        .weight(layer: 0, unit: 0, input: 0), .bias(layer: 0, unit: 0), through: lineTrainer().network.parameters),
      window: SurfaceWindow(range: 1e30), fromA: 9e29, b: 0)
    walk.followSlope()
    #expect(!walk.isLifted)
  }
}
