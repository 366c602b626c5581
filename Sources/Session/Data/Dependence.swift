import Datasets
import LinearAlgebra

/// What the network answers on average as one input goes through its range and the others stay as they are in the rows.
///
/// Partial dependence (Friedman 2001): the mean over some rows of the output with the input set to x, in the label's
/// own units, or for each output of several.
public struct Dependence: Hashable, Sendable {
  /// The input's name.
  public let input: String
  /// The places of the input, in its own units.
  public let places: [Double]
  /// The outputs' names with their mean at each place.
  public let curves: [Curve]

  /// One output.
  public struct Curve: Hashable, Sendable {
    /// The output's name.
    public let name: String
    /// Its mean at each place.
    public let values: [Double]
  }
}

extension Run {
  /// The inputs that a dependence can be drawn of: raw numbers of more than two values, by their place in the data.
  public var numberInputs: [Int] {
    guard let table = dataset.table else { return [] }
    let numbers = Set(table.columns.filter { $0.role == .number || $0.role == .date }.map(\.name))
    return dataset.inputNames.indices.filter { numbers.contains(dataset.inputNames[$0]) }
  }

  /// How the answers depend on a raw input.
  public func dependence(onInput input: Int) -> Dependence {
    let rows = Array((trainer.data.testRows + trainer.data.trainingRows).prefix(Self.dependenceRows))
    // The domain has a margin of a tenth of the values' range on either side.
    let margin = (dataset.domain[input].upperBound - dataset.domain[input].lowerBound) / 12
    let range = dataset.domain[input].lowerBound + margin...dataset.domain[input].upperBound - margin
    let places = (0..<Self.dependencePlaces).map { place in
      range.lowerBound + (range.upperBound - range.lowerBound) * Float(place) / Float(Self.dependencePlaces - 1)
    }
    let width = dataset.inputs.columns
    var sums = places.map { _ in Array(repeating: 0.0, count: trainer.network.layout.outputs) }
    for (place, x) in places.enumerated() {
      var raw = Matrix(rows: rows.count, columns: width, elements: rows.flatMap { dataset.inputs.row($0) })
      for row in 0..<rows.count { raw[row, input] = x }
      let outputs = trainer.network.outputs(for: trainer.data.inputTransform(raw))
      for row in 0..<rows.count {
        for (output, value) in outputs.row(row).enumerated() {
          sums[place][output] += Double(value) / Double(rows.count)
        }
      }
    }
    let base = dataset.base(ofInput: input)
    let isNumber = trainer.data.classNames == nil
    return Dependence(
      input: dataset.inputNames[input], places: places.map { Double($0) + base },
      curves: trainer.data.outputNames.enumerated().map { output, name in
        Dependence.Curve(
          name: name,
          values: sums.map { isNumber ? trainer.data.outputTransform.label(ofOutput: Float($0[output])) : $0[output] })
      })
  }

  private static let dependenceRows = 40
  private static let dependencePlaces = 33
}
