import Foundation
import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// A session that was left goes on with its curve and its lesson.
struct ResumeTests {
  /// What a session is after it was written and read again.
  private func resumed(_ session: LearningSession) throws -> LearningSession {
    let json = try JSONEncoder().encode(try #require(session.savedRun))
    let opened = try JSONDecoder().decode(SavedRun.self, from: json).open(path: "saved.json")
    var next = try LearningSession(opened.experiment, dataset: opened.dataset)
    _ = next.begin()
    _ = next.perform(.resumed(opened))
    return next
  }

  @Test(arguments: LessonTests.demos) func aLessonOpensAtItsStep(demo: String) throws {
    var state = try State.lesson(demo)
    for number in 0..<state.session!.lesson!.steps.count {
      state.playStep()
      let session = state.session!
      if session.run.history.process.updates > 0 || number > 0 || session.lesson?.visit.chosen != nil {
        let back = try resumed(session)
        #expect(back.lesson?.index == number && back.lesson?.steps == session.lesson?.steps)
        #expect(back.lesson?.visit.chosen == session.lesson?.visit.chosen)
        #expect(back.lesson?.visit.stage.isReached == session.lesson?.visit.stage.isReached)
        #expect(
          back.run.history.process.point == session.run.history.process.point && back.run.loss == session.run.loss)
        #expect(back.run.experiment.settingsObject == session.run.experiment.settingsObject)
        #expect(!back.isRunning)
      }
      state.goOn()
    }
  }

  /// Steps that were read alone are a place to go on from too; a lesson at whose first step nothing was done is none.
  @Test func whatWasOnlyReadIsKept() throws {
    var count = 0
    for demo in LessonTests.demos {
      var session = try #require(try State.lesson(demo).session)
      let first = session.lesson!.steps[0]
      guard first.run == nil, first.question == nil else { continue }
      #expect(session.savedRun == nil, "\(demo)")
      _ = session.perform(.lesson(.forward))
      guard session.lesson!.index == 1, session.run.history.process.updates == 0 else { continue }
      let back = try resumed(session)
      #expect(back.lesson?.index == 1 && back.run.history.process.updates == 0, "\(demo)")
      #expect(back.run.history.process.point == session.run.history.process.point, "\(demo)")
      count += 1
    }
    #expect(count > 3)
  }

  /// Steps on and back work from there.
  @Test func aResumedLessonGoesOnAndBack() throws {
    var state = try State.lesson("bowl")
    state.playStep()
    var back = try resumed(state.session!)
    _ = back.perform(.lesson(.forward))
    #expect(back.lesson?.index == 1)
    _ = back.perform(.lesson(.back))
    #expect(back.lesson?.index == 0)
  }

  /// A run that was kept before answers were is judged by the right choice that the file names.
  @Test func aChoiceThatWasKeptWithoutItsAnswerIsJudged() throws {
    let step = LessonStep(
      question: LessonStep.Question(text: "Which?", choices: ["this", "that"], answer: 1), changes: [], run: nil)
    let moment = try #require(State.spiral().session).moment
    for (chosen, right) in [(nil, nil), (0, 1), (1, 1)] as [(Int?, Int?)] {
      let place = LessonPlace(steps: [step], index: 0, chosen: chosen, isDone: false)
      let lesson = Lesson(resumedAt: place, moment)
      #expect(lesson.visit.chosen == chosen && lesson.visit.right == right)
    }
  }

  /// Going on does not unsee the sealed test part.
  @Test func looksAtTheTestPartAreCountedOn() throws {
    var state = State.spiral()
    state.perform(.session(.set(.split, to: "0.6/0.2/0.2")))
    if state.session?.isRunning == false { state.perform(.session(.toggleRun)) }
    state.perform(.session(.train(updates: 20)))
    #expect(try resumed(state.session!).unsealings == 0)
    for _ in 0..<2 { state.perform(.session(.unseal)) }
    var back = try resumed(state.session!)
    #expect(back.unsealings == 2)
    _ = back.perform(.unseal)
    #expect(back.report?.openings == 3)
    let words = back.report?.words(of: back.run.dataset).last
    #expect(words == "looked at 3 times: each look lets choices fit this part; trust it less")
    #expect(try resumed(back).unsealings == 3)
  }

  /// Of a run with branches the present one is kept, and goes on to the last bit.
  @Test func thePresentBranchGoesOn() throws {
    var state = State.spiral()
    state.perform(.session(.train(updates: 90)))
    state.perform(.session(.step(back: true)))
    state.perform(.session(.set(.learningRate, to: "0.2")))
    state.perform(.session(.set(.units, to: "5-3")))
    state.perform(.session(.set(.activation, to: "relu tanh")))
    state.perform(.session(.set(Setting(key: "data.split")!, to: "0.6/0.2/0.2")))
    state.perform(.session(.toggleRun))
    state.perform(.session(.train(updates: 40)))
    var session = state.session!
    #expect(session.run.history.branches.count > 1)
    var back = try resumed(session)
    #expect(back.run.experiment.settingsObject == session.run.experiment.settingsObject)
    for _ in 0..<2 {
      #expect(back.run.trainer.network == session.run.trainer.network)
      #expect(back.run.trainer.updates == session.run.trainer.updates && back.run.loss == session.run.loss)
      session.isRunning = true
      back.isRunning = true
      _ = session.perform(.train(updates: 50))
      _ = back.perform(.train(updates: 50))
    }
  }
}
