import NeuralNetwork
import Training

@testable import Experiments

/// What formulas are about, in a test: all that it does not say itself is unknown.
protocol UnknowingScope: FormulaScope {}

extension UnknowingScope {
  func value(of quantity: Formula.Quantity) -> Double? { nil }
  func value(of parameter: ParameterName) -> Double? { nil }
  func value(of part: Formula.UnitPart, layer: Int, unit: Int) -> Double? { nil }
  func value(of part: Formula.LayerPart, layer: Int) -> Double? { nil }
  func value(of part: Formula.SamplePart, at index: Int) -> Double? { nil }
  func slope(_ kind: Formula.SlopeKind, of parameter: ParameterName) -> Double? { nil }
  func output(for inputs: [Double]) -> Double? { nil }
  func cost(of optimizer: Optimizer.Kind) -> Double? { nil }
  func has(_ setting: Setting, _ value: String) -> Bool { false }
  func value(of reading: Formula.Reading, _ indices: [Int]) -> Double? { nil }
  func value(of part: Formula.OwnPart) -> Double? { nil }
  func value(of part: Formula.SamplePart, at index: Int, step: Int) -> Double? { nil }
}
