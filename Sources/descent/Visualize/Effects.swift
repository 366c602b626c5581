import Datasets
import Experiments
import Foundation
import Screen
import Session
import Visualizer

extension EventLoop {
  /// Reads what is to be run.
  func opening(_ source: String) -> Action {
    do throws(Mistake) {
      let opened = try Experiment.open(source: source, preferring: preferences.settings)
      return .opened(opened.experiment, opened.dataset)
    } catch {
      return .failed(error.description)
    }
  }

  /// Takes the mouse, or lets go of it.
  func togglingMouse() -> Action {
    terminal.usesMouse.toggle()
    return .notice(
      terminal.usesMouse ? "the mouse is used" : "the mouse is the terminal's: select text; M takes it back")
  }

  /// Writes a moment into the folder in which the program was started.
  func saving(_ request: SaveRequest) -> Action {
    do throws(Mistake) {
      let name = try request.moment.write(name: request.name, into: ".")
      return .notice("saved \(name).safetensors (weights), .csv (costs), .svg (this picture)")
    } catch {
      return .failed(error.description)
    }
  }
}

extension Action {
  /// The rows of a data file, or why they cannot be read.
  static func reading(_ recipe: DataRecipe) -> Action {
    do throws(DataError) {
      return .session(.rows(try recipe.load()))
    } catch {
      return .failed(error.description)
    }
  }
}
