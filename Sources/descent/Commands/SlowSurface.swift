import ErrorSurfaces
import Experiments
import Foundation

/// The columns and rows of a grid, as an option gives them: `80x48`.
struct GridSize {
  let width: Int
  let height: Int

  /// The most points that are computed at a time.
  static let limit = 4_000_000

  init(_ text: String) throws(Mistake) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1], width > 0, height > 0 else {
      throw Mistake(
        .impossible(expected: "columns x rows such as 80x48", found: "\"\(text)\""), at: .option("--size"))
    }
    let (points, overflows) = width.multipliedReportingOverflow(by: height)
    guard !overflows, points <= Self.limit else {
      throw Mistake(.impossible(expected: "at most \(Self.limit) points", found: text), at: .option("--size"))
    }
    (self.width, self.height) = (width, height)
  }
}

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
