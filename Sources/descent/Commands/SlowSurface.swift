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
    let begin = ContinuousClock.now
    var bar: ProgressBar?
    var slice = threads
    while !computation.isComplete {
      let start = ContinuousClock.now
      computation.advance(points: slice)
      if .now - start < .milliseconds(25) { slice *= 2 }
      if bar == nil, .now - begin > .seconds(1) { bar = ProgressBar(title: "surface") }
      bar?.show(share: computation.progress, "\(computation.computed) of \(computation.total) points")
    }
    bar?.end()
    return computation.grid
  }
}
