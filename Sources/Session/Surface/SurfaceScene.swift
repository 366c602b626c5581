import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

/// An error surface and who is on it: which plane, which part of it, and the grid as far as it has been computed.
public struct SurfaceScene: Sendable {
  /// Which plane or line through the space of weights is shown, or which test function in its place.
  public internal(set) var axes = SurfaceAxes.random
  /// Who walks on the surface.
  public internal(set) var occupant = Occupant.weights
  /// Whether fog is to sink as soon as there is a surface.
  public internal(set) var awaitsFog = false
  /// The place whose cost is read out, and where Enter puts the weights.
  public internal(set) var cursor: Place?
  /// What has been computed last; its own plane and window go with it.
  public internal(set) var outcome: SurfaceOutcome?
  /// How far the surface in the making is, where that takes so long that it is said.
  public internal(set) var progress: SurfaceProgress?

  /// The part of the plane that is looked at; nil for what the plane suggests.
  var window: SurfaceWindow?
  /// Whether that part was chosen by hand.
  var isWindowChosen = false
  /// Counts the choices of axes, window, data, network and cost.
  public internal(set) var generation = 0
  var landscape: Landscape?
  /// The weights at which a = b = 0 where directions are fixed.
  var anchor: Parameters?
  /// The end of the run before, or the weights marked by hand: where a barrier begins.
  var mark: Parameters?
  /// The weights that the run began with.
  var initial: Parameters?
  /// The weights seen last.
  var last: Parameters?
  /// What the experiment asked for last.
  var asked: Wish?
  /// How many points can be had often enough while training; nil before that was measured.
  var affordablePoints: Int?

  /// A scene that has not followed a run yet.
  init() {}

  /// Who walks on the surface.
  public enum Occupant: Sendable {
    /// The weights of the network, as training moves them.
    case weights
    /// One ball on a test function, with the run's optimizer and rate.
    case ball(Race)
    /// Optimizers in a race, and the axes to return to when it is over where they were others.
    case racers(Race, returningTo: SurfaceAxes?)
    /// The learner, in fog.
    case walker(FogWalk)
  }

  /// Offsets along the axes.
  public struct Place: Hashable, Sendable {
    /// The offset along the first axis.
    public var a: Float
    /// The offset along the second axis.
    public var b: Float

    /// The place at such offsets; 0, 0 is the plane's origin.
    public init(a: Float, b: Float) { (self.a, self.b) = (a, b) }
  }

  /// What an experiment says of the surface.
  struct Wish: Hashable {
    let axes: SurfaceAxes
    let mode: Experiment.SurfaceMode
  }
}

// MARK: Who is there

extension SurfaceScene {
  /// The surface that is shown, if there is one yet.
  public var result: SurfaceResult? { outcome?.result }

  /// Whether somebody wants to know how far the surface in the making is: while the network trains only where there is no whole
  /// one, which otherwise stands until the next is whole.
  public func isAwaited(isRunning: Bool) -> Bool { !isRunning || outcome?.isFinal != true }

  /// The test function, where one is shown instead of the network.
  public var function: TestFunction? {
    if case .function(let function) = axes { function } else { nil }
  }

  /// Whether steps are those of who is on the surface, not the network's.
  public var ownsSteps: Bool {
    switch occupant {
    case .weights: false
    case .ball, .racers, .walker: true
    }
  }

  /// The optimizers on their way: a single ball's, or those of a race.
  public var race: Race? {
    switch occupant {
    case .ball(let race), .racers(let race, _): race
    case .weights, .walker: nil
    }
  }

  /// Whether several optimizers race.
  public var isRacing: Bool { if case .racers = occupant { true } else { false } }

  /// The walk in fog, if there is one.
  public var fog: FogWalk? { if case .walker(let walk) = occupant { walk } else { nil } }

  /// The steps made on the surface; nil where they are the network's.
  public var steps: Int? { fog?.steps ?? race?.steps }

  /// The cost of the one in front, or in fog; nil where the network's is meant.
  public var leadingCost: Double? { fog?.place.cost ?? race.map { $0.costs[$0.standings[0]] } }
}
