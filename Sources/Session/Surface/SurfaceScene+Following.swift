import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

/// Keeping up with the run.
extension SurfaceScene {
  /// Takes in what has become of the run: other data, another network, another cost make another surface.
  mutating func follow(_ run: Run) {
    let wish = Wish(axes: run.experiment.surfaceAxes, mode: run.experiment.surfaceMode)
    if asked != wish {
      asked = wish
      return show(wish.axes, run, as: wish.mode)
    }
    let now = function.map { Landscape.function($0) } ?? run.history.process.landscape
    if initial != run.history.process.initial { begin(run) }
    if landscape != now {
      landscape = now
      affordablePoints = nil
      if function == nil { occupant = .weights }
      renew()
    }
    last = run.history.process.point
    if let function, case .ball(let race) = occupant { adoptSettings(of: race, on: function, run) }
  }

  /// A run from other weights: the end of the one before stays marked.
  private mutating func begin(_ run: Run) {
    mark = last?.layout == run.history.process.initial.layout ? last : nil
    (initial, anchor) = (run.history.process.initial, run.history.process.initial)
    if function == nil { occupant = .weights }
    renew()
  }

  /// A ball on a test function goes on with the run's optimizer and rate.
  private mutating func adoptSettings(of race: Race, on function: TestFunction, _ run: Run) {
    let (settings, racer) = (run.experiment.training, race.racers[0])
    if racer.entrant != Entrant(settings.optimizer, rate: settings.learningRate) {
      place(on: function, racer.position, run)
    }
  }

  /// Forgets the surface that was computed, for something else is wanted.
  mutating func renew(keepsPicture: Bool = false) {
    generation += 1
    progress = nil
    guard !keepsPicture else { return }
    outcome = nil
    cursor = nil
  }

  /// Becomes what another scene was, which is then computed anew: what is still on its way belongs to neither.
  mutating func restore(_ other: SurfaceScene) {
    let newest = max(generation, other.generation)
    self = other
    generation = newest
    renew(keepsPicture: true)
  }

  /// Shows another plane, or a test function.
  mutating func show(_ axes: SurfaceAxes, _ run: Run, as mode: Experiment.SurfaceMode = .plain) {
    self.axes = axes
    (window, isWindowChosen) = (nil, false)
    occupant = .weights
    renew()
    follow(run)
    if let function { place(on: function, function.start, run) }
    if mode == .race { startRace(run) }
    awaitsFog = mode == .fog
  }

  /// Takes in a computed surface, unless something else is wanted by now.
  mutating func take(_ outcome: SurfaceOutcome) {
    guard outcome.request.generation == generation else { return }
    self.outcome = outcome
    if outcome.isFinal { progress = nil }
    if awaitsFog { sinkInFog() }
    keepBallInSight()
  }
}
