import ErrorSurfaces
import Plots
import Screen
import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// What is read of a lesson: always its text, at every size, in every look.
struct LessonPanelTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  /// Every lesson at the smallest size and at the usual one; those outside the course that take little time at the largest too.
  private static let plays = LessonTests.demos.flatMap { demo in
    let isQuick = (try? Experiment.load(source: demo).kind) == .feedforward
    let isOfCourse = Demos.all.contains { $0.name == demo && $0.chapter != nil }
    return (isOfCourse ? Array(sizes.prefix(2)) : isQuick ? sizes : [sizes[0]]).map { (demo, $0) }
  }

  @Test(arguments: plays)
  func everyStepIsReadInFull(demo: String, size: (Int, Int)) throws {
    var state = try State.lesson(demo, size)
    while true {
      let (lesson, screen) = (state.session!.lesson!, state.lessonScreen)
      #expect(screen.contains("8 lesson \(lesson.index + 1)/\(lesson.steps.count)"))
      for word in state.wordsOfStep { #expect(screen.contains(word), "\(word) is not on the screen:\n\(screen)") }
      state.playStep()
      for word in state.wordsAfterStep { #expect(state.lessonScreen.contains(word), "\(state.lessonScreen)") }
      guard !state.session!.lesson!.isAtEnd else { break }
      state.performAll(.session(.lesson(.forward)))
    }
  }

  @Test(arguments: sizes, Panel.allCases)
  func theTextStaysWhereverTheFocusIs(size: (Int, Int), panel: Panel) throws {
    var state = try State.lesson("bowl", size)
    state.perform(.focus(panel))
    #expect(state.lessonScreen.contains("Left and right"))
    state.perform(.zoom)
    #expect(state.lessonScreen.contains("Left and right"))
    #expect(state.layout.slots.count == 1)
  }

  @Test func theRightAnswerHasASign() throws {
    for glyphs in GlyphSet.allCases {
      var state = try State.lesson("bowl", depth: .none, glyphs: glyphs)
      state.playStep()
      state.performAll(.session(.lesson(.forward)))
      #expect(state.lessonScreen.contains("1 creep"))
      state.perform(.enter)
      let mark = glyphs.hasSymbols ? "✓" : glyphs == .ascii ? "*" : "√"
      #expect(state.lessonScreen.contains("\(mark) 2 roll down faster  the answer"), "\(state.lessonScreen)")
      #expect(state.lessonScreen.contains("1 creep  your guess"))
      if glyphs == .ascii { #expect(state.lessonScreen.unicodeScalars.allSatisfy { $0.isASCII }) }
    }
  }

  @Test(arguments: sizes)
  func aClickOnAChoiceMakesIt(size: (Int, Int)) throws {
    var state = try State.lesson("ravine", size)
    state.playStep()
    state.performAll(.session(.lesson(.forward)))
    let rows = state.lessonScreen.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains("2 no") })
    let column = rows[row].distance(from: rows[row].startIndex, to: rows[row].firstRange(of: "2 no")!.lowerBound)
    state.perform(.mouse(MouseEvent(.press, x: column, y: row)))
    #expect(state.session!.lesson!.visit.chosen == 1 && state.isRunning)
  }

  @Test func whereOnePanelHasRoomItStandsBesideTheQuestion() throws {
    var state = try State.lesson("bowl", (60, 20))
    state.playStep()
    state.performAll(.session(.lesson(.forward)))
    #expect(state.focus == .lesson && state.layout.slots.map(\.front) == [.surface])
    #expect(state.lessonScreen.contains("jump out of the bowl") && state.lessonScreen.contains("4 surface"))
  }

  @Test func aLongTextIsScrolled() throws {
    let text = (1...200).map { "word\($0)" }.joined(separator: " ")
    var state = try State.lesson(steps: [LessonStep(say: text, changes: [])], (80, 24))
    #expect(state.lessonScreen.contains("PgDn") && !state.lessonScreen.contains("word200"))
    state.perform(.focus(.lesson))
    state.perform(.move(.pageDown))
    #expect(!state.lessonScreen.contains("word1 "))
    state.perform(.move(.end))
    #expect(state.lessonScreen.contains("word200") && state.lessonScreen.contains("PgUp"))
    state.perform(.move(.home))
    #expect(state.lessonScreen.contains("word1 "))
  }

  @Test func whatGoesOnIsSaid() throws {
    var state = try State.lesson("two-wells", (120, 40))
    #expect(state.lessonScreen.contains("Space or ]: 60 updates"))
    state.performAll(.session(.lesson(.forward)))
    state.perform(.session(.train(updates: 23)))
    #expect(state.lessonScreen.contains("running 23/60 updates"))
    state.perform(.session(.toggleRun))
    #expect(state.lessonScreen.contains("paused 23/60 updates"))
    state.perform(.session(.toggleRun))
    state.playStep()
    #expect(state.lessonScreen.contains("60 updates done · ] goes on"))
    state.performAll(.session(.lesson(.forward)))
    #expect(state.lessonScreen.contains("choose with ↑ ↓ and Enter"))
    state.perform(.enter)
    #expect(state.lessonScreen.contains("running to train cost < 0.5 …"))
    state.playStep()
    #expect(state.lessonScreen.contains("train cost 0.217 · the end"))
    state.perform(.session(.lesson(.back)))
    #expect(state.lessonScreen.contains("] returns to step 2"))
  }

  @Test(arguments: [1, 2, 12, 24, 39, 40, 60, 79, 80, 150], [1, 2, 11, 12, 13, 16, 23, 24, 36, 40])
  func itSurvivesEverySize(width: Int, height: Int) throws {
    for demo in ["bowl", "race"] {
      var state = try State.lesson(demo, (width, height))
      _ = state.lessonScreen
      state.perform(.focus(.lesson))
      state.perform(.zoom)
      state.perform(.move(.pageDown))
      state.perform(.mouse(MouseEvent(.press, x: width / 2, y: height - 3)))
      _ = state.lessonScreen
    }
  }
}

extension State {
  /// The words of the shown step's text and choices.
  fileprivate var wordsOfStep: [String] {
    let text = session!.lesson!.visit.text
    let question = text.question.map { [$0] + text.choices } ?? []
    return ([text.say].compactMap { $0 } + question).flatMap { $0.split(separator: " ").map(String.init) }
  }

  /// What stands there once the step has been played.
  fileprivate var wordsAfterStep: [String] {
    let lesson = session!.lesson!
    let answer = lesson.visit.right == nil && lesson.visit.number == nil && lesson.visit.rightPicks.isEmpty ? [] : ["✓"]
    return answer + [
      !lesson.isAtEnd ? "] goes on" : lesson.step.run == nil ? "the last step" : "the end"
    ]
  }
}
