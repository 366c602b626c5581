import ErrorSurfaces
import Foundation
import NeuralNetwork
import Plots
import Screen
import Testing
import Training

@testable import Experiments
@testable import Session
@testable import Visualizer

/// A lesson can be gone through by the keys alone, back and forward, and nothing is lost on the way.
struct LessonTests {
  static let demos = Demos.all.map(\.name).filter { (try? Experiment.load(source: $0).lesson.isEmpty) == false }

  private static let demoFolder =
    URL(fileURLWithPath: #filePath)
    .appending(path: "../../../demos").standardized.path + "/"

  @Test func thereAreLessons() { #expect(LessonTests.demos.count >= 8) }

  @Test(arguments: demos)
  func itOpensAtTheFirstStepAndWaits(demo: String) throws {
    let state = try State.lesson(demo)
    #expect(!state.isRunning && state.session?.lesson?.index == 0 && state.run?.history.process.updates == 0)
    #expect(state.notice == nil)
  }

  @Test(arguments: demos)
  func everyLessonCanBePlayedToItsEnd(demo: String) throws {
    var state = try State.lesson(demo)
    let count = try #require(state.session?.lesson).steps.count
    for number in 0..<count {
      #expect(state.session!.lesson!.index == number)
      state.playStep()
      #expect(!state.isRunning)
      if state.session!.lesson!.step.run != nil {
        #expect(
          state.session!.lesson!.visit.stage.isReached, "step \(number + 1): \(state.lessonView!.status(width: 80))")
      }
      #expect(state.notice?.isWarning != true, "\(state.notice?.text ?? "")")
      state.goOn()
    }
    #expect(state.session!.lesson!.isAtEnd && state.session!.lesson!.index == count - 1)
  }

  @Test(arguments: demos)
  func backAndForwardGiveTheSameBits(demo: String) throws {
    var state = try State.lesson(demo)
    var entries: [Bits] = []
    while true {
      entries.append(Bits(state))
      state.playStep()
      guard !state.session!.lesson!.isAtEnd else { break }
      state.performAll(.session(.lesson(.forward)))
    }
    let end = Bits(state)
    for number in (0..<entries.count - 1).reversed() {
      state.perform(.session(.lesson(.back)))
      #expect(Bits(state) == entries[number] && state.session!.lesson!.length == number + 1 && !state.isRunning)
    }
    for _ in 1..<entries.count { state.performAll(.session(.lesson(.forward))) }
    #expect(Bits(state) == end)
    while state.session!.lesson!.length > 1 { state.perform(.session(.lesson(.back))) }
    for number in entries.indices {
      #expect(Bits(state) == entries[number], "played again, step \(number + 1)")
      state.playStep(by: 37)
      if !state.session!.lesson!.isAtEnd { state.performAll(.session(.lesson(.forward))) }
    }
    #expect(Bits(state) == end)
  }

  @Test func aQuestionWaitsForAGuess() throws {
    var state = try State.lesson("bowl")
    state.playStep()
    state.performAll(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.awaitsChoice && !state.isRunning && state.focus == .lesson)
    state.performAll(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 1 && state.session!.lesson!.awaitsChoice && !state.isRunning)
    state.perform(.move(.down))
    state.perform(.move(.down))
    state.perform(.move(.down))
    state.perform(.enter)
    #expect(state.session!.lesson!.visit.chosen == 2 && state.isRunning && state.focus == .surface)
    state.perform(.session(.lesson(.back)))
    state.performAll(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.visit.chosen == 2, "what was gone back from is as it was")
  }

  @Test func aRunEndsAtTheSameUpdateAtAnySpeed() throws {
    let ends = try [1, 3, 1000].map { slice in
      var state = try State.lesson("two-wells")
      while state.session!.lesson!.index < 1 {
        state.playStep(by: slice)
        state.performAll(.session(.lesson(.forward)))
      }
      state.playStep(by: slice)
      return Bits(state)
    }
    #expect(ends[0] == ends[1] && ends[1] == ends[2])
  }

  @Test func whatWasChangedByHandIsGoneBackFromToo() throws {
    var state = try State.lesson("bowl")
    let first = Bits(state)
    state.perform(.change(.learningRate, by: 1))
    state.perform(.stepForward)
    state.perform(.session(.lesson(.back)))
    #expect(Bits(state) == first)
  }

  @Test func aRestartCountsTheRunAnew() throws {
    var state = try State.lesson("bowl")
    state.performAll(.session(.lesson(.forward)))
    state.perform(.session(.train(updates: 50)))
    state.perform(.session(.restart(newWeights: false)))
    state.perform(.session(.train(updates: 50)))
    #expect(state.isRunning && state.run!.history.process.updates == 50)
    state.perform(.session(.train(updates: 50)))
    #expect(!state.isRunning && state.run!.history.process.updates == 60)
  }

  @Test func aSecondPressHurriesARun() throws {
    var state = try State.lesson("bowl")
    #expect(state.session!.updatesPerSecond == 10)
    state.performAll(.session(.lesson(.forward)))
    state.performAll(.session(.lesson(.forward)))
    #expect(state.isRunning && state.session!.updatesPerSecond == nil)
    state.perform(.session(.train(updates: 1 << 20)))
    #expect(state.run!.history.process.updates == 60 && state.session!.updatesPerSecond == 10)
  }

  @Test func goingAnotherWayGivesUpWhatWasGoneBackFrom() throws {
    var state = try State.lesson("bowl")
    state.playStep()
    state.performAll(.session(.lesson(.forward)))
    state.perform(.session(.lesson(.back)))
    state.perform(.stepForward)
    state.performAll(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 0 && state.isRunning)
  }

  @Test func anotherDemoEndsTheLesson() throws {
    var state = try State.lesson("bowl")
    let opened = try Experiment.open(source: "spiral")
    state.perform(.opened(opened.experiment, opened.dataset))
    #expect(state.session?.lesson == nil && state.isRunning && !state.panels.contains(.lesson))
    state.performAll(.session(.lesson(.forward)))
    #expect(state.notice?.text == "this demo has no lesson")
    state.perform(.focus(.lesson))
    #expect(state.focus != .lesson)
  }

  @Test(arguments: [
    ("network.hidden", "[8, 8]"), ("network.activation", "relu"), ("network.output", "sigmoid"), ("seed", "7"),
    ("network.initializer", "he"), ("network.dropout", "0.2"), ("cost", "hinge"),
    ("optimizer", "{name: adam, rate: 0.01}"),
    ("optimizer.schedule", "cosine"), ("optimizer.clip", "1"), ("batch", "all"), ("shuffle", "false"),
    ("regularization", "{kind: L2, rate: 0.01}"), ("data.source", "gauss"), ("data.samples", "80"),
    ("data.noise", "20"),
    ("data.train", "0.8"), ("data.scale", "standardize"), ("data.inputs", "[x1, x2, x1x2]"), ("view", "loss"),
    ("speed", "max"), ("surface", "{axes: path, mode: race}"), ("surface.axes", "himmelblau"), ("surface.mode", "fog"),
    ("title", "Other words"),
  ])
  func everySettingOfAStepIsMade(key: String, value: String) throws {
    var state = try State.lesson(steps: [
      LessonStep(say: "One.", changes: [], run: .updates(3)),
      LessonStep(say: "Two.", changes: [SettingChange(key: key, value: value)], run: .updates(4)),
    ])
    let before = state.run!.experiment
    state.playStep()
    state.performAll(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 1 && state.notice?.isWarning != true, "\(state.notice?.text ?? "")")
    #expect(state.run!.experiment != before)
    _ = state.lessonScreen
    state.playStep()
    #expect(state.session!.lesson!.visit.stage.isReached || state.session!.scene.fog != nil)
    if key == "view" { #expect(state.focus == .loss) }
    if key == "surface" { #expect(state.session!.scene.isRacing && state.session!.scene.race?.steps == 4) }
    if key == "speed" { #expect(state.session!.updatesPerSecond == nil) }
  }

  @Test(arguments: [0, 1])
  func aStepsDataFileIsReadFirst(number: Int) throws {
    let plain = LessonStep(say: "Plain.", changes: [])
    let changes = [
      SettingChange(key: "data.source", value: LessonTests.demoFolder + "plateau.csv"),
      SettingChange(key: "data.label", value: "class"), SettingChange(key: "data.inputs", value: "[x]"),
    ]
    let flowers = LessonStep(say: "Rows of a file.", changes: changes, run: .epochs(1))
    var state = try State.lesson(steps: number == 0 ? [flowers, plain] : [plain, flowers])
    if number == 1 { state.performAll(.session(.lesson(.forward))) }
    #expect(state.session!.lesson!.index == number && state.notice?.isWarning != true, "\(state.notice?.text ?? "")")
    #expect(state.run!.dataset.inputNames == ["x"])
    state.playStep()
    #expect(state.run!.history.process.epoch == 1)
    if number == 1 { state.perform(.session(.lesson(.back))) }
    state.performAll(.session(.lesson(.forward)))
    #expect(state.run!.dataset.inputNames == ["x"])
  }

  @Test func loadedWeightsAreWhatTheLessonBeginsAt() throws {
    var state = try State.lesson("bowl")
    var weights = state.run!.trainer.network.parameters
    weights.values[0] = 1.5
    state.perform(.session(.loaded(weights)))
    state.playStep()
    state.perform(.session(.lesson(.back)))
    #expect(state.run!.trainer.network.parameters == weights && state.session!.lesson!.index == 0)
  }

  @Test func aSurfaceFromBeforeTheWayBackIsNotShown() throws {
    var state = try State.lesson("race")
    state.playStep()
    state.performAll(.session(.lesson(.forward)))
    state.playStep()
    let request = try #require(state.wantedSurface)
    state.perform(.session(.lesson(.back)))
    state.perform(.session(.surface(.computed(SurfaceOutcome(computing: request)))))
    #expect(state.session!.scene.outcome?.request != request && state.session!.scene.axes == .function(.rosenbrock))
    let wanted = try #require(state.wantedSurface)
    state.perform(.session(.surface(.computed(SurfaceOutcome(computing: wanted)))))
    #expect(state.session!.scene.outcome?.request == wanted)
  }

  @Test func aForgottenPastChangesNothingElse() throws {
    var state = try State.lesson("two-wells")
    state.playStep()
    var other = state
    other.session!.run.forgetPast()
    #expect(other.run!.history.bytes <= state.run!.history.bytes)
    state.perform(.session(.toggleRun))
    other.perform(.session(.toggleRun))
    for _ in 0..<2 {
      state.perform(.change(.learningRate, by: -1))
      other.perform(.change(.learningRate, by: -1))
      state.perform(.session(.train(updates: 70)))
      other.perform(.session(.train(updates: 70)))
      #expect(Bits(state) == Bits(other))
    }
    #expect(other.run!.history.reach > state.run!.history.reach)
  }

  /// A hidden layer that comes in between makes another unit of the output that was selected: none is, then.
  @Test(arguments: ["[4, 2]", "[6]"])
  func theOutputThatWasSelectedIsNoHiddenUnit(hidden: String) throws {
    let changes = [SettingChange(key: "network.hidden", value: hidden)]
    var state = try State.lesson(steps: [
      LessonStep(say: "One.", changes: []), LessonStep(say: "Two.", changes: changes),
    ])
    let depth = state.run!.trainer.network.depth
    state.selection = Selection(layer: depth - 1, unit: 0)
    state.performAll(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 1 && depth == 3, "two hidden layers to begin with")
    #expect((state.selection != nil) == (hidden == "[4, 2]"))
  }

  @Test func settingsThatDoNotFitAreSaid() throws {
    var state = try State.lesson(steps: [
      LessonStep(say: "One.", changes: []),
      LessonStep(say: "Two.", changes: [SettingChange(key: "cost", value: "kl-divergence")]),
    ])
    state.performAll(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 1 && state.notice?.isWarning == true)
  }
}

/// What must be the same to the last bit.
struct Bits: Equatable {
  let weights: [UInt32]
  let updates: Int
  let walkers: [[UInt32]]
  let settings: TrainingSettings

  init(_ state: State) {
    let run = state.run!
    weights = run.history.process.point.values.map(\.bitPattern)
    updates = run.history.process.updates
    walkers = state.session!.scene.race?.racers.map { $0.position.values.map(\.bitPattern) } ?? []
    settings = run.experiment.training
  }
}
