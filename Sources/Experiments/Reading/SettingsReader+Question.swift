import Yams

// A step's question and the formulas and texts of a lesson.
extension SettingsReader {
  /// The question among the parts of a step; nil where it asks none.
  mutating func question(_ parts: [String: Node]) -> LessonStep.Question? {
    guard let ask = parts["ask"] else {
      if let stray = parts["choices"] ?? parts["pick"] ?? parts["answer"] ?? parts["tolerance"] ?? parts["hint"]
        ?? parts["wrong"]
      {
        note(.wrongType(expected: "a question (ask:) with the choices", found: "none"), at: stray)
      }
      return nil
    }
    guard let text = passage(ask) else { return nil }
    guard var question = question(text, parts) else { return nil }
    guard let wrong = parts["wrong"] else { return question }
    guard question.takesAnswer else {
      note(.wrongType(expected: "an answer that can be wrong", found: "none"), at: wrong)
      return nil
    }
    question.wrong = aside(wrong) ?? []
    return question
  }

  private mutating func question(_ text: String, _ parts: [String: Node]) -> LessonStep.Question? {
    if let pick = parts["pick"] { return pickQuestion(text, pick, parts) }
    guard let choicesNode = parts["choices"] else { return numberQuestion(text, parts) }
    guard let choices = list(choicesNode, of: "choices", { $0.choice($1) }) else { return nil }
    var question = LessonStep.Question(text: text, choices: choices.map(\.text), answer: nil)
    question.hints = choices.contains { $0.hint != nil } ? choices.map(\.hint) : []
    question.asides = choices.contains { !$0.then.isEmpty } ? choices.map(\.then) : []
    question.conditions = choices.compactMap(\.condition)
    if !question.conditions.isEmpty, question.conditions.count < choices.count {
      note(.wrongType(expected: "a condition (when:) for every choice", found: "only some"), at: choicesNode)
    }
    guard let answerNode = parts["answer"], let answer = self.text(answerNode) else { return question }
    guard let index = question.choices.firstIndex(of: answer) else {
      note(.answerNotAChoice(answer, choices: question.choices), at: answerNode)
      return nil
    }
    question.answer = index
    return question
  }

  /// A question that something on the screen answers.
  private mutating func pickQuestion(_ text: String, _ node: Node, _ parts: [String: Node]) -> LessonStep.Question? {
    guard let name = self.text(node) else { return nil }
    guard let kind = Pick.Kind(rawValue: name) else {
      note(.unknownName(kind: "pick", name, known: Pick.Kind.allCases.map(\.rawValue)), at: node)
      return nil
    }
    for stray in ["choices", "tolerance"] {
      guard let part = parts[stray] else { continue }
      note(.wrongType(expected: "no \(stray) beside pick", found: "some"), at: part)
      return nil
    }
    guard let answer = parts["answer"] else {
      note(.wrongType(expected: "an answer (answer: largest(…)) with the pick", found: "none"), at: node)
      return nil
    }
    var question = LessonStep.Question(text: text, choices: [], answer: nil)
    question.hints = parts["hint"].map { [passage($0)] } ?? []
    question.pick = rule(answer, of: kind)
    return question
  }

  private mutating func rule(_ node: Node, of kind: Pick.Kind) -> Pick? {
    guard let text = text(node, expected: "a rule such as largest(abs(it.delta))") else { return nil }
    do throws(FormulaError) {
      return try Pick(kind, text)
    } catch {
      note(.formula(error), at: node, offset: error.offset)
      return nil
    }
  }

  /// A question that a number answers, or none.
  private mutating func numberQuestion(_ text: String, _ parts: [String: Node]) -> LessonStep.Question? {
    var question = LessonStep.Question(text: text, choices: [], answer: nil)
    question.number = parts["answer"].flatMap { formula($0) }
    if let hint = parts["hint"] { question.hints = [passage(hint)] }
    if let node = parts["tolerance"] {
      guard let tolerance = node.scalar.flatMap({ Double($0.string) }), tolerance >= 0, tolerance.isFinite else {
        note(.wrongType(expected: "a number from 0", found: describe(node)), at: node)
        return nil
      }
      question.tolerance = tolerance
    }
    return question
  }

  private struct Choice {
    let text: String
    var condition: Formula?
    var hint: String?
    var then: [LessonStep] = []
  }

  /// A choice: its words, or these with a condition and a hint.
  private mutating func choice(_ node: Node) -> Choice? {
    guard case .mapping = node else { return passage(node).map { Choice(text: $0) } }
    guard let parts = parts(of: node, named: ["say", "when", "hint", "then"], expected: "a choice") else { return nil }
    guard let text = parts["say"].flatMap({ passage($0) }) else {
      note(.wrongType(expected: "a choice (say:)", found: describe(node)), at: node)
      return nil
    }
    return Choice(
      text: text, condition: parts["when"].flatMap { formula($0) }, hint: parts["hint"].flatMap { passage($0) },
      then: parts["then"].flatMap { aside($0) } ?? [])
  }

  /// A text whose placeholders can be read.
  mutating func passage(_ node: Node) -> String? {
    guard let text = text(node) else { return nil }
    do throws(FormulaError) {
      _ = try Passage(text)
      return text
    } catch {
      note(.formula(error), at: node, offset: error.offset)
      return nil
    }
  }

  /// An expression over the state.
  mutating func formula(_ node: Node) -> Formula? {
    guard let text = text(node, expected: "a formula") else { return nil }
    do throws(FormulaError) {
      return try Formula(text)
    } catch {
      note(.formula(error), at: node, offset: error.offset)
      return nil
    }
  }
}
