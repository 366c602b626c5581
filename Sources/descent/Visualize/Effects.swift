import Experiments
import Screen
import Visualizer

extension EventLoop {
  /// Reads what is to be run.
  func opening(_ source: String) -> Action {
    do {
      let experiment = Experiment.sample
      return .opened(experiment, try experiment.recipe.load())
    } catch {
      return .failed(String(describing: error))
    }
  }

  func saving(_ request: SaveRequest, of state: State) -> Action { .notice("saved") }
}
