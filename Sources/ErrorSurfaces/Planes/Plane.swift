import NeuralNetwork

/// A plane through the space of a network's weights: w(a, b) = origin + a·d₁ + b·d₂.
public struct Plane: Hashable, Sendable {
  /// The point with a = b = 0.
  public let origin: Parameters
  /// The first direction, d₁.
  public let a: Axis
  /// The second direction, d₂.
  public let b: Axis

  /// One direction of a plane.
  public struct Axis: Hashable, Sendable {
    /// What a step of 1 adds to the parameters.
    public let direction: Parameters
    /// What the axis is called: a weight's name, "PC 1", "gradient".
    public let label: String
    /// What a step of 1 is, in words: "weight", "‖w‖ of each unit".
    public let unit: String
    /// The number shown where the offset is 0: a weight's value at the origin, else 0.
    public let reading: Float
    /// The share of a path's variance that lies along this axis, 0…1, where there is a path.
    public let variance: Double?

    /// A direction with what is written beside it; the direction may have any length.
    public init(_ direction: Parameters, label: String, unit: String, reading: Float = 0, variance: Double? = nil) {
      self.direction = direction
      self.label = label
      self.unit = unit
      self.reading = reading
      self.variance = variance
    }
  }

  /// Traps unless the directions are of the origin's network.
  public init(origin: Parameters, a: Axis, b: Axis) {
    precondition(
      a.direction.layout == origin.layout && b.direction.layout == origin.layout,
      "origin and directions must be of one network")
    self.origin = origin
    self.a = a
    self.b = b
  }

  /// The share of the path's variance that the plane shows, where there is a path.
  public var variance: Double? {
    guard let first = a.variance, let second = b.variance else { return nil }
    return first + second
  }

  /// The parameters at an offset: origin + a·d₁ + b·d₂, in that order of summation.
  public func point(a: Float, b: Float) -> Parameters {
    var point = origin
    place(&point, a: a, b: b)
    return point
  }

  /// Writes the parameters at an offset over `point`, which must be of the same network.
  func place(_ point: inout Parameters, a: Float, b: Float) {
    let (first, second) = (self.a.direction.values, self.b.direction.values)
    for i in 0..<origin.count { point.values[i] = origin.values[i] + a * first[i] + b * second[i] }
  }
}

extension Plane {
  /// Whether every unit of the first layer has a weight or bias that changes over the plane.
  var movesWholeFirstLayer: Bool {
    let layer = origin.layout.layers[0]
    return (0..<layer.units).allSatisfy { unit in
      stride(from: layer.weights.lowerBound + unit, to: layer.biases.upperBound, by: layer.units)
        .contains { a.direction.values[$0] != 0 || b.direction.values[$0] != 0 }
    }
  }

  /// How steeply the cost rises along each axis.
  public struct Slope: Hashable, Sendable {
    /// The cost's derivative by a, ∂C/∂a, for a step of 1 along the axis.
    public let a: Float
    /// The cost's derivative by b, ∂C/∂b, for a step of 1 along the axis.
    public let b: Float
  }

  /// Where a point lies above a plane.
  public struct Projection: Hashable, Sendable {
    /// The foot's offset along the first axis.
    public let a: Float
    /// The foot's offset along the second axis.
    public let b: Float
    /// How far the point is from its foot on the plane (Euclidean length in weight space).
    public let distance: Double
  }

  /// The foot of a point on the plane: the least-squares a and b (the directions need not be perpendicular).
  public func project(_ point: Parameters) -> Projection {
    let offset = point.subtracting(origin)
    let (a, b) = NormalEquations(self).solve(offset.dot(self.a.direction), offset.dot(self.b.direction))
    let foot = offset.adding(-a, self.a.direction).adding(-b, self.b.direction)
    return Projection(a: a, b: b, distance: foot.length)
  }

  /// The feet of many points, without their distances.
  public func feet(of points: [Parameters]) -> [(a: Float, b: Float)] {
    let equations = NormalEquations(self)
    let (first, second) = (origin.dot(a.direction), origin.dot(b.direction))
    return points.map { equations.solve($0.dot(a.direction) - first, $0.dot(b.direction) - second) }
  }

  /// What of a step lies in the plane.
  public func components(of step: Parameters) -> (a: Float, b: Float) {
    NormalEquations(self).solve(step.dot(a.direction), step.dot(b.direction))
  }

  /// The slope of the cost along each axis, from its gradient: ∂C/∂a = ⟨∇C, d₁⟩, ∂C/∂b = ⟨∇C, d₂⟩.
  public func slope(of gradient: Parameters) -> Slope {
    Slope(a: Float(gradient.dot(a.direction)), b: Float(gradient.dot(b.direction)))
  }
}

/// ⟨dᵢ, dⱼ⟩ (a, b) = (p, q); a direction of no length, or parallel to the first, gets 0.
private struct NormalEquations {
  private let aa, ab, bb: Double

  init(_ plane: Plane) {
    let (a, b) = (plane.a.direction, plane.b.direction)
    (aa, ab, bb) = (a.dot(a), a.dot(b), b.dot(b))
  }

  func solve(_ p: Double, _ q: Double) -> (a: Float, b: Float) {
    let determinant = aa * bb - ab * ab
    guard determinant > 1e-12 * aa * bb else { return (aa > 0 ? Float(p / aa) : 0, 0) }
    return (Float((p * bb - q * ab) / determinant), Float((q * aa - p * ab) / determinant))
  }
}
