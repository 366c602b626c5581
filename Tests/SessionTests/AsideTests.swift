import Experiments
import Foundation
import NeuralNetwork
import ScratchFolder
import Testing
import Training

@testable import Session

/// Extra steps after an answer: where they lead, and that nothing of them is left.
struct AsideTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func play(_ lesson: String) throws -> Play { try Play(lesson: lesson, in: scratch) }

  static let open = """
      - ask: How many updates?
        choices:
          - none
          - say: some
            hint: Look at the title.
            then:
              - {say: Look here., weights: {"layers.0.bias[0]": 7}, run: 5 updates, facts: [updates == 5]}
              - {say: And here., set: {network.hidden: [3]}}
          - many
        answer: none
        wrong: [{say: For all others.}]
      - say: The end is at {updates}.
    """

  @Test func anOpenQuestionIsAskedAgainAsItWas() throws {
    var play = try self.play(Self.open)
    let before = play.weights
    var way = [play.place]
    play.perform(.lesson(.choose(1)))
    #expect(play.session.lesson!.leadsAside && play.session.lesson!.hint == "Look at the title.")
    for _ in 0..<3 {
      play.perform(.lesson(.forward))
      way.append(play.place)
      play.finishStep()
    }
    #expect(way == ["1", "1.1", "1.2", "1"])
    #expect(play.weights == before && play.run.history.process.updates == 0 && !play.session.isRunning)
    #expect(play.session.lesson!.awaitsChoice || play.session.lesson!.visit.chosen == 0)
  }

  /// A second wrong answer leads nowhere else than to the right one: every way ends.
  @Test func nobodyGoesRoundInCircles() throws {
    var play = try self.play(Self.open)
    var way = [play.place]
    for _ in 0..<8 {
      play.perform(.lesson(.choose(2)))
      play.perform(.lesson(.forward))
      way.append(play.place)
    }
    #expect(way == ["1", "1.1", "1", "1", "2", "2", "2", "2", "2"])
    #expect(play.session.lesson!.isDone)
  }

  @Test func theRightAnswerLeadsOn() throws {
    var play = try self.play(Self.open)
    play.perform(.lesson(.choose(0)))
    play.perform(.lesson(.forward))
    #expect(play.place == "2")
  }

  /// Back from behind the extra steps through each of them, forward again, all to the bit.
  @Test func backAndForwardGoThroughThem() throws {
    var play = try self.play(Self.open)
    var states: [(String, [Float])] = []
    play.perform(.lesson(.choose(1)))
    for _ in 0..<3 {
      states.append((play.place, play.weights))
      play.perform(.lesson(.forward))
      if play.session.lesson!.visit.place.aside != nil { play.finishStep() }
    }
    play.perform(.lesson(.choose(0)))
    play.perform(.lesson(.forward))
    #expect(play.place == "2")
    for expected in ["1", "1.2", "1.1", "1"] {
      play.perform(.lesson(.back))
      #expect(play.place == expected)
    }
    #expect(play.weights == states[0].1)
    for expected in ["1.1", "1.2", "1", "2"] {
      play.perform(.lesson(.forward))
      #expect(play.place == expected)
    }
    #expect(play.weights == states[0].1)
  }

  /// After a run the answer is known: what follows the extra steps is the next step, from where the run had ended.
  @Test(arguments: [(0, ["1", "1.1", "2"]), (1, ["1", "2"])])
  func afterARunItGoesOn(choice: Int, way: [String]) throws {
    var play = try self.play(
      """
        - ask: More than 2 updates?
          choices:
            - {say: "no", when: updates <= 2, then: [{say: Count again., weights: {"layers.0.bias[0]": 9}, run: 7 updates}]}
            - {say: "yes", when: updates > 2}
          run: 3 updates
        - say: "{updates}"
          weights: {"layers.1.bias[0]": 4}
      """)
    var found = [play.place]
    play.perform(.lesson(.choose(choice)))
    play.finishRun()
    let reached = play.weights
    while !play.session.lesson!.isAtEnd {
      play.perform(.lesson(.forward))
      found.append(play.place)
      play.finishStep()
    }
    #expect(found == way && play.session.lesson!.visit.text.say == "3")
    #expect(zip(play.weights, reached).filter { $0 != $1 }.count == 1, "only what the step sets is other")
  }

  @Test(arguments: ["answer: updates + 1", "pick: hidden, answer: it.unit == 0"])
  func aWrongNumberOrPickLeadsThere(answer: String) throws {
    var play = try self.play("  - {ask: q, \(answer), hint: h, wrong: [{say: closer}]}\n  - say: end\n")
    let wrong: Lesson.Action = answer.hasPrefix("pick") ? .pick(.unit(layer: 0, unit: 1)) : .answer("17")
    play.perform(.lesson(wrong))
    play.perform(.lesson(.forward))
    #expect(play.place == "1.1" && play.session.lesson!.visit.text.say == "closer")
    play.perform(.lesson(.forward))
    #expect(play.place == "1" && play.session.lesson!.awaitsChoice && play.session.lesson!.visit.tried.isEmpty)
    play.perform(.lesson(wrong))
    play.perform(.lesson(.forward))
    #expect(!play.session.lesson!.awaitsChoice && play.place == "1", "the answer is shown")
    play.perform(.lesson(.forward))
    #expect(play.place == "2")
  }

  @Test(arguments: [
    ("- {ask: q, choices: [{say: a, then: []}, b], answer: b}", "expected a list of steps, found an empty one"),
    (
      "- {ask: q, choices: [{say: a, then: [{ask: r, answer: 1, wrong: [{say: s}]}]}, b], answer: b}",
      "expected no extra steps within extra steps, found some"
    ),
    (
      "- {ask: q, answer: 1, wrong: [{ask: r, choices: [{say: a, then: [{say: s}]}]}]}",
      "expected no extra steps within extra steps, found some"
    ),
    ("- {ask: q, wrong: [{say: s}]}", "expected an answer that can be wrong, found none"),
    ("- {say: s, wrong: [{say: s}]}", "expected a question (ask:) with the choices, found none"),
    ("- {ask: q, answer: 1, wrong: [{sya: s}]}", "there is no setting \"sya\""),
    ("- {ask: q, answer: 1, wrong: 3}", "expected a list of steps, found 3"),
  ])
  func mistakesHaveTheirPlaces(step: String, words: String) throws {
    let found = try Experiment.mistakes(inFile: scratch.file("own.yaml", "lesson:\n  " + step))
    #expect(found.count == 1 && found.first?.description.contains(words) == true, "\(found)")
    #expect(found.first?.description.contains("own.yaml:2:") == true)
  }
}

/// The extra steps of every lesson of the course, after each answer that leads there.
struct AsideCourseTests {
  @Test func threeLessonsHaveExtraSteps() throws {
    let lessons = try CourseTests.lessons.filter {
      try Experiment.load(source: $0).lesson.contains { step in
        step.question.map { !$0.wrong.isEmpty || !$0.asides.isEmpty } ?? false
      }
    }
    #expect(lessons.count >= 3, "\(lessons)")
  }

  @Test(arguments: CourseTests.lessons)
  func everyExtraStepHoldsAndLeavesNothing(lesson: String) throws {
    var play = try Play(lesson)
    for number in 1...play.session.lesson!.steps.count {
      play.enter(step: number)
      for answer in answers(of: play) { try follow(answer, of: play, "\(lesson), step \(number), \(answer)") }
      play.finishStep()
      play.solve()
    }
  }

  private func answers(of play: Play) -> [Lesson.Action] {
    let lesson = play.session.lesson!
    guard let question = lesson.step.question, !question.wrong.isEmpty || !question.asides.isEmpty else { return [] }
    if let kind = lesson.awaitedPick { return play.session.moment.targets(of: kind).map { .pick($0) } }
    return question.choices.isEmpty ? [.answer("1e30")] : question.choices.indices.map { .choose($0) }
  }

  private func follow(_ answer: Lesson.Action, of play: Play, _ place: String) throws {
    var trial = play
    trial.perform(.lesson(answer))
    trial.finishRun()
    let (wasOpen, left) = (trial.session.lesson!.awaitsChoice, trial.weights)
    guard trial.session.lesson!.next?.aside != nil else { return }
    trial.perform(.lesson(.forward))
    while let aside = trial.session.lesson!.visit.place.aside {
      trial.finishStep()
      let lesson = trial.session.lesson!
      for fact in lesson.visit.facts { #expect(fact.holds(in: trial.session.moment), "\(place): \(fact.text)") }
      #expect(lesson.step.question?.takesAnswer != true || lesson.visit.right != nil || lesson.visit.number != nil)
      if let back = try? trial.resumed() {
        let isThere = back.session.lesson!.visit.place == lesson.visit.place && back.weights == trial.weights
        let ways = [back, trial].map { $0.on() }
        #expect(isThere && ways[0].0 == ways[1].0 && ways[0].1 == ways[1].1, "\(place), extra \(aside.number + 1)")
      }
      let texts = [lesson.visit.text.say, lesson.visit.text.question].compactMap { $0 }
      #expect(texts.reduce(0) { $0 + $1.count } <= 200, "\(place), extra \(aside.number + 1)")
      trial.solve()
      #expect(!trial.session.lesson!.isGoalOpen, "\(place): the goal is not reached")
      trial.perform(.lesson(.forward))
    }
    let lesson = trial.session.lesson!
    #expect(lesson.awaitsChoice == wasOpen || lesson.index > play.session.lesson!.index, "\(place)")
    #expect(lesson.index == play.session.lesson!.index + (wasOpen ? 0 : 1), "\(place)")
    if wasOpen { #expect(trial.weights == left, "\(place): something is left") }
  }
}
