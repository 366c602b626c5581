import Foundation
import NeuralNetwork
import ScratchFolder
import Testing

@testable import Experiments

/// What formulas are worth by their definition, and where they are wrong.
struct FormulaTests {
  /// A state in which every number is given here.
  private struct Plain: UnknowingScope {
    func value(of quantity: Formula.Quantity) -> Double? {
      switch quantity {
      case .trainCost: 0.25
      case .units: 3
      case .updates: 1234
      case .testCost: nil
      default: 7
      }
    }
    func value(of parameter: ParameterName) -> Double? {
      parameter == .weight(layer: 0, unit: 2, input: 1) ? -1.5 : nil
    }
    func value(of part: Formula.UnitPart, layer: Int, unit: Int) -> Double? { layer == 0 ? Double(10 + unit) : nil }
    func value(of part: Formula.LayerPart, layer: Int) -> Double? { layer == 0 && part == .dead ? 2 : nil }
    func value(of part: Formula.SamplePart, at index: Int) -> Double? { Double(index) }
    func slope(_ kind: Formula.SlopeKind, of parameter: ParameterName) -> Double? { kind == .gradient ? -0.5 : 0.5 }
    func output(for inputs: [Double]) -> Double? { inputs.reduce(0, +) }
    func cost(of optimizer: Optimizer.Kind) -> Double? { optimizer == .adam ? 0.125 : nil }
    func has(_ setting: Setting, _ value: String) -> Bool { setting.key == "network.output" && value == "sigmoid" }
    func value(of reading: Formula.Reading, _ indices: [Int]) -> Double? {
      reading == .overlap ? nil : Double(indices.reduce(0) { 10 * $0 + $1 })
    }
    func value(of part: Formula.SamplePart, at index: Int, step: Int) -> Double? {
      part == .target ? nil : Double(100 * step + index)
    }
  }

  @Test(arguments: [
    ("1 + 2 * 3", 7), ("(1 + 2) * 3", 9), ("8 / 2 / 2", 2), ("7 - 2 - 1", 4), ("-2 * -3", 6), ("−2 + 1", -1),
    ("1 < 2", 1), ("2 <= 2", 1), ("2 > 2", 0), ("2 >= 3", 0), ("2 == 2", 1), ("2 != 2", 0), ("1e-3", 0.001),
    ("1 < 2 and 2 < 1", 0), ("1 < 2 or 2 < 1", 1), ("not(0)", 1), ("not(3)", 0), ("0 and 0 or 1", 1),
    ("abs(-2)", 2), ("sign(-2)", -1), ("sign(0)", 0), ("sqrt(9)", 3), ("min(2, 3)", 2), ("max(2, 3)", 3),
    ("round(2.6)", 3), ("exp(0)", 1), ("log(1)", 0), ("tanh(0)", 0), ("sigmoid(0)", 0.5),
    ("train_cost", 0.25), ("train_cost < 0.3 and units <= 3", 1), ("layers.0.weight[2][1]", -1.5),
    ("layers.0.weight[2][1]-1", -2.5), ("unit(0,1).z", 11), ("unit(0, 2).delta + 1", 13), ("input(1)", 1),
    ("layer(0).dead", 2),
    ("sign(gradient(layers.0.weight[0][1]))", -1), ("pull(layers.0.bias[0])", 0.5), ("output(1, 2)", 3),
    ("race(adam)", 0.125), ("is(network.output, sigmoid)", 1), ("is(network.output, tanh)", 0),
    ("state(7)", 7), ("field(3) + 1", 4), ("weight(2, 4)", 24), ("hidden(1,2)", 12), ("delta(1,2)", 12),
    ("time_gradient(5)", 5), ("input(4, 1)", 401), ("answer(4,1) - input(4,0)", 1), ("energy + sweeps", 14),
    ("at_rest and not(clashes == 0)", 1), ("test_confusions(1, 2)", 12), ("train_confusions(0,3) - test_samples", -4),
  ])
  func valuesAreThoseOfTheDefinition(text: String, value: Double) throws {
    #expect(try Formula(text).value(in: Plain()) == value)
  }

  @Test(arguments: [
    "test_cost", "unit(1,0).a", "layer(1).dead", "layers.9.bias[0]", "race(sgd)", "1 + test_cost", "max(1, test_cost)",
    "overlap(0)", "target(1, 0)",
  ])
  func whatIsNotThereHasNoValue(text: String) throws {
    #expect(try Formula(text).value(in: Plain()) == nil && !Formula(text).holds(in: Plain()))
  }

  @Test(arguments: [
    ("", 0), ("1 +", 3), ("1 2", 2), ("(1", 2), ("unit(0)", 6), ("unit(0,1)", 9), ("unit(0,1).q", 10),
    ("layer(0).q", 9), ("layer(0,1).dead", 7),
    ("trian_cost", 0),
    ("abs(1, 2)", 3), ("1 < 2 < 3", 6), ("2 $ 3", 2), ("gradient(3)", 9), ("race(adan)", 5), ("is(network, x)", 3),
    ("layers.0.wight[0][0]", 0), ("1.2.3", 0), ("input(0.5)", 6), ("not", 3), ("state(1,2)", 7), ("weight(1)", 8),
    ("hidden(1)", 8), ("test_confusions(1)", 17), ("confusions(1,2)", 0), ("input(1,2,3)", 9),
    ("overlap", 7),
  ])
  func mistakesHaveTheirPlace(text: String, offset: Int) {
    let error = #expect(throws: FormulaError.self) { try Formula(text) }
    #expect(error?.offset == offset)
  }

  @Test func whatHeldAtTheEntryIsSettled() throws {
    struct Later: UnknowingScope {
      func value(of quantity: Formula.Quantity) -> Double? { 0.1 }
    }
    let formula = try Formula("max(entry(train_cost), 0) - train_cost").settled(in: Plain())
    #expect(abs(formula.value(in: Later())! - 0.15) < 1e-12)
  }

  @Test func deepBracketsAreRefused() {
    for text in [String(repeating: "(", count: 500) + "1", String(repeating: "-", count: 500) + "1"] {
      #expect(throws: FormulaError.self) { try Formula(text) }
    }
  }

  @Test(arguments: [
    ("The cost is {train_cost}.", "The cost is 0.25."), ("{updates} updates", "1234 updates"), ("{1/3}", "0.333"),
    ("{1/3:1}", "0.3"), ("{2:2}", "2.00"), ("{test_cost}", "?"), ("{{x}", "{x}"), ("{0.00012345}", "0.000123"),
    ("{-1/3}", "-0.333"), ("{0}", "0"), ("{12.5}", "12.5"), ("{-0.001:1}", "0.0"), ("{1/0}", "∞"), ("{100}", "100"),
  ])
  func placeholdersAreFilled(text: String, filled: String) throws {
    #expect(try Passage(text).filled(in: Plain()) == filled)
  }

  @Test(arguments: [("a {train_cost", 2), ("a {trian} b", 3), ("{1:x}", 3), ("{1 +}", 4), ("ab {}", 4)])
  func mistakesInPlaceholdersHaveTheirPlace(text: String, offset: Int) {
    let error = #expect(throws: FormulaError.self) { try Passage(text) }
    #expect(error?.offset == offset)
  }

  /// `descent check` names line and column of the wrong word.
  @Test(arguments: [
    ("lesson:\n  - {say: x, goal: train_cost < nose}", "2:33"),
    ("lesson:\n  - say: 'It is {train_cots} now.'", "2:18"),
    ("lesson:\n  - ask: q\n    answer: unit(0,0).q", "3:23"),
    ("lesson:\n  - ask: q\n    choices: [{say: a, when: 1 <}, b]", "3:33"),
    ("lesson:\n  - say: x\n    facts: [1 < 2, 1 +]", "3:23"),
    ("lesson:\n  - say: x\n    weights: {layers.0: 1}", "3:15"),
    ("lesson:\n  - ask: q\n    choices: [{say: a, when: 1 < 2}, b]", "3:14"),
    ("lesson:\n  - say: x\n    solution: {run: 3 updates}", "3:15"),
    ("lesson:\n  - ask: q\n    answer: 1\n    tolerance: -1", "4:16"),
    ("lesson:\n  - say: x\n    goal: 1\n    solution: {do: [unseel]}", "4:21"),
    ("lesson:\n  - say: x\n    goal: 1\n    solution: {flip: [-1]}", "4:23"),
    ("lesson:\n  - goal: 1 < 2\n    solution: {place: [1]}", "3:23"),
    ("lesson:\n  - goal: 1 < 2\n    solution: {place: [1, far]}", "3:23"),
  ])
  func mistakesInFilesHaveLineAndColumn(text: String, place: String) throws {
    let scratch = try Scratch()
    let mistakes = try Experiment.mistakes(inFile: scratch.file("d.yaml", text)).map(\.description)
    #expect(mistakes.count == 1 && mistakes[0].contains("d.yaml:\(place):"), "\(mistakes)")
  }

  @Test func theKeptTextGivesTheSameFormula() throws {
    let scratch = try Scratch()
    let lesson = try Experiment.load(
      source: scratch.file(
        "d.yaml",
        """
        lesson:
          - ask: "What is z?"
            answer: unit(0,0).z
            tolerance: 0.1
            hint: "Not {train_cost}."
            weights: {"layers.0.weight[0][0]": 0.5}
          - ask: Which way?
            choices: [{say: up, when: train_cost > 1, hint: no}, {say: down, when: train_cost <= 1}]
            goal: units == 3
            solution: {set: {network.hidden: [3]}, place: [1, -0.5], flip: [4], do: [heat, store], run: 2 epochs}
            facts: [1 < 2]
            notes: Wait for it.
        """)
    ).lesson
    #expect(lesson[0].question?.number == (try Formula("unit(0,0).z")) && lesson[0].question?.tolerance == 0.1)
    #expect(lesson[1].question?.conditions.count == 2 && lesson[1].question?.hints == ["no", nil])
    #expect(lesson[1].solution?.run == .epochs(2) && lesson[1].notes == "Wait for it.")
    #expect(lesson[1].solution?.flips == [4] && lesson[1].solution?.deeds == [.heat, .store])
    #expect(lesson[1].solution?.place == [1, -0.5])
    let place = LessonPlace(steps: lesson, index: 1, chosen: 0, isDone: false)
    #expect(try JSONDecoder().decode(LessonPlace.self, from: JSONEncoder().encode(place)) == place)
  }
}
