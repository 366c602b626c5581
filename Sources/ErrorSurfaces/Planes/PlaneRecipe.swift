import NeuralNetwork

/// Which plane to lay through which weights: what has to be known to make it, wherever and whenever that is done.
public struct PlaneRecipe: Hashable, Sendable {
  /// By what the directions are chosen.
  public var axes: SurfaceAxes
  /// The present weights; the plane goes through them (but for `barrier`, which goes through two others).
  public var weights: Parameters
  /// The weights at which a = b = 0 where directions are fixed (`random`, named parameters), so that the present ones
  /// are seen to move.
  public var anchor: Parameters
  /// The points passed through, for `path`.
  public var path: [Parameters]
  /// The two saved points, for `barrier`.
  public var saved: [Parameters]
  /// The state of a Hopfield network and two patterns, for `patterns`.
  public var patterns: PatternTriangle?
  /// For random directions.
  public var seed: UInt64

  /// - Parameter anchor: the weights themselves where nil.
  public init(
    _ axes: SurfaceAxes, weights: Parameters, anchor: Parameters? = nil, path: [Parameters] = [],
    saved: [Parameters] = [], seed: UInt64 = 1
  ) {
    self.axes = axes
    self.weights = weights
    self.anchor = anchor ?? weights
    self.path = path
    self.saved = saved
    self.seed = seed
  }

  /// Makes the plane. Throws where there is none.
  ///
  /// - Parameter goesOn: is told how far it is, 0…1, where that takes long; where it says no, there is no plane.
  public func plane(
    on landscape: Landscape, while goesOn: (Double) -> Bool = { _ in true }
  ) throws(PlaneError) -> Plane {
    switch axes {
    case .random: return Plane.random(through: anchor, seed: seed).passing(through: weights)
    case .parameters(let first, let second):
      return try Plane.parameters(first, second, through: anchor).passing(through: weights)
    case .path: return try Plane.principalComponents(of: path)
    case .curvature: return try Plane.curvature(of: landscape, at: weights, while: goesOn)
    case .barrier:
      guard saved.count == 2 else { throw .nothingSaved }
      return try Plane.barrier(from: saved[0], to: saved[1], seed: seed)
    case .patterns:
      guard let patterns else { throw .noPatterns }
      return patterns.plane
    case .function: return .function
    }
  }

  /// The part of the plane to look at first.
  public func window(on plane: Plane) -> SurfaceWindow {
    switch axes {
    case .random, .curvature: SurfaceWindow(range: 1)
    case .parameters: Self.window(aroundZeroOf: plane)
    case .path: plane.window(around: path, margin: 0.25)
    case .barrier: SurfaceWindow(a: -0.3...1.3, b: -0.8...0.8)
    case .patterns: Plane.patternWindow
    case .function(let function): function.domain
    }
  }

  /// Both weights from −r to r, r being twice the larger of the two at the origin, and 2 at the least.
  private static func window(aroundZeroOf plane: Plane) -> SurfaceWindow {
    let (a, b) = (plane.a.reading, plane.b.reading)
    let range = max(2, min(1e6, 2 * max(abs(a), abs(b))))
    return SurfaceWindow(a: -a - range...range - a, b: -b - range...range - b)
  }
}

extension Plane {
  /// The plane with the same directions and coordinates, moved so that a point lies in it.
  public func passing(through point: Parameters) -> Plane {
    guard point != origin else { return self }
    let foot = project(point)
    return Plane(
      origin: point.adding(-foot.a, a.direction).adding(-foot.b, b.direction), a: a, b: b)
  }

  /// The smallest window with all the points' feet in it and a margin around, as a share of its size; it is at most four
  /// times as long as wide.
  public func window(around points: [Parameters], margin: Float) -> SurfaceWindow {
    let feet = feet(of: points).filter { $0.a.isFinite && $0.b.isFinite }
    func extent(_ values: [Float]) -> (middle: Float, size: Float) {
      guard let low = values.min(), let high = values.max() else { return (0, 0) }
      return (0.5 * low + 0.5 * high, high - low)
    }
    let (across, up) = (extent(feet.map(\.a)), extent(feet.map(\.b)))
    let longest = max(across.size, up.size, 1e-3)
    func range(_ extent: (middle: Float, size: Float)) -> ClosedRange<Float> {
      let half = max(extent.size, longest / 4) * (0.5 + margin)
      return extent.middle - half...extent.middle + half
    }
    return SurfaceWindow(a: range(across), b: range(up))
  }
}
