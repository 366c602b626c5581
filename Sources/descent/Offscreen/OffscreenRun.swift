import ErrorSurfaces
import Experiments
import Foundation
import NeuralNetwork
import Plots
import Screen
import Session
import Visualizer

/// The visualizer without a terminal: it trains when told to, and draws its screen into a frame.
///
/// Nothing depends on the clock, so the same run gives the same frames.
struct OffscreenRun {
  private(set) var state: State
  private var frame: Frame

  /// Opens an experiment, with weights from elsewhere where there are any.
  init(_ opened: OpenedExperiment, weights: Parameters?, size: GridSize, theme: Theme, isLarge: Bool) {
    state = State(width: size.width, height: size.height, theme: theme, demos: [])
    state.isLarge = isLarge
    frame = Frame(width: size.width, height: size.height)
    perform(.opened(opened.experiment, opened.dataset))
    if let weights { perform(.session(.loaded(weights))) }
    computeSurface()
  }

  /// How many updates make an epoch.
  var updatesPerEpoch: Int { state.run?.history.process.cadence.updatesPerEpoch ?? 1 }

  /// Whether there is nothing more to train: a number was not finite.
  var hasDiverged: Bool { state.session?.hasDiverged == true }

  /// Makes updates (steps of the ball, where a test function is shown), on past the end of a lesson's run.
  mutating func train(updates: Int) {
    var left = updates
    while left > 0, !hasDiverged {
      if !state.isRunning { perform(.session(.toggleRun)) }
      let count = min(left, state.session?.updatesToGoal ?? left)
      perform(.session(.train(updates: count)))
      left -= count
    }
  }

  /// Stops, as a person would before taking a picture.
  mutating func pause() {
    if state.isRunning { perform(.session(.toggleRun)) }
  }

  /// The screen as it is now, with a whole error surface where one is seen.
  mutating func picture() -> Frame {
    computeSurface()
    frame.cursor = nil
    state.draw(into: &frame)
    return frame
  }

  /// Computes the surface that is wanted. Its window may follow the ball once; then another is wanted.
  private mutating func computeSurface() {
    for _ in 0..<2 {
      guard let request = state.wantedSurface else { return }
      perform(.session(.surface(.computed(SlowSurface.outcome(of: request)))))
    }
  }

  /// Presses keys. What they ask of the world outside, such as to save a file or to leave, is not done.
  mutating func press(_ keys: KeyPresses) {
    if state.demos.isEmpty, !keys.presses.isEmpty { perform(.demos(Demos.all)) }
    for press in keys.presses {
      if let action = KeyMap.standard.action(for: press, in: state) { perform(action) }
      computeSurface()
    }
  }

  /// Does something in a person's name.
  mutating func perform(_ action: Action) {
    for effect in state.reduce(action) {
      if case .read(let recipe) = effect { perform(.reading(recipe)) }
    }
  }
}
