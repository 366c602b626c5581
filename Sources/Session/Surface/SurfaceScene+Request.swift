import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

extension SurfaceScene {
  /// The surface that is wanted now, for a picture of so many points.
  public func request(_ run: Run, width: Int, height: Int) -> SurfaceRequest? {
    guard let landscape, fog == nil else { return nil }
    return SurfaceRequest(
      landscape, recipe: recipe(run), window: window, width: width, height: height, generation: generation)
  }

  /// How many points of the surface can be had some twenty times a second while the network trains: as measured, and
  /// until then by a guess.
  public var livePoints: Int {
    affordablePoints ?? max(SurfaceScene.fewestPoints, SurfaceScene.guessedWork / workPerPoint)
  }

  /// About how many multiplications one point of the surface takes; an activation counts as four.
  private var workPerPoint: Int {
    if case .energy(let energy) = landscape { return energy.network.count * energy.network.count }
    guard case .network(let network) = landscape else { return 1 }
    let units = network.layout.layers.reduce(0) { $0 + $1.units }
    return network.samples.count * (network.layout.count + 4 * units)
  }

  /// Takes in how fast points are computed. Small changes leave the grid as it is, so that the picture does not flicker.
  mutating func adapt(to pointsPerSecond: Double) {
    let points = max(SurfaceScene.fewestPoints, Int(min(pointsPerSecond / SurfaceScene.refreshes, 1e6)))
    if let affordablePoints, affordablePoints * 4 / 5 < points, points < affordablePoints * 3 / 2 { return }
    affordablePoints = points
  }

  /// The surfaces a second that are worth as many points as can be had.
  private static let refreshes = 20.0
  /// The multiplications that one core does in a twentieth of a second, roughly.
  private static let guessedWork = 160_000_000
  /// What is needed to recognize a surface.
  private static let fewestPoints = 16 * 12

  private func recipe(_ run: Run) -> PlaneRecipe {
    let weights = leader ?? run.history.process.point
    var recipe = PlaneRecipe(axes, weights: weights, anchor: anchor, seed: run.experiment.seed)
    switch axes {
    case .function: recipe.weights = TestFunction.point(0, 0)
    case .path: recipe.path = isRacing ? walked + [weights] : run.path.points.map(\.parameters)
    case .barrier: recipe.saved = [mark ?? run.history.process.initial, run.history.process.point]
    case .patterns: recipe.patterns = run.history.process.patternTriangle
    case .random, .curvature, .parameters: break
    }
    return recipe
  }

  /// The racer in front; nil where there is no race.
  private var leader: Parameters? { isRacing ? race.map { $0.racers[$0.standings[0]].position } : nil }

  /// All points of all racers' paths.
  private var walked: [Parameters] { race?.racers.flatMap { $0.path.points.map(\.parameters) } ?? [] }
}
