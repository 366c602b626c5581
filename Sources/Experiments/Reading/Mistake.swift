import Datasets
import ErrorSurfaces
import NeuralNetwork

/// Something in a demo file, an option or a file that cannot be used.
public struct Mistake: Error, Hashable, Sendable {
  public enum Place: Hashable, Sendable {
    /// Line and column from 1.
    case file(String, line: Int? = nil, column: Int? = nil)
    /// On the command line: `--set optimizer.rate=fast`.
    case option(String)
  }

  public let place: Place?
  public let problem: Problem

  public init(_ problem: Problem, at place: Place? = nil) {
    self.problem = problem
    self.place = place
  }

  public enum Problem: Hashable, Sendable {
    // Finding and reading.
    case noSuchSource(String, demos: [String])
    case noSuchFile(String)
    case unreadable(reason: String)
    case notUTF8
    case tooLarge(limit: String)
    case data(DataError)
    // What a demo file or an option says.
    case syntax(String)
    case duplicateKeys([String])
    case unknownKey(String, suggestion: String?, known: [String])
    case unknownName(kind: String, String, known: [String])
    case wrongType(expected: String, found: String)
    case impossible(expected: String, found: String)
    case layerCount(activations: Int, hidden: Int)
    case mismatch(Mismatch)
    case notAnAssignment(String)
    case columns(ChoiceError)
    case split(DataSplit.TextError)
    // Error surfaces.
    case axes(SurfaceAxesError)
    case plane(PlaneError)
    // Lessons.
    case emptyStep
    case unclearRun(String)
    case answerNotAChoice(String, choices: [String])
    // Weights files.
    case notWeights(reason: String)
    case missingTensor(String)
    case surplusTensor(String)
    case wrongShape(tensor: String, expected: [Int], found: [Int])
    case wrongNumberType(tensor: String, String)
    case notFinite(tensor: String)
    // Runs that go on.
    case noSavedRun
    case damagedRun
    case unknownRunVersion(Int)
    case changedData(source: String)
    // Writing.
    case cannotWrite(reason: String)
  }

  /// What kind of failure it is, for an exit status.
  public enum Kind: Hashable, Sendable {
    case usage, badInput, missing, cannotWrite
  }

  public var kind: Kind {
    if case .data(let error) = problem, error.problem == .notFound { return .missing }
    if case .cannotWrite = problem { return .cannotWrite }
    return problem.isAboutNothingThere ? .missing : isOption ? .usage : .badInput
  }

  private var isOption: Bool {
    if case .option = place { true } else { false }
  }
}

extension Mistake.Problem {
  /// Whether what was named is not there.
  fileprivate var isAboutNothingThere: Bool {
    if case .noSuchSource = self { return true }
    if case .noSuchFile = self { return true }
    return self == .noSavedRun
  }
}
