import ErrorSurfaces
import Foundation
import Training

/// Error surfaces, each with a plane of its own, as the visualizer has them computed.
extension Benchmark {
  static let surfaces = [
    Benchmark(
      "surface", "error surface 80x48 of 2-8-8-1 on 250 samples", .rate(of: "surfaces"), aim: 100
    ) { surfaces(threads: 1) },
    Benchmark(
      "surface-all-threads",
      "the same on all threads (\(ProcessInfo.processInfo.activeProcessorCount))", .rate(of: "surfaces"), clock: .wall,
      aim: ProcessInfo.processInfo.activeProcessorCount == 2 ? 190 : nil
    ) { surfaces(threads: ProcessInfo.processInfo.activeProcessorCount) },
  ]

  private static func surfaces(threads: Int) -> () -> Int {
    let trainer = toyTrainer(batch: 10, rows: 250)
    let recipe = PlaneRecipe(.random, weights: trainer.network.parameters)
    let request = SurfaceRequest(
      .network(NetworkLandscape(of: trainer)), recipe: recipe, window: SurfaceWindow(range: 1), width: 80, height: 48)
    return {
      let outcome = SurfaceOutcome(computing: request, threads: threads)
      precondition(outcome.result?.isComplete == true, "the surface is not whole")
      return 1
    }
  }
}
