import LinearAlgebra

/// Sequences to learn from: step by step inputs, and targets at the steps that have one.
public struct SequenceSet: Hashable, Sendable {
  /// `[steps of all sequences, inputs]`
  public let inputs: Matrix
  /// `[steps of all sequences, outputs]`; of classes one column each, 1 for the step's own. 0 where there is none.
  public let targets: Matrix
  /// Whether a step has a target.
  public let isAsked: [Bool]
  /// The rows of each sequence.
  public let sequences: [Range<Int>]
  /// The names of a step's inputs, one a column of `inputs`.
  public let inputNames: [String]
  /// The names of a step's outputs, one a column of `targets`.
  public let outputNames: [String]
  /// What the outputs are: numbers or classes.
  public let meaning: Meaning
  /// `[steps of all sequences, outputs]`, of a grammar: 1 for every symbol that may come next.
  public let allowed: Matrix?

  /// What the outputs are.
  public enum Meaning: String, Hashable, Sendable {
    /// Numbers.
    case values
    /// One class out of several, an output each.
    case classes
  }

  /// Traps unless all is equally long and every sequence has steps.
  public init(
    inputs: Matrix, targets: Matrix, isAsked: [Bool], lengths: [Int], inputNames: [String], outputNames: [String],
    meaning: Meaning, allowed: Matrix? = nil
  ) {
    precondition(lengths.allSatisfy { $0 > 0 }, "a sequence has no steps: \(lengths)")
    let count = lengths.reduce(0, +)
    precondition(
      inputs.rows == count && targets.rows == count && isAsked.count == count && allowed?.rows ?? count == count,
      "\(count) steps, \(inputs.rows) rows of inputs, \(targets.rows) of targets")
    (self.inputs, self.targets, self.isAsked, self.meaning, self.allowed) = (inputs, targets, isAsked, meaning, allowed)
    (self.inputNames, self.outputNames) = (inputNames, outputNames)
    var end = 0
    sequences = lengths.map { length in
      defer { end += length }
      return end..<end + length
    }
  }

  /// The number of sequences.
  public var count: Int { sequences.count }

  /// The steps of the longest sequence.
  public var longest: Int { sequences.map(\.count).max() ?? 0 }

  /// The inputs of one sequence, `[steps, inputs]`.
  public func inputs(ofSequence number: Int) -> Matrix {
    let rows = sequences[number]
    let width = inputs.columns
    return Matrix(
      rows: rows.count, columns: width,
      elements: Array(inputs.elements[rows.lowerBound * width..<rows.upperBound * width]))
  }
}

/// Sequences to learn from, and others to be measured by.
public struct SequenceData: Hashable, Sendable {
  /// The sequences that are learned from.
  public let training: SequenceSet
  /// The sequences that are measured and never learned from.
  public let test: SequenceSet

  /// Traps unless both have as many inputs and as many outputs.
  public init(training: SequenceSet, test: SequenceSet) {
    precondition(
      training.inputs.columns == test.inputs.columns && training.targets.columns == test.targets.columns,
      "training and test sequences of different widths")
    (self.training, self.test) = (training, test)
  }
}
