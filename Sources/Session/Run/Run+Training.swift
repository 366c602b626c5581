import NeuralNetwork
import Training

extension Run {
  /// Makes updates, and measures once if an epoch has ended, or so many updates have been made since the last measure.
  mutating func train(updates: Int, measuringEvery interval: Int?) {
    let epoch = history.trainer.epoch
    walk(updates)
    twin?.follow(history.trainer)
    let isDue = interval.map { abs(history.trainer.updates - measured) >= $0 } ?? false
    if isDue || history.trainer.epoch > epoch || history.trainer.divergence != nil { measure() }
  }

  /// One step forward, or back.
  mutating func step(by granularity: Granularity, back: Bool) {
    let (updates, parameters) = (history.trainer.updates, history.trainer.network.parameters)
    if back { history.back(by: granularity) } else { history.forward(by: granularity) }
    if back { twin = nil } else { twin?.follow(history.trainer) }
    if history.trainer.updates != updates || history.trainer.network.parameters != parameters { measure() }
  }

  /// Measures unless that has been done since the last update.
  mutating func measureIfStale() {
    if measured != history.trainer.updates { measure() }
  }

  /// Measures both parts and adds a point to the curve.
  mutating func measure() {
    training = history.trainer.measureTraining()
    test = history.trainer.measureTest()
    measured = history.trainer.updates
    wrongAnswers = pictureKind == .table ? wrongAnswers(atMost: 60) : []
    history.record(training: training?.cost, test: test?.cost)
    twin?.measure(at: history.trainer.updates)
    notePlace()
  }
}
