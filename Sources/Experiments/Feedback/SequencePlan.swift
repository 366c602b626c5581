import Datasets
import LinearAlgebra
import NeuralNetwork
import Training

/// The sequences that a recurrent network learns from, and its layer.
public struct SequencePlan: Hashable, Sendable {
  /// Where the sequences come from.
  public var source = Source.generator(.echo(delay: 5))
  /// The sequences learned from; all of a file that do not test where nil.
  public var count: Int?
  /// The sequences that test; what suits the source where nil.
  public var testCount: Int?
  /// The steps of a generated sequence; what suits the generator where nil.
  public var steps: Int?
  /// Whether the last target of each sequence alone counts.
  public var asked = Asked.all
  /// The units of the recurrent layer.
  public var units = 16
  /// The activation of the recurrent layer.
  public var activation = Activation.tanh
  /// The steps that errors pass back through; all the way where nil.
  public var truncation: Int?
  /// The largest singular value that the recurrent weights begin with; as they are drawn where nil.
  public var singularValue: Double?

  /// The defaults of a demo file.
  public init() {}

  /// Where sequences come from.
  public enum Source: Hashable, Sendable {
    /// A rule makes them.
    case generator(SequenceGenerator)
    /// A file with what was read from it.
    case file(path: String, SequenceSet)

    /// The generator's name, or the file's path.
    public var name: String {
      switch self {
      case .generator(let generator): generator.name
      case .file(let path, _): path
      }
    }
  }

  /// At which steps an output is wanted; the raw values are the names in demo files.
  public enum Asked: String, CaseIterable, Sendable {
    /// Wherever the sequences have a target.
    case all
    /// At the last of these alone.
    case last
  }
}

extension SequencePlan {
  /// The sequences, training and test.
  ///
  /// - Throws: `Mistake` where there are too few in a file, or where sequences are too short for their rule.
  public func data(seed: UInt64) throws(Mistake) -> SequenceData {
    let data: SequenceData
    switch source {
    case .generator(let generator):
      let least = generator.leastSteps
      if let steps, steps < least {
        throw Mistake(.impossible(expected: "at least \(least) steps for \(generator.name)", found: "\(steps)"))
      }
      data = generator.data(training: count ?? 400, test: testCount ?? 100, steps: steps, seed: seed)
    case .file(_, let set): data = try parts(of: set)
    }
    guard asked == .last else { return data }
    return SequenceData(training: data.training.askingLast, test: data.test.askingLast)
  }

  /// The last sequences of a file test: a third where nothing is said.
  private func parts(of set: SequenceSet) throws(Mistake) -> SequenceData {
    let test = testCount ?? set.count / 3
    let training = min(count ?? .max, set.count - test)
    guard training > 0, test > 0 else {
      throw Mistake(
        .impossible(expected: "sequences to learn from and others to test", found: "\(set.count) in the file"))
    }
    return SequenceData(training: set.part(0..<training), test: set.part(set.count - test..<set.count))
  }
}

extension SequenceGenerator {
  /// The steps that its rule needs.
  var leastSteps: Int { if case .echo(let delay) = self { delay + 1 } else { 1 } }
}

extension SequenceSet {
  /// Some of the sequences, which stand behind each other.
  fileprivate func part(_ numbers: Range<Int>) -> SequenceSet {
    let rows = sequences[numbers.lowerBound].lowerBound..<sequences[numbers.upperBound - 1].upperBound
    func cut(_ matrix: Matrix) -> Matrix {
      let width = matrix.columns
      return Matrix(
        rows: rows.count, columns: width,
        elements: Array(matrix.elements[rows.lowerBound * width..<rows.upperBound * width]))
    }
    return SequenceSet(
      inputs: cut(inputs), targets: cut(targets), isAsked: Array(isAsked[rows]),
      lengths: sequences[numbers].map(\.count),
      inputNames: inputNames, outputNames: outputNames, meaning: meaning, allowed: allowed.map(cut))
  }

  /// The same with the last target of each sequence alone.
  fileprivate var askingLast: SequenceSet {
    var isAsked = Array(repeating: false, count: inputs.rows)
    for rows in sequences { if let last = rows.last(where: { self.isAsked[$0] }) { isAsked[last] = true } }
    return SequenceSet(
      inputs: inputs, targets: targets, isAsked: isAsked, lengths: sequences.map(\.count), inputNames: inputNames,
      outputNames: outputNames, meaning: meaning, allowed: allowed)
  }
}

extension Domain where Value == SequencePlan.Source {
  /// A generator by its name, or the path of a file.
  static var sequences: Domain {
    let names = SequenceGenerator.offered.map(\.name)
    return .form(
      "sequences by name or a CSV file",
      .either([
        .names(names), .form("^echo-([1-9]|[1-4][0-9]|50)$", example: "echo-3"),
        .form("[./]", example: "sequences.csv"),
      ]),
      read: { text, context throws(Refusal) in
        if let generator = SequenceGenerator(name: text) { return .generator(generator) }
        guard text.contains(".") || text.contains("/") else {
          throw Refusal(.unknownName(kind: "sequence", text, known: names + ["echo-1 to echo-50"]))
        }
        let path = context.resolved(path: text)
        do throws(DataError) { return .file(path: path, try SequenceFile(path: path).read()) } catch {
          throw Refusal(.data(error))
        }
      },
      write: \.name)
  }
}
