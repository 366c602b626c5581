import ErrorSurfaces
import Experiments
import NeuralNetwork

extension SurfaceScene {
  /// What can be done on the surface.
  public enum Action: Hashable, Sendable {
    /// The next or previous kind of plane, with the parameters that are selected for the plane of two.
    case changeAxes(by: Int, parameters: SurfaceAxes?)
    /// Begins or ends the race of six optimizers; lets fog sink or lifts it.
    case toggleRace, toggleFog
    /// Marks the present weights as the beginning of a barrier.
    case markWeights
    /// A step of the learner in fog; else of the cursor.
    case move(FogWalk.Direction)
    /// Puts the cursor at a place.
    case point(at: Place)
    /// Takes the cursor away.
    case dropCursor
    /// Makes the window so many times as large around the cursor, or its middle; below 1 is nearer.
    case zoom(by: Float)
    /// The window that the plane suggests.
    case showWhole
    /// Measures the slope in fog; else puts ball or weights at the cursor.
    case enter
    /// What has been computed.
    indirect case computed(SurfaceOutcome)
    /// How far the surface in the making is; nil where that is not to be said any more.
    case progress(SurfaceProgress?)
    /// How fast surfaces are computed beside training.
    case pace(pointsPerSecond: Double)
  }
}

extension LearningSession {
  mutating func perform(_ action: SurfaceScene.Action) {
    switch action {
    case .changeAxes(let step, let parameters): changeAxes(by: step, parameters: parameters)
    case .toggleRace: toggleRace()
    case .toggleFog: toggleFog()
    case .markWeights: markWeights()
    case .move(let way): if scene.fog != nil { scene.walk(way) } else { scene.moveCursor(way) }
    case .point(let place): scene.cursor = place
    case .dropCursor: scene.cursor = nil
    case .zoom(let factor): scene.zoom(by: factor)
    case .showWhole: scene.showWhole()
    case .enter: enterOnSurface()
    case .computed(let outcome): scene.take(outcome)
    case .progress(let progress): scene.progress = progress
    case .pace(let pointsPerSecond): scene.adapt(to: pointsPerSecond)
    }
  }

  /// The next or previous kind of plane, the test functions after the network's own.
  private mutating func changeAxes(by step: Int, parameters: SurfaceAxes?) {
    if run.history.process.kind == .hopfield { return changeEnergyAxes(by: step) }
    var all = [SurfaceAxes.random, .parameters(.weight(layer: 0, unit: 0, input: 0), .bias(layer: 0, unit: 0))]
    all += [.path, .curvature, .barrier] + TestFunction.allCases.map { .function($0) }
    if let parameters { all[1] = parameters }
    if case .parameters = scene.axes { all[1] = scene.axes }
    scene.show(follower(of: scene.axes, in: all, by: step), run)
    say(.surface(.axes(scene.axes)))
  }

  /// The next or previous plane through the states of a Hopfield network.
  private mutating func changeEnergyAxes(by step: Int) {
    let all: [SurfaceAxes] =
      run.history.process.patternTriangle == nil ? [.path, .random] : [.patterns, .path, .random]
    scene.show(follower(of: scene.axes, in: all, by: step), run)
    say(.surface(.axes(scene.axes)))
  }

  private mutating func markWeights() {
    scene.mark = run.history.process.point
    if scene.axes == .barrier { scene.renew() }
    say(.surface(.weightsMarked))
  }

  /// Puts ball and weights at the cursor; in fog it measures the slope.
  private mutating func enterOnSurface() {
    guard scene.fog == nil else { return scene.measureSlope() }
    guard let cursor = scene.cursor, let result = scene.result else { return }
    let point = result.plane.point(a: cursor.a, b: cursor.b)
    scene.cursor = nil
    if let function = scene.function { return scene.place(on: function, point, run) }
    scene.occupant = .weights
    run.make(run.history.process.edit(movingTo: point))
  }

  /// Steps of the racers, of the ball, or along the slope in fog.
  mutating func stepOnSurface(_ count: Int) {
    scene.step(count)
    if scene.fog?.isLifted == true { isRunning = false }
  }

  /// Starts a race of six optimizers from the present place, or ends it.
  private mutating func toggleRace() {
    guard run.history.process.kind == .feedforward || scene.function != nil else {
      return say(.refused("a race is run by optimizers, and here there are none"))
    }
    let wasRacing = scene.isRacing
    if wasRacing {
      scene.endRace(run)
    } else {
      scene.startRace(run)
      effects.append(.focus(.surface))
    }
    scene.renew(keepsPicture: scene.function != nil)
    say(.surface(.race(isOn: !wasRacing)))
  }

  /// Everyone on the surface back to where they began.
  mutating func restartOnSurface() {
    scene.restart()
    say(.surface(.startedAgain))
  }

  /// Sinks the surface in fog, or lifts it.
  private mutating func toggleFog() {
    guard scene.fog == nil else { return scene.liftFog(run) }
    isRunning = false
    guard scene.sinkInFog() else { return say(.surface(.isNotReady)) }
    effects.append(.focus(.surface))
    say(.surface(.fogSank))
  }
}
