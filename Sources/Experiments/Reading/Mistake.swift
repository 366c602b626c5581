import Datasets
import ErrorSurfaces
import NeuralNetwork

/// Something in a demo file, an option or a file that cannot be used.
public struct Mistake: Error, Hashable, Sendable {
  /// Where a mistake is.
  public enum Place: Hashable, Sendable {
    /// Line and column from 1.
    case file(String, line: Int? = nil, column: Int? = nil)
    /// On the command line: `--set optimizer.rate=fast`.
    case option(String)
  }

  /// Where it is; nil where it has no place.
  public let place: Place?
  /// What is wrong.
  public let problem: Problem

  /// A mistake at a place, if it has one.
  public init(_ problem: Problem, at place: Place? = nil) {
    self.problem = problem
    self.place = place
  }

  /// What can be wrong; the wording is in `message` and `hint`.
  public enum Problem: Hashable, Sendable {
    // Finding and reading.
    /// No demo, data set or file has this name.
    case noSuchSource(String, demos: [String])
    /// No file is at this path.
    case noSuchFile(String)
    /// The file is there but cannot be read; the reason is the system's.
    case unreadable(reason: String)
    /// The file's text is not UTF-8.
    case notUTF8
    /// The file is larger than the limit, which is in words: `1 MiB`.
    case tooLarge(limit: String)
    /// Something about a data file.
    case data(DataError)
    // What a demo file or an option says.
    /// The text is not YAML; what the parser says.
    case syntax(String)
    /// Keys that stand twice in the same settings.
    case duplicateKeys([String])
    /// No setting has this key; the nearest one, and those that there are.
    case unknownKey(String, suggestion: String?, known: [String])
    /// Nothing of a kind (`activation`) has this name; the names that there are.
    case unknownName(kind: String, String, known: [String])
    /// A value of another type than the setting's, both in words.
    case wrongType(expected: String, found: String)
    /// A value of the right type that the setting cannot have, both in words.
    case impossible(expected: String, found: String)
    /// Another number of activations than of hidden layers.
    case layerCount(activations: Int, hidden: Int)
    /// Data, network and cost do not go together.
    case mismatch(Mismatch)
    /// The option's text is not `KEY=VALUE`.
    case notAnAssignment(String)
    /// A text that chooses something for columns and cannot be read.
    case columns(ChoiceError)
    /// A text that says no division into training, validation and test part.
    case split(DataSplit.TextError)
    // Error surfaces.
    /// The axes of an error surface cannot be what they say.
    case axes(SurfaceAxesError)
    /// The plane cannot be laid through this network.
    case plane(PlaneError)
    // Lessons.
    /// A step that says, asks, sets and runs nothing.
    case emptyStep
    /// A text that says no length of a run.
    case unclearRun(String)
    /// The right answer is none of the choices.
    case answerNotAChoice(String, choices: [String])
    /// A formula or a placeholder that cannot be read.
    case formula(FormulaError)
    // Weights files.
    /// The file is not in the safetensors format, and why.
    case notWeights(reason: String)
    /// A tensor that the network needs is not in the file.
    case missingTensor(String)
    /// A tensor of the file that the network does not have.
    case surplusTensor(String)
    /// A tensor of another shape than the network's.
    case wrongShape(tensor: String, expected: [Int], found: [Int])
    /// A tensor whose numbers have another type than F32.
    case wrongNumberType(tensor: String, String)
    /// A tensor that has an infinity or a NaN.
    case notFinite(tensor: String)
    // Runs that go on.
    /// No run was left that could go on.
    case noSavedRun
    /// The saved run does not fit its data, or its file is damaged.
    case damagedRun
    /// The saved run has a form that this version does not know.
    case unknownRunVersion(Int)
    /// The data are not those that the run was left with.
    case changedData(source: String)
    // Other kinds of network.
    /// A run of one kind of network cannot become one of another.
    case otherKind(NetworkKind, NetworkKind)
    /// A setting, by its name, that says nothing of a kind of network.
    case noPart(setting: String, of: NetworkKind)
    /// A command, by what it does, that a kind of network has nothing for.
    case notFor(String, NetworkKind)
    // Writing.
    /// A file cannot be written, and why.
    case cannotWrite(reason: String)
  }

  /// What kind of failure it is, for an exit status.
  public enum Kind: Hashable, Sendable {
    /// A wrong option; a file with a mistake; something that is not there; something that cannot be written.
    case usage, badInput, missing, cannotWrite
  }

  /// `missing` for what is not there, wherever it is named; else `usage` for what an option says.
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
