import NeuralNetwork

extension Plane {
  /// The plane of the gradient and the direction of largest curvature at `origin`; a step of 1 has length 1.
  ///
  /// The first axis points downhill, along −∇C. The second is the curvature's direction less its part along the
  /// first, so that the axes are perpendicular and angles are true; the plane holds both. Where the two are one line,
  /// the second is the direction of the largest curvature perpendicular to it. Where there is no slope (a minimum, a
  /// saddle), the axes are the directions of the two largest curvatures. Throws where there is no curvature either.
  ///
  /// - Parameter goesOn: is told the share of the products that have been made, 0…1, for one direction and then for another
  ///   where it takes two; where it says no, there is no plane.
  public static func curvature(
    of landscape: Landscape, at origin: Parameters, while goesOn: (Double) -> Bool = { _ in true }
  ) throws(PlaneError) -> Plane {
    let curvature = Curvature(of: landscape, at: origin)
    let gradient = landscape.gradient(at: origin)
    guard gradient.length.isFinite, let top = curvature.largest(while: goesOn) else { throw .noCurvature }
    guard gradient.length > 1e-9, let downhill = gradient.scaled(by: -1).normalized else {
      guard let next = curvature.largest(perpendicularTo: [top.vector], while: goesOn) else { throw .noCurvature }
      return Plane(origin: origin, a: axis("curvature 1", top.vector), b: axis("curvature 2", next.vector))
    }
    let across = top.vector.perpendicular(to: downhill)
    if across.length > 0.05, let across = across.normalized {
      return Plane(origin: origin, a: axis("downhill", downhill), b: axis("curvature", across))
    }
    guard let next = curvature.largest(perpendicularTo: [downhill], while: goesOn) else { throw .noCurvature }
    return Plane(origin: origin, a: axis("downhill", downhill), b: axis("curvature 2", next.vector))
  }

  private static func axis(_ label: String, _ direction: Parameters) -> Axis {
    Axis(direction, label: label, unit: "length")
  }
}
