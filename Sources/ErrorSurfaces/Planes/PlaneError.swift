import NeuralNetwork

/// Why there is no such plane.
public enum PlaneError: Error, Hashable, Sendable {
  /// The network has no parameter of this name; the nearest that it has.
  case unknownParameter(String, nearest: ParameterName)
  /// Both axes are the same parameter.
  case sameParameter(ParameterName)
  /// The path's points (so many distinct ones) span no plane; three points that are not in line do.
  case pathTooShort(points: Int)
  /// There is no slope and no curvature to choose directions by, or they are not finite.
  case noCurvature
  /// There are no two saved points.
  case nothingSaved
  /// The two saved points are one.
  case samePoint
  /// The two saved points are of another network.
  case otherNetwork
  /// No two patterns are stored that a plane could be laid through.
  case noPatterns
}

extension PlaneError: CustomStringConvertible {
  /// One sentence: why there is no such plane.
  public var description: String {
    switch self {
    case .unknownParameter(let name, _): "the network has no parameter \"\(name)\""
    case .sameParameter(let name): "both axes are \(name)"
    case .pathTooShort(let points):
      "a path of \(points) \(points == 1 ? "point" : "points") spans no plane; it takes three that are not in line"
    case .noCurvature: "the cost has no finite slope and curvature here"
    case .nothingSaved: "a barrier lies between two saved sets of weights"
    case .samePoint: "the two saved points are the same"
    case .otherNetwork: "the saved weights are of another network"
    case .noPatterns: "this plane goes through two stored patterns of a Hopfield network"
    }
  }

  /// What to do about it, where something can be done.
  public var hint: String? {
    switch self {
    case .unknownParameter(_, let nearest): "did you mean \"\(nearest)\"?"
    case .sameParameter: "name two different parameters"
    case .pathTooShort: "train a few updates more"
    case .noCurvature, .otherNetwork, .noPatterns: nil
    case .nothingSaved, .samePoint: "save two different sets of weights"
    }
  }
}
