import Datasets
import NeuralNetwork

/// How well a recurrent network does on some sequences.
public struct RecurrentMeasures: Hashable, Sendable {
  /// The mean cost of the targets (data term).
  public var cost: Double
  /// The regularization's share of the objective.
  public var penalty: Double
  /// The share of targets whose class has the largest output, where outputs are classes.
  public var accuracy: Double?
  /// The same at each step of the sequences; nil at a step without a target.
  public var accuracyByStep: [Double?]
  /// The share of the targets' variance that is explained, where outputs are numbers.
  public var r2: Double?
  /// The share of sequences all of whose predictions the grammar allows, where there is a grammar.
  public var legal: Double?
}

extension Measures {
  /// What is measured of both kinds of training.
  public init(_ measures: RecurrentMeasures) {
    self.init(cost: measures.cost, penalty: measures.penalty, accuracy: measures.accuracy, r2: measures.r2)
  }
}

extension RecurrentTrainer {
  /// Measures the training part.
  public func measureTraining() -> RecurrentMeasures? { measure(data.training) }

  /// Measures the test part.
  public func measureTest() -> RecurrentMeasures? { measure(data.test) }

  /// Measures some sequences; nil where there is no target among them.
  public func measure(_ set: SequenceSet) -> RecurrentMeasures? {
    var tally = Tally(steps: set.longest)
    var pass = RecurrentPropagation(of: network)
    for first in Swift.stride(from: 0, to: set.count, by: Self.measuredAtOnce) {
      let sequences = set.sequences[first..<min(set.count, first + Self.measuredAtOnce)]
      pass.load(
        inputs: set.inputs, targets: set.targets, isAsked: set.isAsked, sequences: Array(sequences), of: network)
      pass.forward(0..<pass.steps, of: network)
      pass.error(cost: settings.cost, of: network)
      for (sample, rows) in sequences.enumerated() { tally.add(pass, sample: sample, rows: rows, of: set) }
    }
    return tally.measures(of: set, penalty: Double(settings.regularization.penalty(at: network.parameters)))
  }

  private static let measuredAtOnce = 64
}

/// What is counted on the way.
private struct Tally {
  var cost = 0.0
  var asked: [Int]
  var right: [Int]
  var legal = 0
  var (sum, squares, errors) = (0.0, 0.0, 0.0)

  init(steps: Int) {
    asked = Array(repeating: 0, count: steps)
    right = asked
  }

  mutating func add(_ pass: RecurrentPropagation, sample: Int, rows: Range<Int>, of set: SequenceSet) {
    var isLegal = true
    for (step, row) in rows.enumerated() where set.isAsked[row] {
      cost += Double(pass.costs(step)[sample])
      asked[step] += 1
      let outputs = pass.readout(step).a.dropFirst(sample * pass.outputs).prefix(pass.outputs)
      switch set.meaning {
      case .values: addNumbers(Array(outputs), set.targets.row(row))
      case .classes:
        let largest = outputs.indices.max { outputs[$0] < outputs[$1] }! - outputs.startIndex
        if set.targets[row, largest] == 1 { right[step] += 1 }
        if let allowed = set.allowed, allowed[row, largest] != 1 { isLegal = false }
      }
    }
    if isLegal { legal += 1 }
  }

  private mutating func addNumbers(_ outputs: [Float], _ targets: ArraySlice<Float>) {
    for (a, y) in zip(outputs, targets) {
      sum += Double(y)
      squares += Double(y) * Double(y)
      errors += (Double(a) - Double(y)) * (Double(a) - Double(y))
    }
  }

  func measures(of set: SequenceSet, penalty: Double) -> RecurrentMeasures? {
    let count = asked.reduce(0, +)
    guard count > 0 else { return nil }
    let isClasses = set.meaning == .classes
    let numbers = Double(count * set.targets.columns)
    let spread = squares - sum * sum / numbers
    return RecurrentMeasures(
      cost: cost / Double(count), penalty: penalty,
      accuracy: isClasses ? Double(right.reduce(0, +)) / Double(count) : nil,
      accuracyByStep: isClasses ? zip(right, asked).map { $1 > 0 ? Double($0) / Double($1) : nil } : [],
      r2: isClasses || spread <= 0 ? nil : 1 - errors / spread,
      legal: set.allowed == nil ? nil : Double(legal) / Double(set.count))
  }
}
