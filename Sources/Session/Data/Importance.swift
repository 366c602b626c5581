import Datasets
import LinearAlgebra
import Training

/// How much worse the answers get where the values of a column are dealt anew among the rows.
///
/// Permutation importance (Breiman 2001): accuracy, or R², as it is less what it is with the column's inputs shuffled
/// together, the mean of three shuffles. Columns that say the same share it, or hide each other's.
public struct Importance: Hashable, Sendable {
  /// The column's name.
  public let column: String
  /// How much accuracy or R² falls; below 0 where it gets better by chance.
  public let loss: Double
}

extension Run {
  /// The importance of each column, the greatest first, on the part that is measured; empty where that would take long.
  public var importances: [Importance] {
    let columns = inputsByColumn
    let all = measuredSamples
    let work = columns.count * Self.shuffles * trainer.network.parameters.count
    let samples = all.first(min(all.count, Self.longestRows, Self.importanceWork / max(1, work)))
    guard samples.count >= 10, columns.count > 1, let before = trainer.measure(samples)?.score else { return [] }
    let result = columns.map { name, inputs in
      let after = (1...UInt64(Self.shuffles)).map { number in
        var random = RandomStream(seed: number, purpose: .search)
        return trainer.measure(samples.shuffled(inputs, &random))?.score ?? before
      }
      return Importance(column: name, loss: before - after.reduce(0, +) / Double(after.count))
    }
    return result.enumerated().sorted { ($0.element.loss, $1.offset) > ($1.element.loss, $0.offset) }.map(\.element)
  }

  private static let shuffles = 3
  private static let longestRows = 400
  /// The multiply-adds that do not hold up the screen.
  private static let importanceWork = 12_000_000

  /// The samples that are measured; those of the training part where there are no others.
  public var measuredSamples: Samples { trainer.data.test.count > 0 ? trainer.data.test : trainer.data.training }

  /// The network's inputs by the column that they are made of, in order: `colour=red` and `colour=blue` are one's.
  private var inputsByColumn: [(name: String, inputs: [Int])] {
    var result: [(name: String, inputs: [Int])] = []
    for (input, name) in trainer.data.inputNames.enumerated() {
      let column = String(name.prefix { $0 != "=" })
      if let known = result.lastIndex(where: { $0.name == column }) {
        result[known].inputs.append(input)
      } else {
        result.append((column, [input]))
      }
    }
    return result
  }
}

extension Measures {
  /// Accuracy, or R².
  fileprivate var score: Double? { accuracy ?? r2 }
}

extension Samples {
  /// The first so many samples.
  fileprivate func first(_ count: Int) -> Samples {
    Samples(
      inputs: Matrix(
        rows: count, columns: inputs.columns, elements: Array(inputs.elements.prefix(count * inputs.columns))),
      targets: Matrix(
        rows: count, columns: targets.columns, elements: Array(targets.elements.prefix(count * targets.columns))),
      classes: classes.map { Array($0.prefix(count)) })
  }

  /// The same samples with some of their inputs taken from each other, together.
  fileprivate func shuffled(_ columns: [Int], _ random: inout RandomStream) -> Samples {
    var rows = Array(0..<count)
    random.shuffle(&rows)
    var mixed = inputs
    for (place, row) in rows.enumerated() {
      for column in columns { mixed[place, column] = inputs[row, column] }
    }
    return Samples(inputs: mixed, targets: targets, classes: classes)
  }
}
