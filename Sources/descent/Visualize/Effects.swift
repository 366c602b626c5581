import Experiments
import Screen
import Visualizer

extension EventLoop {
  /// Reads what is to be run.
  func opening(_ source: String) -> Action {
    do throws(Mistake) {
      let opened = try Experiment.open(source: source)
      return .opened(opened.experiment, opened.dataset)
    } catch {
      return .failed(error.description)
    }
  }

  func saving(_ request: SaveRequest, of state: State) -> Action { .notice("saved") }
}
