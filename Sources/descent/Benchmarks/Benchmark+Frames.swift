import ErrorSurfaces
import Experiments
import Plots
import Screen
import Visualizer

/// What the visualizer shows, from its state to the bytes for a terminal.
extension Benchmark {
  static let frames = [
    Benchmark("frame", "a frame of 200x60, state to bytes", .time(of: "frame"), aim: 2e-3) {
      drawing(try runningState(width: 200, height: 60))
    },
    Benchmark("frame-mountain", "the same, the error surface as a mountain", .time(of: "frame"), aim: 5e-3) {
      var state = try runningState(width: 200, height: 60)
      _ = state.reduce(.nextSurfaceShape)
      return drawing(state)
    },
  ]

  /// Draws a frame of a state each time, and makes bytes of it.
  private static func drawing(_ state: State) -> () -> Int {
    var frame = Frame(width: state.width, height: state.height)
    return {
      state.draw(into: &frame)
      let bytes = frame.ansiBytes(depth: state.theme.depth).count
      precondition(bytes > frame.cells.count, "the frame has \(bytes) bytes")
      return 1
    }
  }

  /// A demo on its way, with every panel filled, the error surface too.
  private static func runningState(width: Int, height: Int) throws -> State {
    let opened = try Experiment.open(source: "spiral")
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: .full, glyphs: .quadrants), demos: [])
    _ = state.reduce(.opened(opened.experiment, opened.dataset))
    for _ in 0..<10 { _ = state.reduce(.session(.train(updates: 100))) }
    if let request = state.wantedSurface {
      _ = state.reduce(.session(.surface(.computed(SurfaceOutcome(computing: request)))))
    }
    return state
  }
}
