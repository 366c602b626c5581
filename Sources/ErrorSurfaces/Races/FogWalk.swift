import NeuralNetwork

/// A walk in fog: only the ground already walked on and the slope underfoot are known.
///
/// The learner steers in steps of a fortieth of the window, or lets the slope decide. The fog lifts at a minimum, which is a
/// place with no lower ground one step away in any of eight directions, or on giving up.
public struct FogWalk: Hashable, Sendable {
  /// The cost that is walked on.
  public let landscape: Landscape
  /// The plane that is walked on.
  public let plane: Plane
  /// The part of the plane that the walk stays in.
  public let window: SurfaceWindow
  /// The places walked on, from the start on.
  public private(set) var trail: [Place]
  /// The steps taken.
  public private(set) var steps = 0
  /// How often the slope was measured.
  public private(set) var measurements = 0
  /// The slope underfoot, once it has been measured here.
  public private(set) var slope: Plane.Slope?
  /// Why the fog has lifted; nil while it lies.
  public private(set) var end: End?

  /// Offsets on the plane, and the cost there.
  public struct Place: Hashable, Sendable {
    /// The offset along the plane's first axis.
    public let a: Float
    /// The offset along the plane's second axis.
    public let b: Float
    /// The cost at the place.
    public let cost: Double
  }

  /// Why the fog has lifted.
  public enum End: Hashable, Sendable { case minimum, gaveUp }

  /// One of the eight neighbours of a place.
  public struct Direction: Hashable, Sendable {
    /// The steps along a: −1, 0 or 1.
    public let a: Int
    /// The steps along b: −1, 0 or 1.
    public let b: Int
    /// Towards lower a.
    public static let left = Direction(a: -1, b: 0)
    /// Towards higher a.
    public static let right = Direction(a: 1, b: 0)
    /// Towards higher b.
    public static let up = Direction(a: 0, b: 1)
    /// Towards lower b.
    public static let down = Direction(a: 0, b: -1)

    /// All eight, counterclockwise from the right.
    public static let all = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
      .map { Direction(a: $0.0, b: $0.1) }
  }

  /// Begins a walk at offsets on a plane.
  public init(on landscape: Landscape, plane: Plane, window: SurfaceWindow, fromA a: Float, b: Float) {
    self.landscape = landscape
    self.plane = plane
    self.window = window
    trail = []
    stand(at: a, b)
  }

  /// Where the learner stands.
  public var place: Place { trail[trail.count - 1] }
  /// Whether all ground is seen; the walk is over then.
  public var isLifted: Bool { end != nil }
  /// The length of one step along each axis.
  public var stride: (a: Float, b: Float) {
    ((window.a.upperBound - window.a.lowerBound) / 40, (window.b.upperBound - window.b.lowerBound) / 40)
  }

  /// One step in a direction; none past the window's edge or when the fog has lifted.
  public mutating func walk(_ direction: Direction) {
    go(to: place.a + Float(direction.a) * stride.a, place.b + Float(direction.b) * stride.b)
  }

  /// The steps across and then up or down that lead from here to within half a stride of a place.
  public func way(toA a: Float, b: Float) -> [Direction] {
    func steps(_ distance: Float, _ stride: Float, _ down: Direction, _ up: Direction) -> [Direction] {
      Array(repeating: distance < 0 ? down : up, count: Int((abs(distance) / stride).rounded()))
    }
    return steps(a - place.a, stride.a, .left, .right) + steps(b - place.b, stride.b, .down, .up)
  }

  /// Measures the slope underfoot. Counts once a place.
  public mutating func measureSlope() {
    guard !isLifted, slope == nil else { return }
    let gradient = landscape.gradient(at: plane.point(a: place.a, b: place.b))
    slope = plane.slope(of: gradient)
    measurements += 1
  }

  /// One step downhill: against the slope, so long as a stride; at the window's edge along it.
  public mutating func followSlope() {
    measureSlope()
    guard !isLifted, let slope else { return }
    let (down, up) = (-slope.a * stride.a, -slope.b * stride.b)
    let length = (down * down + up * up).squareRoot()
    guard length > 0, length.isFinite else { return }
    let (a, b) = (place.a + down / length * stride.a, place.b + up / length * stride.b)
    go(to: max(window.a.lowerBound, min(window.a.upperBound, a)), max(window.b.lowerBound, min(window.b.upperBound, b)))
  }

  /// Back to the start, in fog again.
  public mutating func restart() {
    self = FogWalk(on: landscape, plane: plane, window: window, fromA: trail[0].a, b: trail[0].b)
  }

  /// Lifts the fog.
  public mutating func giveUp() { if end == nil { end = .gaveUp } }

  private mutating func go(to a: Float, _ b: Float) {
    guard !isLifted, window.contains(a: a, b: b), trail.count < 100_000 else { return }
    steps += 1
    stand(at: a, b)
  }

  /// Takes in the ground at a place, and whether it is a minimum.
  private mutating func stand(at a: Float, _ b: Float) {
    var evaluator = CostEvaluator(landscape)
    func cost(_ a: Float, _ b: Float) -> Double { evaluator.cost(at: plane.point(a: a, b: b)) }
    let here = cost(a, b)
    slope = nil
    trail.append(Place(a: a, b: b, cost: here))
    let hasLowerNeighbour = Direction.all.contains { direction in
      cost(a + Float(direction.a) * stride.a, b + Float(direction.b) * stride.b) < here
    }
    if here.isFinite, !hasLowerNeighbour { end = .minimum }
  }
}

extension FogWalk {
  /// Which points of a grid over the window are lit, `[height, width]`: those within a stride and a half of the trail, or
  /// all once the fog has lifted.
  public func lit(width: Int, height: Int, in window: SurfaceWindow) -> [Bool] {
    guard !isLifted else { return Array(repeating: true, count: width * height) }
    var lit = Array(repeating: false, count: width * height)
    let grid = SurfaceGrid(width: width, height: height, window: window)
    for place in Set(trail) { light(around: place, grid, &lit) }
    return lit
  }

  private func light(around place: Place, _ grid: SurfaceGrid, _ lit: inout [Bool]) {
    let (reachA, reachB) = (1.5 * stride.a, 1.5 * stride.b)
    let columns = grid.columns(from: place.a - reachA, to: place.a + reachA)
    for row in grid.rows(from: place.b - reachB, to: place.b + reachB) {
      let up = (grid.b(row) - place.b) / reachB
      for column in columns {
        let across = (grid.a(column) - place.a) / reachA
        if across * across + up * up <= 1 { lit[row * grid.width + column] = true }
      }
    }
  }
}
