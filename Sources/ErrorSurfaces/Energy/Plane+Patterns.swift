import NeuralNetwork

extension Plane {
  /// The plane through a state of a Hopfield network and two patterns: the state at (0, 0), the patterns at (1, 0) and (0, 1).
  ///
  /// Where the state is one of them, that pattern reversed stands in its place.
  public static func through(
    _ units: [Int8], _ first: (name: String, units: [Int8]), _ second: (name: String, units: [Int8])
  ) -> Plane {
    let origin = EnergyLandscape.point(units)
    func axis(_ pattern: (name: String, units: [Int8])) -> Axis {
      let isHere = pattern.units == units
      let end = EnergyLandscape.point(isHere ? pattern.units.map { -$0 } : pattern.units)
      return Axis(
        end.subtracting(origin), label: isHere ? "\(pattern.name) reversed" : pattern.name, unit: "the way there")
    }
    return Plane(origin: origin, a: axis(first), b: axis(second))
  }

  /// What of a plane through patterns is worth seeing: the three points and some of what lies around.
  public static let patternWindow = SurfaceWindow(a: -0.4...1.4, b: -0.4...1.4)
}
