import Datasets
import NeuralNetwork
import Yams

extension SettingsReader {
  /// The steps of a lesson.
  mutating func lesson(_ node: Node) -> [LessonStep]? {
    list(node, of: "steps") { $0.step($1) }
  }

  /// The steps beside the way, after some answer; these have none of their own.
  mutating func aside(_ node: Node) -> [LessonStep]? {
    if node.sequence?.isEmpty == true { note(.wrongType(expected: "a list of steps", found: "an empty one"), at: node) }
    return list(node, of: "steps") { $0.asideStep($1) }
  }

  private mutating func asideStep(_ node: Node) -> LessonStep? {
    let choices = node.mapping?["choices"]?.sequence.map(Array.init) ?? []
    guard let stray = node.mapping?["wrong"] ?? choices.lazy.compactMap({ $0.mapping?["then"] }).first else {
      return step(node)
    }
    note(.wrongType(expected: "no extra steps within extra steps", found: "some"), at: stray)
    return nil
  }

  /// What a step may have.
  static let stepKeys = [
    "say", "ask", "choices", "pick", "answer", "tolerance", "hint", "wrong", "goal", "facts", "solution", "notes",
    "point", "hide", "keys",
    "weights",
    "set", "run",
  ]

  private mutating func step(_ node: Node) -> LessonStep? {
    let before = mistakes.count
    guard let parts = parts(of: node, named: Self.stepKeys, expected: "a step (say:, ask:, set:, run:)") else {
      return nil
    }
    var step = LessonStep(
      say: parts["say"].flatMap { passage($0) }, question: question(parts),
      changes: parts["set"].map { changes($0) } ?? [],
      run: parts["run"].flatMap { run($0) })
    step.weights = parts["weights"].map { weights($0) } ?? []
    step.goal = parts["goal"].flatMap { formula($0) }
    step.facts = parts["facts"].flatMap { list($0, of: "formulas") { $0.formula($1) } } ?? []
    step.solution = parts["solution"].flatMap { solution($0) }
    step.notes = parts["notes"].flatMap { text($0) }
    step.point = parts["point"].flatMap { panel($0) }
    step.hides = parts["hide"].flatMap { list($0, of: "panels") { $0.hiddenPanel($1) } } ?? []
    step.keys = parts["keys"].flatMap { list($0, of: "keys") { $0.keyName($1) } }
    if step.solution != nil, step.goal == nil, let stray = parts["solution"] {
      note(.wrongType(expected: "a goal (goal:) with the solution", found: "none"), at: stray)
    }
    if node.mapping?.isEmpty == true { note(.emptyStep, at: node) }
    return mistakes.count == before ? step : nil
  }

  /// The parts of a mapping by their keys; nil where it is none.
  mutating func parts(of node: Node, named keys: [String], expected: String) -> [String: Node]? {
    guard case .mapping(let mapping) = node else {
      note(.wrongType(expected: expected, found: describe(node)), at: node)
      return nil
    }
    var parts: [String: Node] = [:]
    for (keyNode, value) in mapping {
      let key = keyNode.scalar?.string ?? describe(keyNode)
      if keys.contains(key) {
        parts[key] = value
      } else {
        note(.unknownKey(key, suggestion: Names.nearest(to: key, among: keys), known: keys), at: keyNode)
      }
    }
    return parts
  }

  private mutating func solution(_ node: Node) -> LessonStep.Solution? {
    parts(of: node, named: Self.solutionKeys, expected: "a solution (set:, weights:, run:)").map { parts in
      LessonStep.Solution(
        changes: parts["set"].map { changes($0) } ?? [], weights: parts["weights"].map { weights($0) } ?? [],
        sample: parts["sample"].flatMap { row($0) }, place: parts["place"].flatMap { place($0) },
        flips: parts["flip"].flatMap { list($0, of: "units") { $0.row($1) } } ?? [],
        deeds: parts["do"].flatMap { list($0, of: "deeds") { $0.deed($1) } } ?? [],
        run: parts["run"].flatMap { run($0) })
    }
  }

  private static let solutionKeys = ["set", "weights", "sample", "place", "flip", "do", "run"]

  /// What is done by a key, by its name.
  private mutating func deed(_ node: Node) -> LessonStep.Deed? {
    guard let name = node.scalar?.string, let deed = LessonStep.Deed(rawValue: name) else {
      let known = LessonStep.Deed.allCases.map(\.rawValue).joined(separator: ", ")
      note(.wrongType(expected: "one of \(known)", found: describe(node)), at: node)
      return nil
    }
    return deed
  }

  private mutating func panel(_ node: Node) -> Panel? {
    guard let name = text(node) else { return nil }
    let panel = Panel.allCases.first { $0.title == name }
    if panel == nil { note(.unknownName(kind: "panel", name, known: Panel.allCases.map(\.title)), at: node) }
    return panel
  }

  private mutating func hiddenPanel(_ node: Node) -> Panel? {
    guard let panel = panel(node), panel != .lesson else {
      if node.scalar?.string == Panel.lesson.title {
        note(.wrongType(expected: "another panel", found: "the lesson"), at: node)
      }
      return nil
    }
    return panel
  }

  /// A key by what stands on it: one character, or `Space`.
  private mutating func keyName(_ node: Node) -> String? {
    guard let name = node.scalar?.string, name.count == 1 || name == "Space" else {
      note(.wrongType(expected: "a key such as n or Space", found: describe(node)), at: node)
      return nil
    }
    return name
  }

  private mutating func row(_ node: Node) -> Int? {
    guard let row = node.scalar.flatMap({ Int($0.string) }), row >= 0 else {
      note(.wrongType(expected: "a row from 0", found: describe(node)), at: node)
      return nil
    }
    return row
  }

  private mutating func place(_ node: Node) -> [Float]? {
    let numbers = node.sequence?.compactMap { $0.scalar.flatMap { Float($0.string) } }.filter(\.isFinite) ?? []
    guard numbers.count == 2, node.sequence?.count == 2 else {
      note(.wrongType(expected: "a place ([x, y])", found: describe(node)), at: node)
      return nil
    }
    return numbers
  }

  /// Weights by their names, with their values.
  private mutating func weights(_ node: Node) -> [LessonStep.WeightValue] {
    guard case .mapping(let mapping) = node else {
      note(.wrongType(expected: "weights (layers.0.weight[0][0]: 1)", found: describe(node)), at: node)
      return []
    }
    return mapping.compactMap { keyNode, valueNode in
      guard let name = keyNode.scalar?.string, ParameterName(name) != nil else {
        note(.wrongType(expected: "a weight such as layers.0.weight[0][0]", found: describe(keyNode)), at: keyNode)
        return nil
      }
      guard let value = valueNode.scalar.flatMap({ Float($0.string) }), value.isFinite else {
        note(.wrongType(expected: "a number", found: describe(valueNode)), at: valueNode)
        return nil
      }
      return LessonStep.WeightValue(name: name, value: value)
    }
  }
}

// MARK: Set

extension SettingsReader {
  private mutating func changes(_ node: Node) -> [SettingChange] {
    guard case .mapping = node else {
      note(.wrongType(expected: "settings (key: value)", found: describe(node)), at: node)
      return []
    }
    let (mistakes, changes) = tried(node)
    note(mistakes)
    return mistakes.isEmpty ? changes : []
  }

  /// A setting as it is to be written down: a data file's path as it is from everywhere, since the change is made later.
  func change(of setting: Setting, to node: Node) -> SettingChange {
    if setting == .data, let name = node.scalar?.string, Generator(name: name) == nil {
      return SettingChange(key: setting.key, value: Node(context.resolved(path: name), Tag(.str), .singleQuoted).flow)
    }
    return SettingChange(key: setting.key, value: node.flow)
  }
}

// MARK: Run

extension SettingsReader {
  private mutating func run(_ node: Node) -> LessonStep.Run? {
    guard let text = text(node, expected: "how long to run") else { return nil }
    let run = LessonStep.Run(text)
    if run == nil { note(.unclearRun(text), at: node) }
    return run
  }
}

extension LessonStep.Run {
  /// Reads `20 epochs`, `100 updates`, or `until train_cost < 0.1 or 300 epochs`.
  init?(_ text: String) {
    let words = text.replacing("<", with: " < ").replacing(">", with: " > ").split(separator: " ").map(String.init)
    if words.count == 2, let count = Int(words[0]), count > 0 {
      switch words[1] {
      case "epoch", "epochs", "sweep", "sweeps": self = .epochs(count)
      case "update", "updates": self = .updates(count)
      default: return nil
      }
    } else if words.count == 7, words[0] == "until", words[4] == "or",
      ["epoch", "epochs", "sweep", "sweeps"].contains(words[6]),
      let goal = LessonStep.Goal(words[1...3].joined(separator: " ")), let count = Int(words[5]), count > 0
    {
      self = .until(goal, orEpochs: count)
    } else {
      return nil
    }
  }
}

extension LessonStep.Goal: CustomStringConvertible {
  /// Reads `train_cost < 0.1`.
  public init?(_ text: String) {
    let words = text.replacing("<", with: " < ").replacing(">", with: " > ").split(separator: " ").map(String.init)
    guard words.count == 3, let measure = Measure(rawValue: words[0]),
      let comparison = Comparison(rawValue: words[1]), let bound = Numeral.digits(words[2]).flatMap(Double.init),
      bound.isFinite
    else { return nil }
    self.init(measure: measure, comparison: comparison, bound: bound)
  }

  /// `train_cost < 0.1`
  public var description: String { "\(measure.rawValue) \(comparison.rawValue) \(bound)" }
}
