import Datasets
import Yams

extension SettingsReader {
  /// The steps of a lesson.
  mutating func lesson(_ node: Node) -> [LessonStep]? {
    list(node, of: "steps") { $0.step($1) }
  }

  private static let stepKeys = ["say", "ask", "choices", "answer", "set", "run"]

  private mutating func step(_ node: Node) -> LessonStep? {
    guard case .mapping(let mapping) = node else {
      note(.wrongType(expected: "a step (say:, ask:, set:, run:)", found: describe(node)), at: node)
      return nil
    }
    var parts: [String: Node] = [:]
    for (keyNode, value) in mapping {
      let key = keyNode.scalar?.string ?? describe(keyNode)
      if Self.stepKeys.contains(key) {
        parts[key] = value
      } else {
        let near = Names.nearest(to: key, among: Self.stepKeys)
        note(.unknownKey(key, suggestion: near, known: Self.stepKeys), at: keyNode)
      }
    }
    let before = mistakes.count
    let step = LessonStep(
      say: parts["say"].flatMap { text($0) }, question: question(parts),
      changes: parts["set"].map { changes($0) } ?? [],
      run: parts["run"].flatMap { run($0) })
    if mapping.isEmpty { note(.emptyStep, at: node) }
    return mistakes.count == before ? step : nil
  }

  private mutating func question(_ parts: [String: Node]) -> LessonStep.Question? {
    guard let ask = parts["ask"] else {
      if let stray = parts["choices"] ?? parts["answer"] {
        note(.wrongType(expected: "a question (ask:) with the choices", found: "none"), at: stray)
      }
      return nil
    }
    guard let text = text(ask) else { return nil }
    let choices = parts["choices"].flatMap { list($0, of: "choices") { $0.text($1) } } ?? []
    guard let answerNode = parts["answer"], let answer = self.text(answerNode) else {
      return LessonStep.Question(text: text, choices: choices, answer: nil)
    }
    guard let index = choices.firstIndex(of: answer) else {
      note(.answerNotAChoice(answer, choices: choices), at: answerNode)
      return nil
    }
    return LessonStep.Question(text: text, choices: choices, answer: index)
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
      case "epoch", "epochs": self = .epochs(count)
      case "update", "updates": self = .updates(count)
      default: return nil
      }
    } else if words.count == 7, words[0] == "until", words[4] == "or", ["epoch", "epochs"].contains(words[6]),
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
