import ErrorSurfaces
import LinearAlgebra
import NeuralNetwork
import Testing

@Suite struct TestFunctionTests {
  @Test(arguments: TestFunction.allCases) func gradientMatchesDifferences(function: TestFunction) {
    let h = 1e-5
    for (x, y) in grid(over: function.domain, count: 9) where x != 0 || y != 0 {
      let gradient = function.gradient(x, y)
      let dx = (function.value(x + h, y) - function.value(x - h, y)) / (2 * h)
      let dy = (function.value(x, y + h) - function.value(x, y - h)) / (2 * h)
      let scale = max(1, abs(dx), abs(dy))
      #expect(abs(gradient.x - dx) < 1e-6 * scale, "∂x at \(x), \(y)")
      #expect(abs(gradient.y - dy) < 1e-6 * scale, "∂y at \(x), \(y)")
    }
  }

  @Test(arguments: TestFunction.allCases) func hasItsPublishedValueAtItsMinima(function: TestFunction) {
    for point in function.minima.points {
      #expect(abs(function.value(point.x, point.y) - function.minima.value) < 1e-6)
      let gradient = function.gradient(point.x, point.y)
      #expect(abs(gradient.x) < 2e-3 && abs(gradient.y) < 2e-3, "at \(point)")
    }
  }

  @Test(arguments: TestFunction.allCases) func nothingInTheDomainIsLower(function: TestFunction) {
    for (x, y) in grid(over: function.domain, count: 201) {
      #expect(function.value(x, y) >= function.minima.value - 1e-6, "at \(x), \(y)")
    }
  }

  /// On a small circle around a saddle the ground is above it twice and below it twice; the slope vanishes.
  @Test(arguments: TestFunction.allCases) func saddlesHaveNoSlopeAndTwoWaysUp(function: TestFunction) {
    for point in function.saddles {
      let slope = function.gradient(point.x, point.y)
      #expect(abs(slope.x) + abs(slope.y) < 1e-6, "at \(point)")
      let here = function.value(point.x, point.y)
      let signs = (0..<64).map { step in
        let angle = Double(step) * .pi / 32
        let (x, y) = (1e-3 * PreciseElementary.cos(angle), 1e-3 * PreciseElementary.sin(angle))
        return function.value(point.x + x, point.y + y) > here
      }
      let changes = signs.indices.count { signs[$0] != signs[($0 + 1) % signs.count] }
      #expect(changes == 4, "at \(point)")
      #expect(function.domain.contains(a: Float(point.x), b: Float(point.y)))
    }
  }

  @Test func theSaddlesThatAreKnownAreFound() {
    #expect(TestFunction.bowl.saddles.isEmpty && TestFunction.ravine.saddles.isEmpty)
    #expect(TestFunction.rosenbrock.saddles.isEmpty && TestFunction.plateau.saddles.isEmpty)
    let middle = TestFunction.saddle.saddles
    #expect(middle.count == 1 && middle.allSatisfy { abs($0.x) < 1e-9 && abs($0.y) < 1e-9 })
    // Himmelblau's four lie between its four minima and its maximum.
    let known = [(-3.073026, -0.081353), (-0.127961, -1.953715), (0.086678, 2.884255), (3.385154, 0.073852)]
    let found = TestFunction.himmelblau.saddles
    #expect(found.count == 4)
    for (point, place) in zip(found, known) { #expect(abs(point.x - place.0) + abs(point.y - place.1) < 1e-5) }
    #expect(TestFunction.beale.saddles.contains { abs($0.x) < 1e-6 && abs($0.y - 1) < 1e-6 })
    #expect(TestFunction.rastrigin.saddles.count > 100 && TestFunction.sixHumpCamel.saddles.count >= 5)
  }

  @Test func valuesComputedByHand() {
    #expect(TestFunction.ravine.value(2, 3) == 94)
    #expect(TestFunction.rosenbrock.value(-1.2, 1) == 24.199999999999996)
    #expect(TestFunction.himmelblau.value(0, 0) == 170)
    #expect(TestFunction.beale.value(0, 0) == 14.203125)
    #expect(abs(TestFunction.rastrigin.value(1, 1) - 2) < 1e-12)
    #expect(abs(TestFunction.ackley.value(1, 1) - 3.6253849384403627) < 1e-12)
    #expect(abs(TestFunction.eggbox.value(1, 2) - 0.9651474012342926) < 1e-12)
  }

  @Test(arguments: TestFunction.allCases) func startAndMinimaLieInTheDomain(function: TestFunction) {
    #expect(function.domain.contains(a: function.start.values[0], b: function.start.values[1]))
    for point in function.minima.points {
      #expect(function.domain.contains(a: Float(point.x), b: Float(point.y)))
    }
    #expect(function.value(at: function.start) > function.minima.value)
  }

  @Test func namesAreRead() {
    #expect(TestFunction(name: "six-hump camel") == .sixHumpCamel)
    #expect(TestFunction(name: "two-wells") == .twoWells)
    #expect(TestFunction(name: "volcano") == nil)
  }

  private func grid(over window: SurfaceWindow, count: Int) -> [(Double, Double)] {
    let grid = SurfaceGrid(width: count, height: count, window: window)
    return (0..<count * count).map { (Double(grid.a($0 % count)), Double(grid.b($0 / count))) }
  }
}
