import Plots
import Screen
import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// Questions whose answers the engine works out, and goals that it checks.
struct LessonAnswerTests {
  private static func question(run: LessonStep.Run? = nil) throws -> LessonStep {
    var question = LessonStep.Question(text: "How many updates by then?", choices: ["none", "some"], answer: nil)
    question.conditions = [try Formula("updates == 0"), try Formula("updates > 0")]
    question.hints = ["Look at the title line.", "Nothing has run."]
    return LessonStep(question: question, changes: [], run: run)
  }

  @Test func withoutARunAWrongChoiceGetsItsHintAndAnotherTry() throws {
    var state = try State.lesson(steps: [Self.question(), LessonStep(say: "On.", changes: [])])
    state.perform(.move(.down))
    state.perform(.enter)
    let visit = state.session!.lesson!.visit
    #expect(visit.chosen == nil && visit.tried == [1] && state.focus == .lesson)
    #expect(state.lessonScreen.contains("Nothing has run.") && state.lessonScreen.contains("✗ 2 some"))
    state.perform(.move(.up))
    state.perform(.enter)
    #expect(state.session!.lesson!.visit.right == 0 && state.session!.lesson!.visit.chosen == 0)
    #expect(state.lessonScreen.contains("✓ 1 none") && !state.lessonScreen.contains("Nothing has run."))
    state.perform(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 1)
  }

  @Test func goingOnAfterAWrongChoiceShowsTheAnswer() throws {
    var state = try State.lesson(steps: [Self.question()])
    state.perform(.session(.lesson(.forward)))
    #expect(state.notice?.text.contains("first a guess") == true)
    state.perform(.session(.lesson(.choose(1))))
    state.perform(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.visit.right == 0 && !state.session!.lesson!.awaitsChoice)
  }

  @Test func aRunShowsWhatIsRight() throws {
    var state = try State.lesson(steps: [Self.question(run: .updates(3))])
    state.perform(.session(.lesson(.choose(0))))
    #expect(state.isRunning && state.session!.lesson!.visit.right == nil && !state.lessonScreen.contains("✓"))
    state.finishRun()
    #expect(state.session!.lesson!.visit.right == 1 && state.lessonScreen.contains("Look at the title line."))
    #expect(state.lessonScreen.contains("✓ 2 some") && state.lessonScreen.contains("your guess"))
  }

  @Test func aNumberIsTypedAndComparedWithTheEngines() throws {
    var question = LessonStep.Question(text: "What is the bias?", choices: [], answer: nil)
    question.number = try Formula("layers.0.bias[0]")
    question.hints = ["It stands below the weights."]
    var step = LessonStep(question: question, changes: [])
    step.weights = [LessonStep.WeightValue(name: "layers.0.bias[0]", value: 0.75)]
    var state = try State.lesson(steps: [step])
    func type(_ text: String) {
      state.perform(.enter)
      for letter in text.unicodeScalars { state.perform(.type(KeyPress(.character(letter)))) }
      state.perform(.enter)
    }
    #expect(state.focus == .lesson && state.lessonScreen.contains("answer with Enter"))
    type("x")
    #expect(state.notice?.text.contains("a number is wanted") == true && state.session!.lesson!.visit.tried.isEmpty)
    type("0.5")
    #expect(state.lessonScreen.contains("It stands below the weights.") && state.lessonScreen.contains("0.5  not so"))
    type("0,755")
    #expect(state.session!.lesson!.visit.isFound && state.lessonScreen.contains("✓ 0,755  right"))
  }

  /// What is asked stays in sight while the answer is typed, wherever the lesson stands.
  @Test(arguments: [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60)])
  func theQuestionIsReadWhileItIsAnswered(width: Int, height: Int) throws {
    var question = LessonStep.Question(text: "What is the bias of the unit?", choices: [], answer: nil)
    question.number = try Formula("layers.0.bias[0]")
    var state = try State.lesson(steps: [LessonStep(question: question, changes: [])])
    state.perform(.resize(width: width, height: height))
    state.perform(.enter)
    let text = state.picture.text
    #expect(text.contains("[your answer]") && text.contains("such as 0.5; Esc leaves it"))
    #expect(text.contains("What is the bias of the unit?") || text.contains("What is the bias of the"))
  }

  @Test func aPartBesideIsTheLargestThatFits() {
    let screen = Region(x: 0, y: 0, width: 80, height: 24)
    func part(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> Region {
      screen.largestPart(beside: Region(x: x, y: y, width: width, height: height), width: 40, height: 4)
    }
    #expect(part(42, 2, 38, 20) == Region(x: 0, y: 0, width: 42, height: 24))
    #expect(part(0, 2, 38, 20) == Region(x: 38, y: 0, width: 42, height: 24))
    #expect(part(0, 18, 80, 4) == Region(x: 0, y: 0, width: 80, height: 18))
    #expect(part(0, 0, 80, 6) == Region(x: 0, y: 6, width: 80, height: 18))
    #expect(part(2, 2, 76, 20) == screen)
  }

  @Test func aGoalIsReachedByTheLearnerAlone() throws {
    var step = LessonStep(say: "Give it a hidden layer of {units} and one unit more.", changes: [])
    step.goal = try Formula("units == 7")
    var state = try State.lesson(steps: [step, LessonStep(say: "On.", changes: [])])
    #expect(state.lessonScreen.contains("of 6 and") && state.lessonScreen.contains("goal not reached yet"))
    state.perform(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 0 && state.notice?.text.contains("not reached yet") == true)
    state.perform(.session(.set(Setting(key: "network.hidden")!, to: "5-2")))
    #expect(state.lessonScreen.contains("goal reached · ] goes on"))
    #expect(state.lessonScreen.contains("of 6 and"), "the text stays as it was on entry")
    state.perform(.session(.lesson(.back)))
    #expect(!state.session!.lesson!.visit.isGoalReached && state.run!.trainer.network.layout.sizes == [2, 4, 2, 1])
    state.perform(.session(.lesson(.forward)))
    state.perform(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 1, "a goal can be left")
  }

  /// What a network that hears itself does not have has no value, and nothing breaks.
  @Test(arguments: ["echo", "hopfield-letters"])
  func whatAFeedbackNetworkHasNotHasNoValue(demo: String) throws {
    let opened = try Experiment.open(source: demo)
    var step = LessonStep(say: "{sample_cost} {unit(0,0).z} {layers.9.bias[0]} {output(1)} {row}", changes: [])
    step.goal = try Formula("pull(layers.0.bias[0]) > 0 or input(0) > 0 or stable_rate > 0")
    step.weights = [LessonStep.WeightValue(name: "layers.0.bias[0]", value: 1)]
    var experiment = opened.experiment
    experiment.lesson = [step]
    var state = State(
      width: 120, height: 40, theme: Theme(name: .dark, depth: .palette, glyphs: .quadrants), demos: [])
    state.perform(.opened(experiment, opened.dataset))
    #expect(state.session!.lesson!.visit.text.say == "? ? ? ? ?" && state.session!.lesson!.isGoalOpen)
  }

  /// The verdict on the sealed part is shown although a goal is reached by opening it.
  @Test func theVerdictIsSeenWhereItIsTheGoal() throws {
    let opened = try Experiment.open(source: "iris", sets: ["data.split=0.6/0.2/0.2"], seed: nil)
    var step = LessonStep(say: "Open it.", changes: [])
    step.goal = try Formula("unsealed > 0 and sealed_accuracy >= 0")
    var experiment = opened.experiment
    experiment.lesson = [step]
    var state = State(
      width: 120, height: 40, theme: Theme(name: .dark, depth: .palette, glyphs: .quadrants), demos: [])
    state.perform(.opened(experiment, opened.dataset))
    state.perform(.session(.unseal))
    let isSeen = if case .verdict = state.overlay { true } else { false }
    #expect(isSeen && state.session!.lesson!.visit.isGoalReached)
  }
}
