import ErrorSurfaces
import Experiments
import Foundation

/// A surface computed on all cores, with a progress bar on a terminal where it takes longer than a second.
enum SlowSurface {
  private static var threads: Int { ProcessInfo.processInfo.activeProcessorCount }
  private static var bar: ProgressBar? { ProgressBar(title: "surface", after: .seconds(1)) }

  /// The grid of a plane.
  static func compute(
    _ landscape: Landscape, _ plane: Plane, _ window: SurfaceWindow, _ size: GridSize
  ) -> SurfaceGrid {
    var computation = SurfaceComputation(
      landscape, on: plane, window: window, width: size.width, height: size.height, threads: threads)
    var bar = bar
    while !computation.isComplete {
      computation.advance()
      bar?.showIfDue(share: computation.progress, "\(computation.computed) of \(computation.total) points")
    }
    bar?.end()
    return computation.grid
  }

  /// The plane of a recipe.
  static func plane(_ recipe: PlaneRecipe, on landscape: Landscape) throws(PlaneError) -> Plane {
    var bar = bar
    defer { bar?.end() }
    return try recipe.plane(on: landscape) { share in
      bar?.showIfDue(share: share, "its plane")
      return true
    }
  }

  /// What becomes of a request.
  static func outcome(of request: SurfaceRequest) -> SurfaceOutcome {
    var bar = bar
    defer { bar?.end() }
    return SurfaceOutcome(computing: request, threads: threads) { progress in
      bar?.showIfDue(share: Double(progress.percent) / 100, progress.part == .plane ? "its plane" : "its points")
    }
  }
}
