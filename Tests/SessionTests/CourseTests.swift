import Experiments
import Foundation
import Session
import Testing

/// Every lesson of the course, played by the engine: what it says is so, what it asks is worked out, what it wants can be reached.
struct CourseTests {
  static let lessons = Demos.course.map(\.name)

  @Test func theCourseIsInOrder() {
    let chapters = Demos.course.compactMap(\.chapter)
    #expect(chapters.count == Self.lessons.count && chapters.first == 1)
    #expect(zip(chapters, chapters.dropFirst()).allSatisfy { $0 < $1 }, "a lesson's number leads its file's name")
    #expect(Self.lessons.count >= 5)
  }

  @Test(arguments: lessons)
  func whatItSaysIsSo(lesson: String) throws {
    try play(lesson) { play, _, place in
      for fact in play.session.lesson!.visit.facts {
        let holds = fact.holds(in: play.session.moment)
        #expect(holds, "\(place): \(fact.text)")
      }
    }
  }

  @Test(arguments: lessons)
  func goalsAreReachedByTheSolutionAndNotByDoingNothing(lesson: String) throws {
    var goals = 0
    try play(lesson) { play, step, place in
      guard let goal = play.session.lesson!.visit.goal else { return }
      goals += 1
      let isReached = goal.holds(in: play.session.moment)
      #expect(!isReached, "\(place) is reached by doing nothing")
      #expect(step.solution != nil, "\(place) has a goal without a solution")
      var solved = play
      solved.solve()
      let (holds, isNoted) = (goal.holds(in: solved.session.moment), solved.session.lesson!.visit.isGoalReached)
      #expect(holds && isNoted, "\(place): the solution does not reach \(goal.text)")
    }
    #expect(goals >= 3, "a lesson ends with a goal and two exercises")
  }

  /// Of every asked answer exactly one is right, however the conditions overlap, and each wrong one has a hint.
  @Test(arguments: lessons)
  func answersAreTheEngines(lesson: String) throws {
    var questions = 0
    var play = try Play(lesson)
    for number in 1...play.session.lesson!.steps.count {
      play.enter(step: number)
      let place = "\(lesson), step \(number)"
      if let question = play.session.lesson!.step.question, question.takesAnswer {
        questions += 1
        try checkAnswer(of: play, place)
        for wrong in question.choices.indices where question.hints.isEmpty || question.hints[wrong] == nil {
          var trial = play
          _ = trial.session.perform(.lesson(.choose(wrong)))
          trial.finishRun()
          let right = trial.session.lesson!.visit.right
          #expect(right == wrong, "\(place): choice \(wrong + 1) is wrong and has no hint")
        }
      }
      play.finishStep()
      play.solve()
    }
    #expect(questions >= 2, "\(lesson) lets the learner predict")
  }

  private func checkAnswer(of play: Play, _ place: String) throws {
    var right = play
    right.answer()
    right.finishRun()
    let visit = right.session.lesson!.visit
    let isAnswered = visit.chosen != nil && (visit.right != nil || visit.number != nil || visit.isFound)
    #expect(isAnswered, "\(place) has no answer")
    let question = play.session.lesson!.step.question!
    let holding = right.session.lesson!.visit.conditions.filter { $0.holds(in: right.session.moment) }.count
    #expect(question.conditions.isEmpty || holding == 1, "\(place): \(holding) choices are right")
    if question.pick != nil { checkPick(of: play, visit.rightPicks, place) }
    if question.number != nil {
      var wrong = play
      _ = wrong.session.perform(.lesson(.answer("12345")))
      let isHelped = wrong.session.lesson!.awaitsNumber && wrong.session.lesson!.hint != nil
      #expect(isHelped, "\(place) has no hint")
    }
  }

  /// Of what can be selected not all is right, and each other one leads to the hint.
  private func checkPick(of play: Play, _ right: [Pick.Target], _ place: String) {
    let targets = play.session.moment.targets(of: play.session.lesson!.visit.pick!.kind)
    #expect(
      targets.count > right.count && !right.isEmpty && right.allSatisfy { targets.contains($0) }, "\(place): \(targets)"
    )
    for wrong in targets where !right.contains(wrong) {
      var trial = play
      _ = trial.session.perform(.lesson(.pick(wrong)))
      trial.finishRun()
      let lesson = trial.session.lesson!
      let isHelped = !lesson.visit.isFound && lesson.hint != nil
      #expect(isHelped, "\(place): \(wrong) has no hint")
    }
  }

  /// A sentence with a number or a word of comparison is backed by a fact, a goal, a worked-out answer or a placeholder.
  @Test(arguments: lessons)
  func everySentenceIsCovered(lesson: String) throws {
    let experiment = try Experiment.load(source: lesson)
    for (index, step) in experiment.lesson.enumerated() {
      let isBacked =
        !step.facts.isEmpty || step.goal != nil || step.question?.number != nil
        || step.question?.conditions.isEmpty == false || step.question?.pick != nil
      guard !isBacked else { continue }
      for text in [step.say, step.question?.text].compactMap({ $0 }) where ClaimWords.occur(in: text) {
        #expect(try Passage(text).hasPlaceholders, "\(lesson), step \(index + 1): \(text)")
      }
    }
  }

  @Test(arguments: lessons)
  func textsAreShort(lesson: String) throws {
    let steps = try Experiment.load(source: lesson).lesson
    #expect((8...18).contains(steps.count))
    for (index, step) in steps.enumerated() {
      let texts = [step.say, step.question?.text].compactMap { $0 }.map {
        $0.replacing(/\{[^}]*\}/, with: "0.00").count
      }
      #expect(texts.allSatisfy { $0 <= 160 } && texts.reduce(0, +) <= 200, "\(lesson), step \(index + 1): \(texts)")
    }
  }

  /// Plays a lesson through; looks at each step once its run has ended, before its goal is reached.
  private func play(_ lesson: String, _ look: (inout Play, LessonStep, String) throws -> Void) throws {
    var play = try Play(lesson)
    for number in 1...play.session.lesson!.steps.count {
      play.enter(step: number)
      play.finishStep()
      try look(&play, play.session.lesson!.step, "\(lesson), step \(number)")
      play.solve()
    }
  }
}
