import NeuralNetwork

/// What surface to compute.
public struct SurfaceRequest: Hashable, Sendable {
  /// The cost that is looked at, as a function of the weights.
  public let landscape: Landscape
  /// Which plane to lay through which weights.
  public let recipe: PlaneRecipe
  /// The part of the plane to look at; nil for what the plane suggests.
  public let window: SurfaceWindow?
  /// The grid's points along a.
  public let width: Int
  /// The grid's points along b.
  public let height: Int
  /// Which choice of axes, data, network, cost and window this is of. Requests of one generation differ only in where the
  /// weights are; a result of an older generation is never shown.
  public let generation: Int

  /// Traps unless the weights are of the landscape and there is a point.
  public init(
    _ landscape: Landscape, recipe: PlaneRecipe, window: SurfaceWindow? = nil, width: Int, height: Int,
    generation: Int = 0
  ) {
    precondition(recipe.weights.layout == landscape.layout, "the weights are of another network")
    precondition(width > 0 && height > 0, "a surface needs points, got \(width)x\(height)")
    self.landscape = landscape
    self.recipe = recipe
    self.window = window
    self.width = width
    self.height = height
    self.generation = generation
  }
}

/// A surface as far as it is known, with what it is a surface of.
///
/// Whoever draws it takes plane, window and costs from here together, so that a picture never mixes two surfaces.
public struct SurfaceResult: Hashable, Sendable {
  /// What was asked for.
  public let request: SurfaceRequest
  /// The plane that the recipe gave.
  public let plane: Plane
  /// The costs, as far as they are computed.
  public let grid: SurfaceGrid
  /// Where the weights of the request are.
  public let ball: Ball
  /// The cost along the straight line from A to B, on a plane of a barrier; nil on any other.
  public let profile: LineProfile?
  /// The share of points computed, 0…1.
  public let progress: Double

  /// Whether every point has been computed.
  public var isComplete: Bool { progress == 1 }

  /// The weights of the request on the plane.
  public struct Ball: Hashable, Sendable {
    /// Their foot on the plane, and how far they are from it.
    public let foot: Plane.Projection
    /// The cost of the weights themselves.
    public let cost: Double
    /// The cost of their foot: what the surface shows. The same where the plane goes through them.
    public let surfaceCost: Double
    /// ∂C/∂a and ∂C/∂b at the weights.
    public let slope: Plane.Slope
  }
}

extension SurfaceResult {
  init(of request: SurfaceRequest, _ plane: Plane, _ computation: SurfaceComputation, _ features: Features) {
    self.init(
      request: request, plane: plane, grid: computation.grid, ball: features.ball, profile: features.profile,
      progress: computation.progress)
  }

  /// What is measured of a plane beside its grid.
  struct Features {
    let ball: Ball
    let profile: LineProfile?

    init(of request: SurfaceRequest, on plane: Plane) {
      ball = Ball(request.recipe.weights, on: plane, of: request.landscape)
      let ends = request.recipe.axes == .barrier ? request.recipe.saved : []
      profile =
        ends.count == 2 ? LineProfile(of: request.landscape, from: ends[0], to: ends[1], points: Self.points) : nil
    }

    /// The points of the line from A to B.
    private static let points = 41
  }
}

extension SurfaceComputation {
  /// A surface as a request asks for it, on the plane made for it.
  init(_ request: SurfaceRequest, on plane: Plane, threads: Int) {
    self.init(
      request.landscape, on: plane, window: request.window ?? request.recipe.window(on: plane), width: request.width,
      height: request.height, threads: threads)
  }
}

extension SurfaceResult.Ball {
  /// Measures weights above a plane.
  public init(_ weights: Parameters, on plane: Plane, of landscape: Landscape) {
    foot = plane.project(weights)
    cost = landscape.cost(at: weights)
    surfaceCost = foot.distance == 0 ? cost : landscape.cost(at: plane.point(a: foot.a, b: foot.b))
    slope = plane.slope(of: landscape.gradient(at: weights))
  }
}

/// What became of a request.
public enum SurfaceOutcome: Hashable, Sendable {
  /// A surface as far as it is computed.
  case surface(SurfaceResult)
  /// There is no such plane.
  case refused(SurfaceRequest, PlaneError)

  /// What was asked for, whether there is a surface or not.
  public var request: SurfaceRequest {
    switch self {
    case .surface(let result): result.request
    case .refused(let request, _): request
    }
  }

  /// Computes a whole surface at once.
  ///
  /// - Parameter tell: hears now and then how far it is.
  public init(computing request: SurfaceRequest, threads: Int = 1, telling tell: (SurfaceProgress) -> Void = { _ in }) {
    do throws(PlaneError) {
      let plane = try request.recipe.plane(on: request.landscape) { share in
        tell(SurfaceProgress(.plane, share: share))
        return true
      }
      var computation = SurfaceComputation(request, on: plane, threads: threads)
      while !computation.isComplete {
        computation.advance()
        tell(SurfaceProgress(.costs, share: computation.progress))
      }
      self = .surface(SurfaceResult(of: request, plane, computation, SurfaceResult.Features(of: request, on: plane)))
    } catch {
      self = .refused(request, error)
    }
  }

  /// The surface, complete or coarse; nil where there is none.
  public var result: SurfaceResult? {
    if case .surface(let result) = self { result } else { nil }
  }

  /// Whether nothing more will come.
  public var isFinal: Bool { result?.isComplete ?? true }
}
