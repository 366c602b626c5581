import NeuralNetwork
import Training

extension Run {
  /// Makes updates, and adds the points to the curve that fall due on the way; a divergence ends it.
  mutating func train(updates: Int) {
    var left = updates
    while left > 0, trainer.divergence == nil {
      let count = min(left, trainer.updatesToPoint)
      walk(count)
      twin?.follow(history.trainer)
      left -= count
      if trainer.isPointDue { addPoint() }
    }
    if trainer.divergence != nil || trainer.isQuicklyMeasured { measureIfStale() }
  }

  /// One step forward, or back.
  mutating func step(by granularity: Granularity, back: Bool) {
    let (updates, parameters, edit) = (trainer.updates, trainer.network.parameters, history.lastEdit)
    switch (back, granularity) {
    case (true, _):
      history.back(by: granularity)
      twin = nil
    case (false, .epoch): stepByEpoch()
    case (false, .neuron), (false, .layer), (false, .sample), (false, .update):
      history.forward(by: granularity)
      twin?.follow(history.trainer)
      if trainer.updates != updates, trainer.isPointDue { addPoint() }
    }
    // In the past a step may come to a change of settings or data, which leaves updates and weights as they are.
    if trainer.updates != updates || trainer.network.parameters != parameters || history.lastEdit != edit { measure() }
  }

  /// On to the end of the epoch, by way of the curve's points.
  private mutating func stepByEpoch() {
    history.forward(by: .update)
    twin?.follow(history.trainer)
    if trainer.isPointDue { addPoint() }
    while trainer.performed != .epoch, trainer.divergence == nil { train(updates: 1) }
  }

  /// Measures unless that has been done since the last update.
  mutating func measureIfStale() {
    if measured != trainer.updates { measure() }
  }

  /// Measures both parts at the present position.
  mutating func measure() {
    training = trainer.measureTraining()
    test = trainer.measureTest()
    measured = trainer.updates
    wrongAnswers = pictureKind == .table ? wrongAnswers(atMost: 60) : []
    twin?.measure(at: history.trainer.updates)
    notePlace()
    if history.isAtTip { tips[history.current] = Tip(of: self) }
  }

  /// Measures, and adds a point to the curve.
  mutating func addPoint() {
    measure()
    history.record(training: training?.cost, test: test?.cost)
  }
}
