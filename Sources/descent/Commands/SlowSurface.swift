import ErrorSurfaces
import Experiments
import Foundation

/// A surface computed on all cores, with a progress bar on a terminal where it takes longer than a second.
enum SlowSurface {
  static func compute(
    _ landscape: Landscape, _ plane: Plane, _ window: SurfaceWindow, _ size: GridSize
  ) -> SurfaceGrid {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var computation = SurfaceComputation(
      landscape, on: plane, window: window, width: size.width, height: size.height, threads: threads)
    var bar = ProgressBar(title: "surface", after: .seconds(1))
    var slice = threads
    while !computation.isComplete {
      let start = ContinuousClock.now
      computation.advance(points: slice)
      if .now - start < .milliseconds(25) { slice *= 2 }
      bar?.show(share: computation.progress, "\(computation.computed) of \(computation.total) points")
    }
    bar?.end()
    return computation.grid
  }
}
