/// The lowest points of a test function and the value there.
public struct KnownMinima: Hashable, Sendable {
  /// Every place of the lowest value.
  public let points: [Point]
  /// The lowest value.
  public let value: Double

  /// A point of the plane.
  public struct Point: Hashable, Sendable {
    /// The coordinate along the first axis.
    public let x: Double
    /// The coordinate along the second axis.
    public let y: Double
  }

  init(_ value: Double, at points: (Double, Double)...) {
    self.value = value
    self.points = points.map { Point(x: $0.0, y: $0.1) }
  }
}

extension TestFunction {
  /// The global minima inside the usual domain.
  ///
  /// Those of Rosenbrock, Himmelblau, Beale, the six-hump camel, Rastrigin and Ackley are the published ones
  /// (Jamil and Yang 2013, "A literature survey of benchmark functions"); the others follow from the formula.
  public var minima: KnownMinima {
    switch self {
    case .bowl, .ravine, .plateau, .rastrigin, .ackley: KnownMinima(0, at: (0, 0))
    case .saddle: KnownMinima(-0.25, at: (0, -1), (0, 1))
    case .twoWells: KnownMinima(-5.032340, at: (-0.967577, 0))
    case .eggbox: KnownMinima(-1.962545, at: (-4.913747, -0.5 * .pi), (-4.913747, 1.5 * .pi))
    case .rosenbrock: KnownMinima(0, at: (1, 1))
    case .himmelblau:
      KnownMinima(0, at: (3, 2), (-2.805118, 3.131312), (-3.779310, -3.283186), (3.584428, -1.848127))
    case .beale: KnownMinima(0, at: (3, 0.5))
    case .sixHumpCamel: KnownMinima(-1.031628, at: (0.0898420, -0.7126564), (-0.0898420, 0.7126564))
    }
  }
}
