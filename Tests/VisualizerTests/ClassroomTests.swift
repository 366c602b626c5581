import Plots
import Screen
import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// What a teacher has of a lesson: notes, answers that are held, a light on one panel.
struct ClassroomTests {
  private let asking = LessonStep(
    say: "Look.",
    question: LessonStep.Question(text: "Which?", choices: ["this", "that"], answer: 1, hints: ["not this", nil]),
    changes: [])

  private func steps(_ change: (inout LessonStep) -> Void) -> [LessonStep] {
    var step = asking
    change(&step)
    return [step, LessonStep(say: "The end.", changes: [])]
  }

  @Test(arguments: LessonPanelTests.sizes)
  func notesAreShownOnTheirKeyAlone(size: (Int, Int)) throws {
    var state = try State.lesson(steps: steps { $0.notes = "Let them try first." }, size)
    #expect(!state.lessonScreen.contains("Let them try"))
    state.type(.letters("S"))
    #expect(state.lessonScreen.contains("Teacher: Let them try first."))
    state.type(.letters("S"))
    #expect(!state.lessonScreen.contains("Let them try"))
  }

  /// They do not stay as the lesson goes on, for a class looks on.
  @Test func notesAreGoneInTheNextStep() throws {
    var first = LessonStep(say: "One.", changes: [])
    var second = LessonStep(say: "Two.", changes: [])
    (first.notes, second.notes) = ("first note", "second note")
    var state = try State.lesson(steps: [first, second], (80, 24))
    state.type(.letters("S]"))
    #expect(!state.lessonScreen.contains("second note"))
    state.type(.letters("S"))
    #expect(state.lessonScreen.contains("second note"))
  }

  @Test func aStepWithoutNotesSaysSo() throws {
    var state = try State.lesson(steps: steps { _ in }, (80, 24))
    state.type(.letters("S"))
    #expect(state.notice?.text == "this step has no notes for the teacher")
    var other = State.spiral()
    other.type(.letters("S"))
    #expect(other.notice?.text.contains("there is none here") == true)
  }

  /// Whatever a class answers, nothing says whether it is right until `]`.
  @Test(arguments: [0, 1])
  func aChoiceIsHeldUntilItIsRevealed(choice: Int) throws {
    var state = try State.lesson(steps: steps { _ in }, (80, 24))
    state.perform(.classroom(.toggleClass))
    state.perform(.focus(.lesson))
    state.type(choice == 1 ? [.down, .enter] : [.enter])
    #expect(state.session!.lesson!.awaitsChoice && state.session!.lesson!.visit.tried.isEmpty)
    let screen = state.lessonScreen
    #expect(!screen.contains("✓") && !screen.contains("✗") && !screen.contains("not this"))
    #expect(screen.contains("your guess") && screen.contains("answer is held"))
    state.type(.letters("]"))
    #expect(state.session!.lesson!.visit.chosen == 1 && state.session!.lesson!.index == 0)
    #expect(state.lessonScreen.contains("✓ 2 that"))
    state.type(.letters("]"))
    #expect(state.session!.lesson!.index == 1)
  }

  @Test(arguments: ["4", "7"])
  func aNumberIsHeldUntilItIsRevealed(number: String) throws {
    let question = LessonStep.Question(text: "2 + 2?", choices: [], number: try Formula("2 + 2"))
    var state = try State.lesson(steps: steps { $0.question = question }, (80, 24))
    state.perform(.classroom(.toggleClass))
    state.perform(.focus(.lesson))
    state.type([.enter] + .letters(number) + [.enter])
    #expect(state.session!.lesson!.awaitsNumber && state.session!.lesson!.visit.typed == nil)
    #expect(state.lessonScreen.contains("\(number)  your answer") && !state.lessonScreen.contains("not so"))
    state.type(.letters("]"))
    #expect(state.session!.lesson!.visit.number == 4 && state.session!.lesson!.index == 0)
    #expect(state.session!.lesson!.visit.isFound == (number == "4"))
  }

  /// An answer can be changed as long as it is held, and going back lets go of it.
  @Test func aHeldAnswerCanBeChanged() throws {
    var state = try State.lesson(steps: steps { _ in }, (80, 24))
    state.perform(.classroom(.toggleClass))
    state.perform(.focus(.lesson))
    state.type([.enter, .down])
    #expect(!state.lessonScreen.contains("your guess"))
    state.type([.enter] + .letters("["))
    #expect(!state.lessonScreen.contains("your guess") && state.session!.lesson!.awaitsChoice)
  }

  /// No number on the screen tells a class what is asked for, until it is answered.
  @Test(arguments: LessonPanelTests.sizes, ["layers.0.bias[0]", "layers.0.weight[1][0]"])
  func theNumberThatIsAskedForIsCovered(size: (Int, Int), formula: String) throws {
    var question = LessonStep.Question(text: "What is it?", choices: [], answer: nil)
    question.number = try Formula(formula)
    var step = LessonStep(question: question, changes: [])
    step.weights = ["layers.0.bias[0]", "layers.0.weight[1][0]"].map { LessonStep.WeightValue(name: $0, value: -7.25) }
    var state = try State.lesson(steps: [step], size)
    state.selection = Selection(layer: 0, unit: formula.contains("bias") ? 0 : 1)
    state.perform(.focus(.arithmetic))
    #expect(state.lessonScreen.contains("7.25"))
    state.perform(.classroom(.toggleClass))
    #expect(!state.lessonScreen.contains("7.2") && state.lessonScreen.contains("?.??"), "\(state.lessonScreen)")
    state.notice = nil
    #expect(state.lessonScreen.contains("? covers what tells the answer: answer first, then ] shows it"))
    state.perform(.session(.lesson(.answer("-7.25"))))
    state.perform(.session(.lesson(.forward)))
    #expect(state.lessonScreen.contains("7.25") && !state.lessonScreen.contains("? covers"))
  }

  /// A nought is everywhere, and an axis measures all there is: neither is covered, and nothing is said of covers then.
  @Test(arguments: LessonPanelTests.sizes, [Float(0), 5])
  func noughtsAndAxesStay(size: (Int, Int), bias: Float) throws {
    var question = LessonStep.Question(text: "What is it?", choices: [], answer: nil)
    question.number = try Formula("layers.0.bias[0]")
    var step = LessonStep(question: question, changes: [])
    step.weights = [LessonStep.WeightValue(name: "layers.0.bias[0]", value: bias)]
    var state = try State.lesson(steps: [step], size)
    state.perform(.focus(.map))
    let before = state.picture
    state.perform(.classroom(.toggleClass))
    state.notice = nil
    let after = state.picture
    let isInSight = bias != 0 && before.text.contains("+5")
    #expect(after.text.contains("epoch 0") && after.text.contains("? covers") == isInSight)
    #expect(isInSight || bias == 0 || size.0 == 80)
    let map = try #require(state.layout.slot(of: .map)).region.inset(by: 1, 1)
    var digits = 0
    for y in map.y..<map.maxY {
      for x in map.x..<map.maxX where before[x, y].style == state.theme.faint {
        #expect(after[x, y] == before[x, y])
        if ("0"..."9").contains(before[x, y].scalar) { digits += 1 }
      }
    }
    #expect(digits > 0, "the map has an axis")
  }

  /// The digit of a name is no number, and a yes or no stands nowhere as one.
  @Test(arguments: [(80, 24), (120, 40)])
  func namesStay(size: (Int, Int)) throws {
    var question = LessonStep.Question(text: "What is it?", choices: [], answer: nil)
    question.number = try Formula("layers.0.bias[0]")
    var step = LessonStep(question: question, changes: [])
    step.weights = [LessonStep.WeightValue(name: "layers.0.bias[0]", value: 2)]
    var state = try State.lesson(steps: [step], size)
    state.perform(.classroom(.toggleClass))
    #expect(state.lessonScreen.contains("x2") && !state.lessonScreen.contains("x?"))
    (question.number, question.pick) = (nil, try Pick(.hidden, "it.dead == 1 or it.unit > 5"))
    state = try State.lesson(steps: [LessonStep(question: question, changes: [])], size)
    #expect(state.session!.lesson!.secrets(at: state.session!.moment).isEmpty)
  }

  /// What choices or a pick compare is covered too; where a run is to show what is right there is nothing to hide.
  @Test func whatChoicesCompareIsCovered() throws {
    func state(_ run: LessonStep.Run?) throws -> State {
      var question = LessonStep.Question(text: "Which?", choices: ["a", "b"], answer: nil)
      question.conditions = [try Formula("layers.0.bias[0] < -1"), try Formula("layers.0.bias[0] >= -1")]
      var step = LessonStep(question: question, changes: [], run: run)
      step.weights = [LessonStep.WeightValue(name: "layers.0.bias[0]", value: -7.25)]
      var state = try State.lesson(steps: [step])
      state.selection = Selection(layer: 0, unit: 0)
      state.perform(.focus(.arithmetic))
      state.perform(.classroom(.toggleClass))
      return state
    }
    #expect(try !state(nil).lessonScreen.contains("7.25") && state(.updates(3)).lessonScreen.contains("7.25"))
  }

  /// A panel that a step hides says so until the question is answered; keys that it leaves out do nothing but say so.
  @Test(arguments: LessonPanelTests.sizes)
  func whatAStepHidesStaysCovered(size: (Int, Int)) throws {
    var state = try State.lesson(steps: steps { ($0.hides, $0.keys) = ([.loss, .network], ["n", "Space"]) }, size)
    #expect(!state.lessonScreen.contains("covered until"))
    state.perform(.classroom(.toggleClass))
    state.perform(.focus(.network))
    #expect(state.lessonScreen.contains("covered until"))
    #expect(KeyMap.standard.action(for: KeyPress(.character("n")), in: state) == .stepForward)
    #expect(KeyMap.standard.action(for: KeyPress(.character(" ")), in: state) == .session(.toggleRun))
    #expect(KeyMap.standard.action(for: KeyPress(.character("]")), in: state) == .session(.lesson(.forward)))
    #expect(KeyMap.standard.action(for: KeyPress(.character("3")), in: state) == .focus(.map))
    for key in ["r", "R", "a", ".", "o", "b"] as [Unicode.Scalar] {
      guard case .notice? = KeyMap.standard.action(for: KeyPress(.character(key)), in: state) else {
        Issue.record("\(key) is not left out")
        continue
      }
    }
    state.perform(.session(.lesson(.choose(1))))
    state.perform(.session(.lesson(.forward)))
    #expect(!state.lessonScreen.contains("covered until"))
    state.perform(.classroom(.toggleClass))
    #expect(KeyMap.standard.action(for: KeyPress(.character("r")), in: state) == .session(.restart(newWeights: false)))
  }

  /// The keys that a step leaves are named, whether or not they have a place in the last line else.
  @Test(arguments: [(80, 24), (120, 40)])
  func theKeysThatAreLeftAreNamed(size: (Int, Int)) throws {
    var state = try State.lesson(steps: steps { $0.keys = ["N", "B"] }, size)
    state.perform(.classroom(.toggleClass))
    let last = try #require(state.lessonScreen.split(separator: "\n").last)
    #expect(last.contains("N look at the next") && last.contains("B look at the previous") && last.contains("q quit"))
    #expect(!last.contains("Space"))
  }

  /// The samples' numbers are to be compared: they stay.
  @Test func whatASampleIsPickedByStays() throws {
    var question = LessonStep.Question(text: "Which?", choices: [], answer: nil)
    question.pick = try Pick(.sample, "largest(sample_cost)")
    var state = try State.lesson(steps: steps { $0.question = question }, (120, 40))
    state.perform(.classroom(.toggleClass))
    #expect(state.session!.lesson!.secrets(at: state.session!.moment).isEmpty && !state.lessonScreen.contains("?.?"))
  }

  @Test func withoutAClassAnswersAreJudgedAtOnce() throws {
    var state = try State.lesson(steps: steps { _ in }, (80, 24))
    state.perform(.focus(.lesson))
    state.type([.down, .enter])
    #expect(state.session!.lesson!.visit.chosen == 1)
  }

  @Test func beforeAClassTheLastLineNamesTheLessonsKeys() throws {
    var state = try State.lesson(steps: steps { _ in }, (120, 40))
    func last() -> Substring { state.lessonScreen.split(separator: "\n").last! }
    #expect(last().contains("t time"))
    state.perform(.classroom(.toggleClass))
    #expect(!last().contains("t time") && last().contains("] go on") && last().contains("q quit"))
  }
}

/// A light on one panel: all others are dimmed, to the eye and at every depth.
struct SpotlightTests {
  private func frames(_ state: State) -> Frame {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame
  }

  @Test(arguments: ColorDepth.allCases, [(80, 24), (120, 40), (200, 60)])
  func theKeyDimsAllOtherPanels(depth: ColorDepth, size: (Int, Int)) {
    var state = State.spiral(width: size.0, height: size.1, depth: depth)
    state.perform(.session(.train(updates: 5)))
    let before = frames(state)
    state.type(.letters("Z"))
    let after = frames(state)
    for slot in state.layout.slots {
      var changed = 0
      for y in slot.region.y..<slot.region.maxY {
        for x in slot.region.x..<slot.region.maxX {
          #expect(before[x, y].scalar == after[x, y].scalar)
          if before[x, y].style != after[x, y].style { changed += 1 }
        }
      }
      #expect(slot.front == state.focus ? changed == 0 : changed > slot.region.width, "\(slot.front) \(changed)")
    }
    state.type(.letters("Z"))
    #expect(frames(state) == before)
  }

  @Test func aStepPointsAtAPanel() throws {
    var pointing = LessonStep(say: "Look at the surface.", changes: [])
    pointing.point = .surface
    var state = try State.lesson(steps: [pointing, LessonStep(say: "Now at all.", changes: [])], (80, 24))
    #expect(state.layout.slots.contains { $0.front == .surface })
    let lit = state.layout.slots.filter { [.surface, .lesson].contains($0.front) }
    #expect(lit.count == 2)
    let picture = frames(state)
    state.type(.letters("]"))
    let next = frames(state)
    let network = state.layout.slots.first { ![.surface, .lesson].contains($0.front) }!.region
    #expect((network.x..<network.maxX).contains { picture[$0, network.y].style != next[$0, network.y].style })
    let surface = lit.first { $0.front == .surface }!.region
    for y in surface.y..<surface.maxY {
      for x in surface.x..<surface.maxX { #expect(picture[x, y] == next[x, y]) }
    }
  }
}
