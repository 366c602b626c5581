import Experiments
import Screen
import Training

extension State {
  /// The run as it is, to go on with another day; nil where nothing has been learned.
  public var savedRun: SavedRun? {
    guard let run, run.trainer.updates > 0 else { return nil }
    return SavedRun(of: run.trainer, run.experiment)
  }

  /// Goes on with a run that was left, once Space is pressed.
  mutating func resume(_ trainer: Trainer) {
    run?.make(.trainer(trainer))
    isRunning = false
    notice = Notice(text: "as it was left, after \(trainer.updates) updates: Space goes on", isWarning: false)
  }

  /// Asks for the weights, the costs so far and a picture of this moment to be written.
  func save() -> [Effect] {
    guard let run else { return [] }
    var picture = Frame(width: width, height: height)
    draw(into: &picture)
    let moment = SavedMoment(
      parameters: run.trainer.network.parameters, loss: run.loss,
      picture: picture.svg(theme.name == .light ? .light : .dark))
    return [.save(SaveRequest(name: run.experiment.name, moment: moment))]
  }
}
