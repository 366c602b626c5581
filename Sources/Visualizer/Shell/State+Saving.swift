import Experiments
import Plots
import Screen

extension State {
  /// Asks for the weights, the costs so far and a picture of this moment to be written.
  mutating func save() {
    guard let run else { return }
    var picture = Frame(width: width, height: height)
    draw(into: &picture)
    let moment = SavedMoment(
      parameters: run.history.process.point, loss: run.loss,
      picture: picture.svg(theme.name == .light ? .light : .dark))
    effects.append(.save(SaveRequest(name: run.experiment.name, moment: moment)))
  }
}
