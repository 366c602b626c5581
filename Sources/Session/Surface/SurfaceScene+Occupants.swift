import ErrorSurfaces
import NeuralNetwork
import Training

/// Balls, racers, and who walks in fog.
extension SurfaceScene {
  /// Puts a single ball on a test function.
  mutating func place(on function: TestFunction, _ point: Parameters, _ run: Run) {
    let settings = run.experiment.training
    occupant = .ball(Race(on: function, from: point, [Entrant(settings.optimizer, rate: settings.learningRate)]))
  }

  /// Six optimizers from the present weights, or from a test function's start.
  ///
  /// Random directions have next to nothing of six paths in them: there the plane of the paths takes their place.
  mutating func startRace(_ run: Run) {
    guard function != nil || run.history.process.training != nil else { return }
    let before = axes
    if axes == .random { show(.path, run) }
    let race =
      if let function {
        Race(on: function, from: function.start, Entrant.lineup(on: function))
      } else {
        Race(training: run.trainer, Entrant.lineup(rate: run.trainer.settings.learningRate))
      }
    occupant = .racers(race, returningTo: before == axes ? nil : before)
  }

  /// Ends a race: back to the axes before it; on a test function a single ball begins again.
  mutating func endRace(_ run: Run) {
    guard case .racers(_, let before) = occupant else { return }
    occupant = .weights
    if let before { return show(before, run) }
    if let function { place(on: function, function.start, run) }
  }

  /// Sinks the surface in fog; the learner stands at the ball, or at a test function's start. Says whether there was a surface
  /// to sink.
  @discardableResult
  mutating func sinkInFog() -> Bool {
    guard let result, result.isComplete else { return false }
    let start = function.map { Plane.function.project($0.start) } ?? result.ball.foot
    cursor = nil
    awaitsFog = false
    occupant = .walker(
      FogWalk(on: result.request.landscape, plane: result.plane, window: result.grid.window, fromA: start.a, b: start.b)
    )
    return true
  }

  /// Gives up in fog; once it has lifted, leaves the surface to the weights or the ball.
  mutating func liftFog(_ run: Run) {
    guard fog?.isLifted == true else { return changeWalk { $0.giveUp() } }
    occupant = .weights
    if let function { place(on: function, function.start, run) }
  }

  /// Everyone who walks on a test function back to its start; a network stays where it is.
  mutating func returnToStart(_ run: Run) {
    guard let function else { return }
    switch occupant {
    case .weights, .ball: place(on: function, function.start, run)
    case .racers: restart()
    case .walker: break
    }
  }

  /// Everyone back to where they began.
  mutating func restart() {
    changeRace { $0.restart() }
    changeWalk { $0.restart() }
  }

  /// So many steps of the racers or the ball; in fog one step along the slope.
  mutating func step(_ count: Int) {
    changeWalk { $0.followSlope() }
    changeRace { race in
      for _ in 0..<count { race.step() }
      race.measure()
    }
  }

  mutating func stepBack() { changeRace { $0.stepBack() } }

  /// One step of the learner in fog.
  mutating func walk(_ direction: FogWalk.Direction) { changeWalk { $0.walk(direction) } }

  /// Measures the slope under the learner in fog.
  mutating func measureSlope() { changeWalk { $0.measureSlope() } }

  /// Changes the race in place, without a copy.
  private mutating func changeRace(_ change: (inout Race) -> Void) {
    switch occupant {
    case .ball(var race):
      occupant = .weights
      change(&race)
      occupant = .ball(race)
    case .racers(var race, let before):
      occupant = .weights
      change(&race)
      occupant = .racers(race, returningTo: before)
    case .weights, .walker: break
    }
  }

  private mutating func changeWalk(_ change: (inout FogWalk) -> Void) {
    guard case .walker(var walk) = occupant else { return }
    occupant = .weights
    change(&walk)
    occupant = .walker(walk)
  }
}
