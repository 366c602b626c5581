import Experiments

/// The texts of a lesson's step, their placeholders filled from the state in which the step was entered.
public struct LessonText: Hashable, Sendable {
  /// What is to be read.
  public let say: String?
  /// The question.
  public let question: String?
  /// The choices of the question.
  public let choices: [String]
  /// What is said to who takes a choice that is wrong, or gives a wrong number.
  public let hints: [String?]

  init(_ step: LessonStep, at moment: Lesson.Moment) {
    func filled(_ text: String) -> String { (try? Passage(text))?.filled(in: moment) ?? text }
    say = step.say.map(filled)
    question = step.question.map { filled($0.text) }
    choices = step.question?.choices.map(filled) ?? []
    hints = step.question?.hints.map { $0.map(filled) } ?? []
  }
}
