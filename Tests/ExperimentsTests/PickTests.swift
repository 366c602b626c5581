import Foundation
import NeuralNetwork
import ScratchFolder
import Testing

@testable import Experiments

/// What a question asks to be selected, by its definition, and where its rule is wrong.
struct PickTests {
  /// Four units and their numbers.
  private struct Four: UnknowingScope {
    let target: Pick.Target
    static let targets = (0..<4).map { Pick.Target.unit(layer: 0, unit: $0) }
    static let deltas = [0.5, -2.0, 2.0, 0.25]

    func value(of part: Formula.OwnPart) -> Double? {
      guard case .unit(_, let unit) = target else { return nil }
      return switch part {
      case .delta: Self.deltas[unit]
      case .z: unit == 1 ? nil : Double(unit)
      case .a: unit == 2 ? .nan : Double(-unit)
      case .unit: Double(unit)
      default: nil
      }
    }
    func value(of quantity: Formula.Quantity) -> Double? { quantity == .units ? 4 : nil }
  }

  @Test(arguments: [
    ("largest(it.delta)", [2]), ("smallest(it.delta)", [1]), ("largest(abs(it.delta))", [1, 2]),
    ("smallest(abs(it.delta))", [3]), ("it.delta > 0", [0, 2, 3]), ("it.delta > 9", []), ("unit(0,3)", [3]),
    ("unit(7,3)", []), ("largest(it.z)", [3]), ("smallest(it.z)", [0]), ("largest(it.a)", [0]),
    ("largest(it.slope)", []), ("it.unit == units - 1", [3]), ("largest(it.delta * (it.unit != 2))", [0]),
  ])
  func theRightOnesAreThoseOfTheDefinition(rule: String, right: [Int]) throws {
    let found = try Pick(.unit, rule).right(among: Four.targets) { Four(target: $0) }
    #expect(found == right.map { Four.targets[$0] })
  }

  @Test func aWeightIsNamedAsAnywhere() throws {
    let targets = (0..<3).map { Pick.Target.weight(layer: 1, unit: 0, input: $0) }
    let right = try Pick(.weight, "layers.1.weight[0][2]").right(among: targets) { Four(target: $0) }
    #expect(right == [targets[2]])
  }

  /// The mistakes of a file as lines, without the path before its name.
  private func mistakes(_ step: String) throws -> [String] {
    let scratch = try Scratch()
    let path = try scratch.file("d.yaml", "data: {source: xor4}\nlesson:\n  - " + step)
    return try Experiment.mistakes(inFile: path).map {
      let line = "\($0)".replacing(path + ":", with: "")
      return $0.hint.map { "\(line); \($0)" } ?? line
    }
  }

  @Test(arguments: [
    ("{ask: q, pick: unit, answer: largest(abs(it.delta))}", nil),
    ("{ask: q, pick: sample, answer: largest(sample_cost), hint: h}", nil),
    ("{ask: q, pick: neuron, answer: unit}", "3:20: there is no pick \"neuron\""),
    ("{ask: q, pick: unit}", "3:20: expected an answer (answer: largest(…)) with the pick, found none"),
    (
      "{ask: q, pick: unit, answer: largest(it.detla)}",
      "3:42: in a formula: there is nothing called \"it.detla\"; did you mean it.delta?"
    ),
    (
      "{ask: q, pick: weight, answer: largest(it.delta)}",
      "3:44: in a formula: there is nothing called \"it.delta\""
    ),
    (
      "{ask: q, pick: unit, answer: train_cost > 1}",
      "3:34: in a formula: expected something of it, such as largest(abs(it.delta)), found nothing of it"
    ),
    ("{ask: q, pick: unit, answer: largest(it.z}", nil as String?),
    (
      "{ask: q, pick: unit, answer: 'largest(it.z) + 1'}",
      "3:49: in a formula: expected the end, found \"+\""
    ),
    (
      "{ask: q, pick: weight, answer: largest(it.value - entry(it.value))}",
      "3:60: in a formula: expected a number of the state; it.change is since the entry, found it"
    ),
    ("{ask: q, pick: unit, answer: it.z > 0, choices: [a, b]}", "3:53: expected no choices beside pick, found some"),
    ("{ask: q, pick: unit, answer: it.z > 0, tolerance: 1}", "3:55: expected no tolerance beside pick, found some"),
    ("{pick: unit, answer: it.z > 0}", "3:12: expected a question (ask:) with the choices, found none"),
    (
      "{goal: it.z > 0}",
      "3:12: in a formula: expected a number; \"it\" is what a question with pick: unit, hidden or weight asks for, "
        + "found \"it.z\""
    ),
  ])
  func mistakesHaveTheirPlaces(step: String, line: String?) throws {
    let found = try mistakes(step)
    let isMistaken = line != nil || step.contains("(it.z}")
    #expect(found.count == (isMistaken ? 1 : 0), "\(found)")
    if let line { #expect(found.first?.hasPrefix(line) == true, "\(found) \(line)") }
  }

  @Test func aPickIsKeptByItsText() throws {
    for (kind, text) in [(Pick.Kind.weight, "largest(abs(it.step))"), (.unit, "unit(1,0)"), (.sample, "row == 2")] {
      let pick = try Pick(kind, text)
      #expect(try JSONDecoder().decode(Pick.self, from: JSONEncoder().encode(pick)) == pick)
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Pick.self, from: Data("{\"kind\": \"input\", \"text\": \"it.z > 0\"}".utf8))
    }
  }
}
