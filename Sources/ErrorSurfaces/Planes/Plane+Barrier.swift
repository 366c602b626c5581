import LinearAlgebra
import NeuralNetwork

extension Plane {
  /// The plane through two saved points: a = 0 is `start`, a = 1 is `end`; b goes across, in steps of the same length.
  ///
  /// The second direction is random and filter-normalized (see `random`), less its part along the line. Throws where
  /// the points are one or of two networks.
  public static func barrier(from start: Parameters, to end: Parameters, seed: UInt64) throws(PlaneError) -> Plane {
    guard start.layout == end.layout else { throw .otherNetwork }
    let line = end.subtracting(start)
    guard let unit = line.normalized else { throw .samePoint }
    var stream = RandomStream(seed: seed, purpose: .directions)
    let draw = filterNormalized(like: end, from: &stream)
    guard let across = draw.perpendicular(to: unit).normalized else { throw .samePoint }
    return Plane(
      origin: start,
      a: Axis(line, label: "A to B", unit: "‖B−A‖"),
      b: Axis(across.scaled(by: line.length), label: "across", unit: "‖B−A‖"))
  }
}

/// The cost along the straight line between two points of weight space, w(t) = (1−t)·A + t·B.
public struct LineProfile: Hashable, Sendable {
  /// Evenly spaced from 0 (A) to 1 (B).
  public let positions: [Float]
  /// The cost at each position, in their order.
  public let costs: [Double]

  /// Traps unless there are two points at least.
  public init(of landscape: Landscape, from start: Parameters, to end: Parameters, points: Int) {
    precondition(points > 1, "a line needs two points at least, got \(points)")
    var evaluator = CostEvaluator(landscape)
    let line = end.subtracting(start)
    positions = (0..<points).map { Float($0) / Float(points - 1) }
    costs = positions.map { evaluator.cost(at: $0 == 1 ? end : start.adding($0, line)) }
  }

  /// How far the line rises above the straight interpolation of its ends' costs, at the most (Frankle et al. 2020);
  /// 0 where it never does, nil where a cost is not finite.
  public var barrier: Double? {
    guard costs.allSatisfy(\.isFinite) else { return nil }
    return rises.reduce(0, max)
  }

  /// Where on the line that is, 0…1; nil where there is no barrier.
  public var top: Float? {
    guard let barrier, barrier > 0 else { return nil }
    return rises.firstIndex(of: barrier).map { positions[$0] }
  }

  /// How far each point lies above the straight interpolation of the ends' costs.
  private var rises: [Double] {
    zip(positions, costs).map { t, cost in cost - ((1 - Double(t)) * costs[0] + Double(t) * costs[costs.count - 1]) }
  }
}
