import Dispatch
import NeuralNetwork

/// A surface in the making: coarse first and then finer, in slices, on as many threads as wished.
///
/// Every point is computed by itself, so slices, threads and their order never change a value. A value itself: dropping
/// it cancels the work.
public struct SurfaceComputation: Sendable {
  /// What is known so far; unfinished parts hold the value of a coarser point nearby.
  public private(set) var grid: SurfaceGrid
  /// How many points have been computed.
  public private(set) var computed = 0
  private var order: CoarseToFine
  private var lanes: [Lane]
  /// The points of the next slice; no value depends on it.
  private var slice: Int

  /// A slice takes about so long.
  private static let patience = Duration.milliseconds(50)
  /// The most points of a slice, a thread.
  private static let largestSlice = 64

  /// Traps unless the plane lies in the landscape and there are points and threads.
  public init(
    _ landscape: Landscape, on plane: Plane, window: SurfaceWindow, width: Int, height: Int, threads: Int = 1
  ) {
    precondition(plane.origin.layout == landscape.layout, "the plane is of another network")
    precondition(threads > 0, "a surface needs a thread at least, got \(threads)")
    grid = SurfaceGrid(width: width, height: height, window: window)
    order = CoarseToFine(width: width, height: height)
    lanes = Array(repeating: Lane(landscape, plane), count: threads)
    slice = threads
  }

  /// How many points there are.
  public var total: Int { grid.costs.count }
  /// Whether every point has been computed.
  public var isComplete: Bool { computed == total }
  /// The share of points computed, 0…1.
  public var progress: Double { Double(computed) / Double(total) }
  /// How many points apart the pass under way is; 0 when complete.
  public var stride: Int { order.stride }

  /// Computes up to so many points more; returns how many.
  @discardableResult
  public mutating func advance(points budget: Int) -> Int {
    var points: [CoarseToFine.Point] = []
    while points.count < budget, let point = order.next() { points.append(point) }
    for (point, cost) in zip(points, costs(of: points)) { fill(point, with: cost) }
    computed += points.count
    return points.count
  }

  /// Computes a slice more: as many points as take little time, so that the work can be looked at and ended in between.
  public mutating func advance() {
    let start = ContinuousClock.now
    advance(points: slice)
    let isSlow = ContinuousClock.now - start > Self.patience
    slice = isSlow ? max(lanes.count, slice / 2) : min(Self.largestSlice * lanes.count, slice * 2)
  }

  private mutating func costs(of points: [CoarseToFine.Point]) -> [Double] {
    let share = (points.count + lanes.count - 1) / lanes.count
    let grid = grid
    guard lanes.count > 1, points.count > 1 else { return lanes[0].costs(of: points[...], in: grid) }
    lanes.withUnsafeMutableBufferPointer { lanes in
      nonisolated(unsafe) let lanes = lanes  // Each iteration has a lane of its own.
      DispatchQueue.concurrentPerform(iterations: lanes.count) { number in
        let part = points[min(number * share, points.count)..<min((number + 1) * share, points.count)]
        lanes[number].results = lanes[number].costs(of: part, in: grid)
      }
    }
    return lanes.flatMap(\.results)
  }

  private mutating func fill(_ point: CoarseToFine.Point, with cost: Double) {
    let value = cost.isFinite ? cost : .nan
    for row in point.row..<min(point.row + point.stride, grid.height) {
      for column in point.column..<min(point.column + point.stride, grid.width) {
        grid.costs[row * grid.width + column] = value
      }
    }
  }
}

/// One thread's workspace.
private struct Lane: Sendable {
  private let plane: Plane
  private var evaluator: CostEvaluator
  private var point: Parameters
  var results: [Double] = []

  init(_ landscape: Landscape, _ plane: Plane) {
    self.plane = plane
    evaluator = CostEvaluator(landscape, on: plane)
    point = plane.origin
  }

  mutating func costs(of points: ArraySlice<CoarseToFine.Point>, in grid: SurfaceGrid) -> [Double] {
    var costs: [Double] = []
    costs.reserveCapacity(points.count)
    for place in points {
      plane.place(&point, a: grid.a(place.column), b: grid.b(place.row))
      costs.append(evaluator.cost(at: point))
    }
    return costs
  }
}
