import Experiments
import NeuralNetwork
import Screen
import Session

/// A lesson on paper: its steps with blanks to be filled in, and apart from them what a teacher wants to know.
public struct Handout: Sendable {
  /// The lesson's title, with its number in the course.
  public var title: String
  /// What there is to be seen.
  public var summary: String
  /// The minutes that it takes, roughly.
  public var minutes: Int
  /// The minutes that its exercises take beside, roughly; 0 where it has none.
  public var exercises: Int
  /// The steps in their order.
  public var steps: [Step]

  /// One step as it was played.
  public struct Step: Sendable {
    /// What is to be read, the placeholders filled.
    public var say: String?
    /// The question.
    public var question: String?
    /// The choices of the question; none where a number is asked for.
    public var choices: [String] = []
    /// Whether there is something to answer.
    public var isAsked = false
    /// What is right, as the engine has worked it out.
    public var answer: String?
    /// What is changed as the step begins: `learning rate η 0.3`.
    public var settings: [String] = []
    /// How long training runs: `20 epochs`.
    public var run: String?
    /// Whether the learner is to bring something about.
    public var hasGoal = false
    /// A way to the goal.
    public var solution: [String] = []
    /// What a teacher may want to know or to say.
    public var notes: String?
    /// What is seen; nil where the step shows nothing new.
    public var picture: Picture?

    /// The extra steps after some answers.
    public var asides: [Aside] = []

    /// A step with nothing in it.
    public init() {}
  }

  /// The extra steps that follow an answer.
  public struct Aside: Sendable {
    /// The choice that they follow; nil for any wrong answer.
    public let answer: String?
    /// The steps in their order.
    public let steps: [Step]

    /// The steps after an answer.
    public init(answer: String?, steps: [Step]) { (self.answer, self.steps) = (answer, steps) }
  }

  /// A panel as it is seen in a step.
  public struct Picture: Sendable {
    /// The panel's name.
    public let title: String
    /// The panel, and nothing around it.
    public let frame: Frame

    /// A panel as it is.
    public init(title: String, frame: Frame) { (self.title, self.frame) = (title, frame) }

    /// The panel in front of the screen, cut out of it; nil where there is none.
    public init?(of state: State, in frame: Frame) {
      guard let slot = state.layout.slots.first(where: { $0.front != .lesson }) else { return nil }
      title = slot.front.title
      var cut = Frame(width: slot.region.width, height: slot.region.height)
      cut.paste(frame, x: -slot.region.x, y: -slot.region.y)
      self.frame = cut
    }
  }

  /// A handout of these steps.
  public init(_ experiment: Experiment, steps: [Step]) {
    let chapter = Demos.chapter(of: experiment.name)
    title = (chapter.map { "Lesson \($0): " } ?? "") + experiment.title
    summary = experiment.summary
    minutes = LessonStep.minutes(of: experiment.lesson)
    exercises = LessonStep.exerciseMinutes(of: experiment.lesson)
    self.steps = steps
  }
}

extension Handout.Step {
  /// What the engine knows of a step before it is played: its texts, what it sets, and what is asked.
  public init(_ state: State) {
    guard let session = state.session, let lesson = session.lesson else { return }
    let (text, step) = (lesson.visit.text, lesson.step)
    (say, question, choices, notes) = (text.say, text.question, text.choices, step.notes)
    isAsked = step.question?.takesAnswer == true
    hasGoal = step.goal != nil
    settings = step.changes.compactMap { change in
      guard let setting = Setting(key: change.key), setting != .view else { return nil }
      return "\(setting.panelLabel) \(setting.words(in: session.run.experiment))"
    }
    run = step.run.map { $0.words(for: session.run.experiment.kind) }
    solution = step.solution?.words(of: session) ?? []
  }

  /// Notes what is right, once the step has been played.
  public mutating func noteAnswer(of state: State) {
    guard let lesson = state.session?.lesson else { return }
    answer =
      if let session = state.session, !lesson.visit.rightPicks.isEmpty {
        lesson.visit.rightPicks.map { $0.name(in: session.run) }.joined(separator: ", ")
      } else if let number = lesson.visit.number {
        Passage.words(for: number)
      } else {
        lesson.visit.right.map { lesson.visit.text.choices[$0] }
      }
  }
}

extension LessonStep.Solution {
  /// What is changed, typed and run, an item each.
  fileprivate func words(of session: LearningSession) -> [String] {
    let settings = changes.map { change in "\(Setting(key: change.key)?.panelLabel ?? change.key) \(change.value)" }
    let hasUnits = session.run.history.process.kind == .feedforward
    let typed = weights.map { weight in
      let label = hasUnits ? ParameterName(weight.name).map { session.run.label(of: $0) } : nil
      return "\(label ?? weight.name) = \(Passage.words(for: Double(weight.value)))"
    }
    let looked = sample.map { ["sample \($0 + 1)"] } ?? []
    let trained = run.map { [$0.words(for: session.run.experiment.kind)] } ?? []
    let gone = place.map { ["the place \($0.map { Passage.words(for: Double($0)) }.joined(separator: ", "))"] } ?? []
    let turned = flips.map { "unit \($0 + 1) turned over" }
    return settings + typed + looked + gone + turned + trained + deeds.map(\.rawValue)
  }
}
