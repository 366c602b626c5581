import NeuralNetwork
import Training

extension Run {
  /// Makes updates, and adds the points to the curve that fall due on the way; a divergence ends it.
  mutating func train(updates: Int) {
    var left = updates
    while left > 0, !history.process.isStill {
      let count = min(left, history.process.cadence.updatesToPoint)
      walk(count)
      followTwin()
      left -= count
      if history.process.cadence.isPointDue { addPoint() }
    }
    if history.process.isStill || history.process.cadence.isQuicklyMeasured { measureIfStale() }
  }

  /// One step forward, or back.
  mutating func step(by granularity: Granularity, back: Bool) {
    let (updates, parameters, edit) = (history.process.updates, history.process.point, history.lastEdit)
    switch (back, granularity) {
    case (true, _):
      history.back(by: granularity)
      twin = nil
    case (false, .epoch): stepByEpoch()
    case (false, .neuron), (false, .layer), (false, .sample), (false, .update):
      history.forward(by: granularity)
      followTwin()
      if history.process.updates != updates, history.process.cadence.isPointDue { addPoint() }
    }
    // In the past a step may come to a change of settings or data, which leaves updates and weights as they are.
    let isMoved = history.process.updates != updates || history.process.point != parameters
    if isMoved || history.lastEdit != edit { measure() }
  }

  /// On to the end of the epoch, by way of the curve's points. Where it is made beside and no longer wanted, it ends: nobody
  /// looks at what has become of it.
  private mutating func stepByEpoch() {
    guard history.process.settler == nil else { return history.forward(by: .epoch) }
    history.forward(by: .update)
    followTwin()
    if history.process.cadence.isPointDue { addPoint() }
    while !history.process.cadence.hasJustEndedEpoch, !history.process.isStill, !Task.isCancelled { train(updates: 1) }
  }

  private mutating func followTwin() {
    if twin != nil {
      let process = history.process
      twin?.follow(process)
    }
  }

  /// Measures unless that has been done since the last update.
  mutating func measureIfStale() {
    if measured != history.process.updates { measure() }
  }

  /// Measures both parts at the present position.
  mutating func measure() {
    takeMeasures()
    measured = history.process.updates
    let updates = history.process.updates
    twin?.measure(at: updates)
    notePlace()
    if history.isAtTip { tips[history.current] = Tip(of: self) }
  }

  private mutating func takeMeasures() {
    if let trainer = history.process.training {
      (training, test) = (trainer.measureTraining(), trainer.measureTest())
      wrongAnswers = pictureKind == .table ? wrongAnswers(atMost: 60) : []
    } else if let recurrent = history.process.recurrent {
      (findings.training, findings.test) = (recurrent.measureTraining(), recurrent.measureTest())
      (training, test) = (findings.training.map(Measures.init), findings.test.map(Measures.init))
    }
  }

  /// Measures, and adds a point to the curve.
  mutating func addPoint() {
    measure()
    history.record(training: training?.cost, test: test?.cost)
  }
}
