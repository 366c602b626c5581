import Foundation
import NeuralNetwork
import Testing

@testable import ErrorSurfaces

@Suite struct SurfaceWorkerTests {
  private func request(_ function: TestFunction, size: Int, generation: Int) -> SurfaceRequest {
    SurfaceRequest(
      .function(function), recipe: PlaneRecipe(.function(function), weights: function.start), width: size,
      height: size, generation: generation)
  }

  private func finish(_ worker: SurfaceWorker) {
    while worker.isBusy { Thread.sleep(forTimeInterval: 0.001) }
  }

  @Test func computesInTheBackground() throws {
    let worker = SurfaceWorker()
    worker.compute(request(.bowl, size: 33, generation: 1), threads: 2)
    finish(worker)
    let result = try #require(worker.latest?.result)
    #expect(result.isComplete)
    #expect(result.grid[16, 16] == 0)
  }

  @Test func whatIsDoneUnseenIsStillNews() throws {
    let worker = SurfaceWorker()
    #expect(!worker.hasNews)
    worker.compute(request(.bowl, size: 9, generation: 1), threads: 1)
    finish(worker)
    #expect(!worker.isBusy && worker.hasNews)
    #expect(worker.news()?.isFinal == true && !worker.hasNews)
  }

  @Test func aNewGenerationNeverShowsTheOldGrid() {
    let worker = SurfaceWorker()
    let functions = TestFunction.allCases
    for (number, function) in (functions + functions).enumerated() {
      worker.compute(request(function, size: 150, generation: number), threads: 1)
      for _ in 0..<20 {
        guard let result = worker.latest?.result else { continue }
        #expect(result.request.generation == number)
        guard case .function(let shown) = result.request.landscape else { return }
        #expect(shown == function)
        #expect(result.grid[0, 0] == function.value(Double(result.grid.a(0)), Double(result.grid.b(0))))
      }
    }
    finish(worker)
    #expect(worker.latest?.result?.isComplete == true)
  }

  @Test func aPlaneThatIsNoneIsRefused() {
    let worker = SurfaceWorker()
    let trainer = ringTrainer()
    let recipe = PlaneRecipe(.path, weights: trainer.network.parameters, path: [trainer.network.parameters])
    let request = SurfaceRequest(.network(NetworkLandscape(of: trainer)), recipe: recipe, width: 8, height: 8)
    worker.compute(request, threads: 1)
    finish(worker)
    #expect(worker.latest == .refused(request, .pathTooShort(points: 1)))
  }

  @Test func theBallIsMeasuredWhereItLies() throws {
    var trainer = ringTrainer()
    let start = trainer.network.parameters
    for _ in 0..<50 { trainer.step() }
    let worker = SurfaceWorker()
    let recipe = PlaneRecipe(.random, weights: trainer.network.parameters, anchor: start)
    worker.compute(
      SurfaceRequest(.network(NetworkLandscape(of: trainer)), recipe: recipe, width: 8, height: 8), threads: 1)
    finish(worker)
    let ball = try #require(worker.latest?.result?.ball)
    #expect(isSameSum(ball.cost, trainer.measureTraining()!.cost))
    #expect(abs(ball.surfaceCost - ball.cost) < 1e-5 * ball.cost && ball.foot.distance < 1e-5)
    #expect(ball.foot.a != 0 || ball.foot.b != 0)
  }

  @Test func saysHowFarItIs() {
    let worker = SurfaceWorker()
    #expect(worker.progress(of: 7, after: .zero) == nil)
    worker.compute(request(.ackley, size: 300, generation: 7), threads: 1)
    var seen: [SurfaceProgress] = []
    while worker.isBusy {
      guard let progress = worker.progress(of: 7, after: .zero), progress != seen.last else { continue }
      seen.append(progress)
      #expect(worker.progress(of: 6, after: .zero) == nil)
      #expect(worker.progress(of: 7, after: .seconds(3600)) == nil, "nothing is said of what does not take long")
    }
    let percents = seen.filter { $0.part == .costs }.map(\.percent)
    #expect(percents.count > 2 && percents == percents.sorted() && percents.allSatisfy { 0...100 ~= $0 })
    #expect(worker.progress(of: 7, after: .zero) == nil)
  }

  @Test func whatTakesLongIsShownWhileItGrows() {
    let worker = SurfaceWorker(refresh: .zero)
    worker.compute(request(.ackley, size: 300, generation: 1), threads: 1)
    var shares: Set<Double> = []
    while shares.count < 6, worker.isBusy {
      if let result = worker.news()?.result { shares.insert(result.progress) }
    }
    worker.cancel()
    finish(worker)
    #expect(shares.count == 6, "four passes alone would have been four")
  }

  @Test func aPlaneInTheMakingIsLeftWhereItIsUnwanted() {
    let trainer = ringTrainer()
    let landscape = Landscape.network(NetworkLandscape(of: trainer))
    let recipe = PlaneRecipe(.curvature, weights: trainer.network.parameters)
    var shares: [Double] = []
    #expect(throws: PlaneError.noCurvature) {
      try recipe.plane(on: landscape) { share in
        shares.append(share)
        return shares.count < 4
      }
    }
    #expect(shares == [0, 1, 2, 3].map { $0 / 24 })
    #expect(throws: Never.self) { try recipe.plane(on: landscape) { (0..<1).contains($0) } }
  }

  @Test func cancellingForgetsEverything() {
    let worker = SurfaceWorker()
    worker.compute(request(.ackley, size: 2000, generation: 1), threads: 1)
    worker.cancel()
    let begin = Date()
    finish(worker)
    #expect(Date().timeIntervalSince(begin) < 2)
    #expect(worker.latest == nil)
    worker.compute(request(.bowl, size: 9, generation: 1), threads: 1)
    finish(worker)
    #expect(worker.latest?.result?.isComplete == true)
  }

  @Test func onlyTheNewestOfAGenerationWaits() {
    let worker = SurfaceWorker()
    for size in 20...60 { worker.compute(request(.eggbox, size: size, generation: 3), threads: 1) }
    finish(worker)
    #expect(worker.latest?.result?.grid.width == 60)
  }
}
