import Datasets
import NeuralNetwork

/// Which plane an error surface shows, as demo files and the command line name it.
public enum SurfaceAxes: Hashable, Sendable {
  /// Two random filter-normalized directions.
  case random
  /// The first two principal components of the path.
  case path
  /// The gradient and the direction of largest curvature.
  case curvature
  /// The line between two saved sets of weights.
  case barrier
  /// A Hopfield network's state and two stored patterns.
  case patterns
  /// Two weights or biases.
  case parameters(ParameterName, ParameterName)
  /// A test function instead of a network.
  case function(TestFunction)

  /// Reads `random`, `path`, `curvature`, `barrier`, `patterns`, a test function's name, or two parameters' names with a comma
  /// between them. Throws, with the nearest name, for anything else.
  public init(_ text: String) throws(SurfaceAxesError) {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if let plane = Self.planes[trimmed] {
      self = plane
    } else if let function = TestFunction(name: trimmed) {
      self = .function(function)
    } else if trimmed.contains(",") {
      self = try Self.parameters(in: trimmed)
    } else {
      throw SurfaceAxesError(text: text, hint: Names.hint(for: text, among: Self.names))
    }
  }

  private static let planes: [String: SurfaceAxes] = [
    "random": .random, "path": .path, "curvature": .curvature, "barrier": .barrier, "patterns": .patterns,
  ]

  /// The names that stand for themselves: planes and test functions.
  public static let names =
    ["random", "path", "curvature", "barrier", "patterns"] + TestFunction.allCases.map(\.rawValue)

  private static func parameters(in text: String) throws(SurfaceAxesError) -> SurfaceAxes {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.split(separator: " ").joined() }
    guard parts.count == 2 else {
      throw SurfaceAxesError(text: text, hint: "two weights make a plane: layers.0.weight[0][0],layers.0.bias[0]")
    }
    var names: [ParameterName] = []
    for part in parts {
      guard let name = ParameterName(part) else {
        throw SurfaceAxesError(text: part, hint: "a weight is written layers.0.weight[2][1], a bias layers.0.bias[2]")
      }
      names.append(name)
    }
    return .parameters(names[0], names[1])
  }
}

extension SurfaceAxes: CustomStringConvertible {
  /// As `init(_:)` reads it: `random`, a test function's name, or two parameters with a comma between them.
  public var description: String {
    switch self {
    case .random: "random"
    case .path: "path"
    case .curvature: "curvature"
    case .barrier: "barrier"
    case .patterns: "patterns"
    case .parameters(let first, let second): "\(first),\(second)"
    case .function(let function): function.rawValue
    }
  }
}

/// A text that names no axes.
public struct SurfaceAxesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text, or the part of it, that names nothing.
  public let text: String
  /// The nearest name, or how such names are written.
  public let hint: String?

  /// One sentence, without the text's control characters; the hint stands apart.
  public var description: String { "no surface has the axes \"\(text.printable)\"" }
}
