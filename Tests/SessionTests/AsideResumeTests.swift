import Experiments
import Foundation
import NeuralNetwork
import ScratchFolder
import Testing

@testable import Session

/// Extra steps of a run that was left within them.
struct AsideResumeTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func play(_ lesson: String) throws -> Play { try Play(lesson: lesson, in: scratch) }

  /// A run that is left beside the way is there again, to the bit, and goes on through the rest to the question as it was.
  @Test func aSavedRunIsBesideTheWayAgain() throws {
    var play = try self.play("  - {say: first, run: 4 updates}\n" + AsideTests.open)
    play.finishStep()
    play.perform(.lesson(.forward))
    let weights = play.weights
    play.perform(.lesson(.choose(1)))
    play.perform(.lesson(.forward))
    play.finishStep()
    #expect(play.place == "2.1" && play.run.history.process.updates == 9)
    let trained = play.weights
    play = try play.resumed()
    #expect(play.place == "2.1" && play.weights == trained && play.run.history.process.updates == 9)
    #expect(play.session.lesson!.steps.count == 3 && play.session.lesson!.step.run == .updates(5))
    play.perform(.lesson(.forward))
    #expect(play.place == "2.2" && play.trainer.network.layout.sizes == [2, 3, 1])
    play = try play.resumed()
    #expect(play.place == "2.2" && play.trainer.network.layout.sizes == [2, 3, 1])
    play.perform(.lesson(.forward))
    #expect(play.place == "2" && play.weights == weights && play.session.lesson!.awaitsChoice)
    #expect(play.session.lesson!.visit.tried.isEmpty && play.run.history.process.updates == 4)
    play.perform(.lesson(.choose(1)))
    play.perform(.lesson(.forward))
    play.perform(.lesson(.forward))
    #expect(play.place == "3", "the answer is shown, and no way leads there twice")
  }

  /// Back from an extra step that was returned to is the one before, and then the question with its answer undone.
  @Test func backFromASavedExtraStepLeadsToTheQuestion() throws {
    var play = try self.play("  - {say: first, run: 4 updates}\n" + AsideTests.open)
    play.finishStep()
    for action in [.forward, .choose(1), .forward] as [Lesson.Action] { play.perform(.lesson(action)) }
    play.finishStep()
    play.perform(.lesson(.forward))
    let weights = play.weights
    play = try play.resumed()
    #expect(play.place == "2.2" && play.weights == weights)
    var found: [String] = []
    for _ in 0..<3 {
      play.perform(.lesson(.back))
      found.append(play.place)
    }
    #expect(found == ["2.1", "2", "1"])
  }

  /// What was answered to an extra step's own question is kept too, and one that only looks is kept where nothing has been learned.
  @Test func anExtraStepsAnswerIsKept() throws {
    var play = try self.play(
      """
        - ask: q
          answer: 3
          wrong: [{ask: How many updates?, answer: updates, tolerance: 0, hint: h, weights: {"layers.0.bias[0]": 9}}, {say: s}]
        - say: end
      """)
    #expect(play.session.savedRun == nil, "nothing has been learned or answered")
    play.train(updates: 3)
    for action in [.answer("1"), .forward, .answer("7")] as [Lesson.Action] { play.perform(.lesson(action)) }
    #expect(play.place == "1.1" && play.session.lesson!.hint == "h")
    play = try play.resumed()
    #expect(play.place == "1.1" && play.session.lesson!.hint == "h" && play.session.lesson!.awaitsNumber)
    play.perform(.lesson(.answer("3")))
    play = try play.resumed()
    #expect(play.session.lesson!.visit.isFound && play.session.lesson!.visit.number == 3)
    for _ in 0..<2 { play.perform(.lesson(.forward)) }
    #expect(play.place == "1" && play.session.lesson!.awaitsNumber && play.weights.allSatisfy { $0 != 9 })
  }

  /// What is no way to extra steps is a damaged file, and nothing traps.
  @Test(arguments: [
    ("\"index\":0", "\"index\":2"), ("\"wayLeft\":[", "\"wayLeft\":[],\"x\":["), ("\"lesson\":", "\"y\":"),
  ])
  func aDamagedWayIsRefused(text: String, other: String) throws {
    var play = try self.play(AsideTests.open)
    play.train(updates: 3)
    for action in [.choose(1), .forward] as [Lesson.Action] { play.perform(.lesson(action)) }
    let runs = SavedRuns(in: scratch.folder.path)
    let path = runs.place(for: "own")
    try runs.write(try #require(play.session.savedRun), to: path)
    #expect(try runs.readNewest().run == play.session.savedRun)
    let whole = try String(contentsOfFile: path, encoding: .utf8)
    #expect(whole.contains(text))
    try whole.replacing(text, with: other).write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: Mistake(.damagedRun, at: .file(path))) { try runs.readNewest() }
  }
}
