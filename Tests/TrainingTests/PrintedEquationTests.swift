import LinearAlgebra
import NeuralNetwork
import Testing

@testable import Training

/// Who works out what is printed gets what is printed.
struct PrintedEquationTests {
  /// Whether the printed result is the value of the printed formula, to half a unit of its last digit; true where the
  /// line states no formula in numbers.
  private func isTrue(_ equation: Equation) -> Bool {
    let printed = PrintedEquation(equation)
    guard let value = FormulaReader.value(of: printed.numbers.map(\.text).joined()) else { return true }
    guard let result = Double(printed.result) else { return false }
    return abs(value - result) <= 0.501 * unit(printed.result) || abs(value - result) <= 1e-9 * abs(value)
  }

  /// The unit of a printed number's last digit.
  private func unit(_ text: String) -> Double {
    let parts = text.split(separator: "e")
    let decimals = parts[0].firstIndex(of: ".").map { parts[0].distance(from: $0, to: parts[0].endIndex) - 1 } ?? 0
    let exponent = (parts.count > 1 ? Int(parts[1])! : 0) - decimals
    return Double("1e\(exponent)")!
  }

  @Test(
    arguments: Optimizer.Kind.allCases,
    [(Regularization(), nil), (Regularization(.l1, rate: 0.01), 0.05), (Regularization(.l2, rate: 0.03), nil)]
      as [(Regularization, Float?)])
  func everyOptimizersLinesAddUp(rule: Optimizer.Kind, change: (Regularization, Float?)) {
    let settings = TrainingSettings(
      optimizer: rule, constants: Optimizer.Constants(momentum: 0.85, beta1: 0.8, beta2: 0.99), learningRate: 0.02,
      batch: .samples(5), regularization: change.0, clipping: change.1)
    var trainer = someTrainer([2, 3, 1], settings)
    var formulas = 0
    for _ in 0..<25 {
      let step = StepInHand(of: trainer)
      trainer.step()
      for index in 0..<trainer.network.layout.count {
        for line in UpdateArithmetic(of: index, in: step).lines {
          #expect(isTrue(line), "\(rule.rawValue): \(line.symbol) = \(PrintedEquation(line).text)")
          if FormulaReader.value(of: PrintedEquation(line).numbers.map(\.text).joined()) != nil { formulas += 1 }
        }
      }
    }
    #expect(formulas > 200)
  }

  @Test(arguments: Cost.allCases) func everyCostsLinesAddUp(cost: Cost) {
    var stream = RandomStream(seed: 1, purpose: .data)
    for _ in 0..<500 {
      let (a, y) = (stream.uniform(0.01, 0.99), cost == .hinge ? [-1, 1][stream.integer(below: 2)] : stream.uniform())
      let whole: Float = 2.5
      let slope = cost.slopeEquation(a, y, whole: whole)
      #expect(isTrue(slope), "seed 1: \(PrintedEquation(slope).text)")
      let value = Float(
        cost.reference(z: [Double(Elementary.log(a / (1 - a)))], a: [Double(a)], y: [Double(y)], output: .sigmoid))
      guard cost != .klDivergence else { continue }
      let line = Equation("C", cost.formula(output: .sigmoid), cost.numbers(a, y), value)
      #expect(isTrue(line), "seed 1: \(PrintedEquation(line).text)")
    }
  }

  @Test(arguments: Activation.allCases.filter { $0 != .softmax }) func everyActivationsLinesAddUp(
    activation: Activation
  ) {
    var stream = RandomStream(seed: 2, purpose: .data)
    for _ in 0..<500 {
      let z = stream.uniform(-4, 4)
      let a = activation.value(z)
      for line in [
        Equation("a", "", activation.value(inNumbers: z), a),
        Equation("f′(z)", "", activation.slope(inNumbers: z, a), activation.derivative(z, a)),
      ] { #expect(isTrue(line), "seed 2: \(PrintedEquation(line).text)") }
    }
  }

  @Test(
    arguments: [
      ("0.9·(-0.5) + 2e-3", -0.448), ("exp (1 − 0.5)²", 1.2840254166877414), ("½(3 − 1)²", 2),
      ("1/(1+exp(-1))", 0.7310585786300049),
      ("(√0.25 − √1)²/√2", 0.17677669529663687), ("−0.5·ln 0.5 − (1−0.5)·ln(1−0.5)", 0.6931471805599453),
      ("max(0, 1 − (-2)·0.25)", 1.5), ("⅔(1.5 − 0.75)", 0.5), ("|0.2 − 1| − ½", 0.3), ("0.5·Φ(0)", 0.25),
      ("2·3²/(1 + 2)", 6),
    ] as [(String, Double)])
  func formulasAreRead(text: String, value: Double) throws {
    let read = try #require(FormulaReader.value(of: text))
    #expect(abs(read - value) < 1e-12)
  }

  @Test func wordsAreNoFormulas() {
    for text in ["", "0.5 > 0?", "1 +", "(1", "1)", "abc", "1 2"] { #expect(FormulaReader.value(of: text) == nil) }
  }
}
