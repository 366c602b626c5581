import NeuralNetwork
import Testing
import Training

@testable import ErrorSurfaces

@Suite struct SurfaceTests {
  private let ring = ringTrainer()

  private func computation(width: Int, height: Int, threads: Int = 1) -> SurfaceComputation {
    SurfaceComputation(
      .network(NetworkLandscape(of: ring)), on: .random(through: ring.network.parameters, seed: 1),
      window: SurfaceWindow(range: 1), width: width, height: height, threads: threads)
  }

  private func surface(_ computation: SurfaceComputation, slice: Int = 1000) -> SurfaceGrid {
    var computation = computation
    while computation.advance(points: slice) > 0 {}
    return computation.grid
  }

  @Test(arguments: [Cost.quadratic, .absolute, .huber, .hinge])
  func everyPointIsTheCostThatTrainingReports(cost: Cost) {
    let trainer = ringTrainer(hidden: [4, 3], cost: cost)
    let plane = Plane.random(through: trainer.network.parameters, seed: 1)
    let grid = surface(
      SurfaceComputation(
        .network(NetworkLandscape(of: trainer)), on: plane, window: SurfaceWindow(range: 2), width: 7,
        height: 5))
    for row in 0..<5 {
      for column in 0..<7 {
        let reported = trainer.reportedCost(at: plane.point(a: grid.a(column), b: grid.b(row)))
        #expect(isSameSum(grid[column, row], reported))
      }
    }
    #expect(isSameSum(grid[3, 2], trainer.measureTraining()!.cost))
  }

  @Test func aLineFitsSurfaceIsItsParaboloid() throws {
    let trainer = lineTrainer()
    let plane = try Plane.parameters(
      .weight(layer: 0, unit: 0, input: 0), .bias(layer: 0, unit: 0), through: trainer.network.parameters)
    let grid = surface(
      SurfaceComputation(
        .network(NetworkLandscape(of: trainer)), on: plane, window: SurfaceWindow(range: 3), width: 13,
        height: 9))
    let (x, y) = ([-1.0, 0, 1, 2], [-1.5, 0.5, 0, 2])
    for row in 0..<9 {
      for column in 0..<13 {
        let (w, b) = (Double(grid.a(column)), Double(grid.b(row)))
        let exact = zip(x, y).reduce(0.0) { $0 + 0.5 * (w * $1.0 + b - $1.1) * (w * $1.0 + b - $1.1) } / 4
        #expect(abs(grid[column, row] - exact) <= 1e-6 * exact)
      }
    }
  }

  @Test(arguments: [(1, 1), (1, 9), (3, 1), (8, 8), (17, 13), (26, 18)])
  func slicesAndThreadsChangeNothing(width: Int, height: Int) {
    let whole = surface(computation(width: width, height: height))
    #expect(whole.costs.allSatisfy { $0.isFinite })
    for (threads, slice) in [(3, 7), (2, 100)] {
      let again = surface(computation(width: width, height: height, threads: threads), slice: slice)
      #expect(again == whole)
    }
  }

  @Test(arguments: [1, 2, 7, 8, 9, 16, 31]) func everyPointComesOnceCoarseFirst(size: Int) {
    let points = Array(CoarseToFine(width: size, height: 2 * size))
    #expect(points.count == 2 * size * size)
    #expect(Set(points.map { $0.row * size + $0.column }).count == points.count)
    #expect(points.map(\.stride) == points.map(\.stride).sorted(by: >))
  }

  @Test func aCoarsePassFillsTheWholeGrid() {
    var computation = computation(width: 20, height: 12)
    computation.advance(points: 6)
    #expect(computation.grid.costs.allSatisfy { $0.isFinite })
    #expect(!computation.isComplete && computation.progress == 6.0 / 240)
    #expect(computation.grid[9, 3] == computation.grid[8, 0])
  }

  @Test func whatIsNotFiniteIsAGap() throws {
    // ReLU-free overflow: a linear net with weights of 1e30 squares its error beyond single precision.
    let trainer = lineTrainer()
    let plane = try Plane.parameters(
      .weight(layer: 0, unit: 0, input: 0), .bias(layer: 0, unit: 0), through: trainer.network.parameters)
    let grid = surface(
      SurfaceComputation(
        .network(NetworkLandscape(of: trainer)), on: plane, window: SurfaceWindow(range: 1e30), width: 5,
        height: 5))
    #expect(grid[0, 0].isNaN && grid[4, 2].isNaN && grid[2, 2].isFinite)
    #expect(grid.range == grid[2, 2]...grid[2, 2])
    #expect(SurfaceGrid(width: 2, height: 2, window: SurfaceWindow(range: 1)).range == nil)
  }

  @Test func aFlatSurfaceHasARange() {
    let grid = surface(
      SurfaceComputation(
        .function(.plateau), on: .function, window: SurfaceWindow(a: 50...60, b: 50...60), width: 4,
        height: 4))
    #expect(grid.range == 1...1)
  }

  @Test func nearestPointAndOffsetsAgree() throws {
    let grid = SurfaceGrid(width: 11, height: 5, window: SurfaceWindow(a: -1...1, b: 0...8))
    #expect(grid.a(0) == -1 && grid.a(10) == 1 && grid.a(5) == 0 && grid.b(4) == 8)
    let place = try #require(grid.nearest(a: 0.19, b: 3.1))
    #expect(place.column == 6 && place.row == 2)
    #expect(grid.nearest(a: 1.2, b: 0) == nil)
  }

  @Test func zoomingKeepsThePointInPlace() {
    let window = SurfaceWindow(a: -1...1, b: -2...2).zoomed(by: 0.5, around: (a: 0.5, b: -1))
    #expect(window == SurfaceWindow(a: -0.25...0.75, b: -1.5...0.5))
    #expect(SurfaceWindow(range: 1).panned(a: 0.5, b: 0) == SurfaceWindow(a: 0...2, b: -1...1))
    var deep = SurfaceWindow(a: 1...2, b: 1...2)
    for _ in 0..<200 { deep = deep.zoomed(by: 0.5, around: (a: 1.5, b: 1.5)) }
    #expect(deep.a.upperBound > deep.a.lowerBound)
  }
}
