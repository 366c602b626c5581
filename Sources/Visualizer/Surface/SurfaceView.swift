import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

/// What the surface panel shows: which plane, which part of it, who is on it, and the surface as far as it is computed.
public struct SurfaceView: Sendable {
  public internal(set) var axes = SurfaceAxes.random
  /// The part of the plane that is looked at; nil for what the plane suggests.
  public internal(set) var window: SurfaceWindow?
  /// Whether that part was chosen by hand.
  var isWindowChosen = false
  /// Whether heights are logarithmic; nil leaves it to the range of the costs.
  public internal(set) var isLogarithmic: Bool?
  /// The place whose cost is read out.
  public internal(set) var cursor: Place?
  /// What has been computed last; its own plane and window go with it.
  public internal(set) var outcome: SurfaceOutcome?
  /// The optimizers on their way: one on a test function, up to six in a race.
  public internal(set) var race: Race?
  /// Whether the race is one, and not a single ball on a test function.
  public internal(set) var isRacing = false
  /// The plane to return to when the race is over.
  private(set) var axesBeforeRace: SurfaceAxes?
  public internal(set) var fog: FogWalk?

  /// Counts the choices of axes, window, data, network and cost.
  private(set) var generation = 0
  private(set) var landscape: Landscape?
  /// The weights at which a = b = 0 where directions are fixed.
  private(set) var anchor: Parameters?
  /// The end of the run before, or the weights marked by hand: where a barrier begins.
  var mark: Parameters?
  private var initial: Parameters?
  /// Whether a few costs are so high that a linear scale would hide all others.
  var isSteep = false
  /// What the experiment asked for last.
  private var asked: (axes: SurfaceAxes, mode: Experiment.SurfaceMode)?
  /// Whether fog is to sink as soon as there is a surface.
  var awaitsFog = false
  private var last: Parameters?
  /// How many points can be had often enough while training; nil before that was measured.
  var affordablePoints: Int?

  /// Offsets along the axes.
  public struct Place: Hashable, Sendable {
    public var a: Float
    public var b: Float
  }

  /// The surface that is shown, if there is one yet.
  var result: SurfaceResult? { outcome?.result }

  /// The test function, where one is shown instead of the network.
  var function: TestFunction? {
    if case .function(let function) = axes { function } else { nil }
  }

  /// Whether steps are the racers', not the network's.
  var ownsSteps: Bool { race != nil || fog != nil }
}

// MARK: Keeping up with the run

extension SurfaceView {
  /// Takes in what has become of the run: other data, another network, another cost make another surface.
  mutating func follow(_ run: Run) {
    let experiment = run.experiment
    if asked == nil || asked! != (experiment.surfaceAxes, experiment.surfaceMode) {
      asked = (experiment.surfaceAxes, experiment.surfaceMode)
      return show(experiment.surfaceAxes, run, as: experiment.surfaceMode)
    }
    let weights = run.trainer.network.parameters
    let now = function.map { Landscape.function($0) } ?? .network(NetworkLandscape(of: run.trainer))
    if initial != run.initial { begin(run) }
    if landscape != now {
      landscape = now
      affordablePoints = nil
      if function == nil { leaveRaceAndFog() }
      renew()
    }
    last = weights
    if let function, !isRacing { adoptSettings(on: function, run) }
  }

  /// A run from other weights: the end of the one before stays marked.
  private mutating func begin(_ run: Run) {
    mark = last?.layout == run.initial.layout ? last : nil
    (initial, anchor) = (run.initial, run.initial)
    if function == nil { leaveRaceAndFog() }
    renew()
  }

  /// Forgets the surface that was computed, for something else is wanted.
  mutating func renew(keepsPicture: Bool = false) {
    generation += 1
    guard !keepsPicture else { return }
    outcome = nil
    cursor = nil
  }

  mutating func leaveRaceAndFog() {
    (race, isRacing, fog) = (nil, false, nil)
  }

  /// Becomes what another view was, which is then computed anew: what is still on its way belongs to neither.
  mutating func restore(_ other: SurfaceView) {
    let newest = max(generation, other.generation)
    self = other
    generation = newest
    renew(keepsPicture: true)
  }

  /// Everyone who walks on a test function back to its start; a network stays where it is.
  mutating func returnToStart(_ run: Run) {
    guard let function, fog == nil else { return }
    if isRacing { race?.restart() } else { place(on: function, function.start, run) }
  }

  /// Shows another plane, or a test function.
  mutating func show(_ axes: SurfaceAxes, _ run: Run, as mode: Experiment.SurfaceMode = .plain) {
    self.axes = axes
    axesBeforeRace = nil
    (window, isWindowChosen) = (nil, false)
    leaveRaceAndFog()
    renew()
    follow(run)
    if let function { place(on: function, function.start, run) }
    if mode == .race { startRace(run) }
    awaitsFog = mode == .fog
  }

  /// Six optimizers from the present weights, or from a test function's start.
  ///
  /// Random directions have next to nothing of six paths in them: there the plane of the paths takes their place.
  mutating func startRace(_ run: Run) {
    fog = nil
    if axes == .random {
      show(.path, run)
      axesBeforeRace = .random
    }
    race =
      if let function {
        Race(on: function, from: function.start, Entrant.lineup(on: function))
      } else {
        Race(training: run.trainer, Entrant.lineup(rate: run.trainer.settings.learningRate))
      }
    isRacing = true
  }

  /// Sinks the surface in fog; the learner stands at the ball, or at a test function's start.
  mutating func sinkInFog() {
    guard let result, result.isComplete else { return }
    let start = function.map { Plane.function.project($0.start) } ?? result.ball.foot
    leaveRaceAndFog()
    cursor = nil
    fog = FogWalk(
      on: result.request.landscape, plane: result.plane, window: result.grid.window, fromA: start.a, b: start.b)
    awaitsFog = false
  }

  /// Puts a single ball on a test function.
  mutating func place(on function: TestFunction, _ point: Parameters, _ run: Run) {
    let settings = run.trainer.settings
    race = Race(on: function, from: point, [Entrant(settings.optimizer, rate: settings.learningRate)])
    isRacing = false
  }

  /// A ball on a test function goes on with the run's optimizer and rate.
  private mutating func adoptSettings(on function: TestFunction, _ run: Run) {
    let settings = run.trainer.settings
    guard let racer = race?.racers.first else { return }
    if racer.entrant != Entrant(settings.optimizer, rate: settings.learningRate) {
      place(on: function, racer.position, run)
    }
  }
}
