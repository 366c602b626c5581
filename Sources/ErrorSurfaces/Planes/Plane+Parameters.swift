import NeuralNetwork

extension Plane {
  /// The plane of two named parameters through `origin`; a step of 1 adds 1 to the weight or bias.
  ///
  /// Throws where the network has no such parameter, or both are the same.
  public static func parameters(
    _ first: ParameterName, _ second: ParameterName, through origin: Parameters
  ) throws(PlaneError) -> Plane {
    guard first != second else { throw .sameParameter(first) }
    return Plane(origin: origin, a: try axis(of: first, at: origin), b: try axis(of: second, at: origin))
  }

  private static func axis(of name: ParameterName, at origin: Parameters) throws(PlaneError) -> Axis {
    guard let index = origin.layout.index(of: name) else {
      throw .unknownParameter(name.description, nearest: origin.layout.nearest(to: name))
    }
    var direction = Parameters(layout: origin.layout)
    direction.values[index] = 1
    return Axis(direction, label: name.description, unit: "weight", reading: origin.values[index])
  }

  /// The plane of a test function: a is x, b is y.
  public static let function = Plane(
    origin: TestFunction.point(0, 0),
    a: Axis(TestFunction.point(1, 0), label: "x", unit: "x"),
    b: Axis(TestFunction.point(0, 1), label: "y", unit: "y"))
}

extension Parameters.Layout {
  /// The parameter that the network has and whose place is nearest: each index cut to its range.
  func nearest(to name: ParameterName) -> ParameterName {
    let layer = min(name.layer, layers.count - 1)
    let unit = min(name.unit, layers[layer].units - 1)
    switch name {
    case .bias: return .bias(layer: layer, unit: unit)
    case .weight(_, _, let input): return .weight(layer: layer, unit: unit, input: min(input, layers[layer].inputs - 1))
    }
  }
}
