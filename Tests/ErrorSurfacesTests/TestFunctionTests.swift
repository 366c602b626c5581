import ErrorSurfaces
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
