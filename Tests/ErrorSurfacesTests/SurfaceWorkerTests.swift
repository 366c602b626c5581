import Foundation
import NeuralNetwork
import Testing

@testable import ErrorSurfaces

@Suite struct SurfaceWorkerTests {
  private func request(_ function: TestFunction, size: Int, generation: Int) -> SurfaceRequest {
    SurfaceRequest(
      landscape: .function(function), plane: .function, window: function.domain, width: size, height: size,
      generation: generation)
  }

  private func finish(_ worker: SurfaceWorker) {
    while worker.isBusy { Thread.sleep(forTimeInterval: 0.001) }
  }

  @Test func computesInTheBackground() throws {
    let worker = SurfaceWorker()
    worker.compute(request(.bowl, size: 33, generation: 1), threads: 2)
    finish(worker)
    let result = try #require(worker.latest)
    #expect(result.isComplete)
    #expect(result.grid[16, 16] == 0)
  }

  @Test func aNewGenerationNeverShowsTheOldGrid() {
    let worker = SurfaceWorker()
    let functions = TestFunction.allCases
    for (number, function) in (functions + functions).enumerated() {
      worker.compute(request(function, size: 150, generation: number), threads: 1)
      for _ in 0..<20 {
        guard let result = worker.latest else { continue }
        #expect(result.request.generation == number)
        guard case .function(let shown) = result.request.landscape else { return }
        #expect(shown == function)
        #expect(result.grid[0, 0] == function.value(Double(result.grid.a(0)), Double(result.grid.b(0))))
      }
    }
    finish(worker)
    #expect(worker.latest?.isComplete == true)
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
    #expect(worker.latest?.isComplete == true)
  }

  @Test func onlyTheNewestOfAGenerationWaits() {
    let worker = SurfaceWorker()
    for size in 20...60 { worker.compute(request(.eggbox, size: size, generation: 3), threads: 1) }
    finish(worker)
    #expect(worker.latest?.grid.width == 60)
  }
}
