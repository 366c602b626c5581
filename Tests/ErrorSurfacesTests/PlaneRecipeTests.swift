import NeuralNetwork
import Testing
import Training

@testable import ErrorSurfaces

@Suite struct PlaneRecipeTests {
  private let trainer = ringTrainer()
  private var landscape: Landscape { .network(NetworkLandscape(of: trainer)) }
  private var start: Parameters { trainer.network.parameters }

  private func trained(_ updates: Int) -> [Parameters] {
    var (trainer, path) = (trainer, [trainer.network.parameters])
    for _ in 0..<updates {
      trainer.step()
      path.append(trainer.network.parameters)
    }
    return path
  }

  @Test(arguments: ["random", "layers.0.weight[1][1],layers.1.bias[0]", "path", "curvature"])
  func everyPlaneGoesThroughThePresentWeights(axes: String) throws {
    let path = trained(60)
    let recipe = PlaneRecipe(try SurfaceAxes(axes), weights: path[60], anchor: start, path: path)
    let plane = try recipe.plane(on: landscape)
    let foot = plane.project(path[60])
    #expect(foot.distance < 1e-5)
    #expect(recipe.window(on: plane).contains(a: foot.a, b: foot.b))
  }

  @Test func namedParametersKeepTheirReadings() throws {
    let path = trained(60)
    let recipe = PlaneRecipe(
      try SurfaceAxes("layers.0.weight[1][1],layers.1.bias[0]"), weights: path[60], anchor: start)
    let plane = try recipe.plane(on: landscape)
    let foot = plane.project(path[60])
    #expect(abs(plane.a.reading + foot.a - path[60][weight: 0, 1, 1]) < 1e-6)
    #expect(abs(plane.b.reading + foot.b - path[60][bias: 1, 0]) < 1e-6)
  }

  @Test func theWholePathIsInItsWindow() throws {
    let path = trained(200)
    let recipe = PlaneRecipe(.path, weights: path[200], path: path)
    let plane = try recipe.plane(on: landscape)
    let window = recipe.window(on: plane)
    for point in path {
      let foot = plane.project(point)
      #expect(window.contains(a: foot.a, b: foot.b))
    }
    #expect(plane.variance! > 0.5 && plane.variance! <= 1 + 1e-9)
  }

  @Test func aBarrierNeedsTwoSavedPoints() throws {
    #expect(throws: PlaneError.nothingSaved) { try PlaneRecipe(.barrier, weights: start).plane(on: landscape) }
    let saved = [start, ringTrainer(seed: 2).network.parameters]
    let recipe = PlaneRecipe(.barrier, weights: start, saved: saved)
    let plane = try recipe.plane(on: landscape)
    for point in saved {
      let foot = plane.project(point)
      #expect(recipe.window(on: plane).contains(a: foot.a, b: foot.b))
    }
  }

  @Test func aTestFunctionsPlaneIsItsOwn() throws {
    let recipe = PlaneRecipe(.function(.beale), weights: TestFunction.beale.start)
    let plane = try recipe.plane(on: .function(.beale))
    #expect(recipe.window(on: plane) == TestFunction.beale.domain)
    #expect(plane.point(a: 1, b: 2) == TestFunction.point(1, 2))
  }
}
