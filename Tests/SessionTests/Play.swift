import ErrorSurfaces
import Experiments
import Foundation
import NeuralNetwork
import ScratchFolder
import Session
import Training

/// A demo being played without a screen, as fast as it goes.
struct Play {
  var session: LearningSession

  init(_ demo: String, _ sets: String..., seed: UInt64? = nil) throws {
    let opened = try Experiment.open(source: demo, sets: sets, seed: seed)
    session = try LearningSession(opened.experiment, dataset: opened.dataset)
    _ = session.begin()
  }

  var run: Run { session.run }
  var trainer: Trainer { run.trainer }
  var cost: Double { run.training!.cost }
  var testCost: Double { run.test!.cost }
  var accuracy: Double { run.training!.accuracy! }
  var testAccuracy: Double { run.test!.accuracy! }
  var weights: [Float] { run.history.process.point.values }

  /// Where the ball on a test function is; the first racer's place in a race.
  var ball: (x: Double, y: Double) {
    let values = session.scene.race!.racers[0].position.values
    return (Double(values[0]), Double(values[1]))
  }

  /// Sets a setting by its key, as a person types it; returns what was said.
  @discardableResult
  mutating func set(_ key: String, _ text: String) -> [News] {
    perform(.set(Setting.all.first { $0.key == key }!, to: text))
  }

  /// Does something, reads the rows that it asks for, and returns what was said.
  @discardableResult
  mutating func perform(_ action: LearningSession.Action) -> [News] {
    let effects = session.perform(action)
    let read = effects.flatMap { effect -> [News] in
      guard case .read(let recipe) = effect, let rows = try? recipe.load() else { return [] }
      return said(session.perform(.rows(rows)))
    }
    return said(effects) + read
  }

  private func said(_ effects: [LearningSession.Effect]) -> [News] {
    effects.compactMap { if case .say(let news) = $0 { news } else { nil } }
  }

  mutating func train(updates: Int) {
    if !session.isRunning { _ = session.perform(.toggleRun) }
    _ = session.perform(.train(updates: updates))
    if session.isRunning { _ = session.perform(.toggleRun) }
  }

  mutating func train(epochs: Int) { train(updates: epochs * run.history.process.cadence.updatesPerEpoch) }

  /// Makes updates one by one, and notes something after each.
  mutating func watch<Value>(updates: Int, _ look: (Play) -> Value) -> [Value] {
    (0..<updates).map { _ in
      train(updates: 1)
      return look(self)
    }
  }

  /// Enters a step of the lesson, from 1, having brought the steps before it to their ends; its question is answered.
  mutating func enter(step: Int) {
    while session.lesson!.index < step - 1 {
      finishStep()
      if session.lesson!.isGoalOpen { solve() }
      perform(.lesson(.forward))
    }
  }

  /// Starts the step's run, and brings it to its end, noting something after each update.
  @discardableResult
  mutating func finishStep<Value>(_ look: (Play) -> Value) -> [Value] {
    answer()
    if session.lesson!.visit.stage == .waiting, session.lesson!.step.run != nil {
      _ = session.perform(.lesson(.forward))
    }
    var notes: [Value] = []
    while session.isRunning {
      _ = session.perform(.train(updates: 1))
      notes.append(look(self))
    }
    return notes
  }

  /// Starts the step's run, and brings it to its end.
  mutating func finishStep() {
    answer()
    if session.lesson!.visit.stage == .waiting, session.lesson!.step.run != nil {
      _ = session.perform(.lesson(.forward))
    }
    finishRun()
  }

  mutating func finishRun() {
    while session.isRunning { _ = session.perform(.train(updates: 1000)) }
  }

  /// Gives the right answer to the step's question; the first choice where none is right.
  mutating func answer() {
    guard session.lesson!.awaitsChoice else { return }
    if let pick = session.lesson!.visit.pick {
      var ended = self
      if session.lesson!.step.run != nil {
        _ = ended.session.perform(.lesson(.pick(session.moment.targets(of: pick.kind)[0])))
        ended.finishRun()
      }
      let right = session.lesson!.rightPicks(at: ended.session.moment)
      _ = session.perform(.lesson(.pick(right.first ?? session.moment.targets(of: pick.kind)[0])))
    } else if let number = session.lesson!.rightNumber(at: session.moment) {
      _ = session.perform(.lesson(.answer("\(number)")))
    } else {
      _ = session.perform(.lesson(.choose(session.lesson!.rightChoice(at: session.moment) ?? 0)))
    }
  }

  /// Does what the step's solution says.
  mutating func solve() {
    guard let solution = session.lesson!.step.solution else { return }
    for action in solution.settings { perform(action) }
    if solution.place != nil, let request = session.scene.request(run, width: 24, height: 24) {
      perform(.surface(.computed(SurfaceOutcome(computing: request))))
    }
    for action in solution.steps(in: session) { perform(action) }
    let updates = solution.updates(in: session)
    if updates > 0 { train(updates: updates) }
    for action in solution.endings { perform(action) }
  }
}

extension Play {
  /// A lesson of one's own over four samples and two hidden units.
  init(lesson: String, in scratch: Scratch) throws {
    let text = "data: {source: xor4}\nnetwork: {hidden: [2]}\nbatch: all\nlesson:\n" + lesson
    try self.init(scratch.file("own.yaml", text))
  }

  /// Where its lesson is: the number of the step, that of one beside the way behind a point.
  var place: String {
    let place = session.lesson!.visit.place
    return "\(place.index + 1)" + (place.aside.map { ".\($0.number + 1)" } ?? "")
  }

  struct NothingToSave: Error {}

  /// The same after it was saved and gone on with.
  func resumed() throws -> Play {
    guard let saved = session.savedRun else { throw NothingToSave() }
    let json = try JSONEncoder().encode(saved)
    let opened = try JSONDecoder().decode(SavedRun.self, from: json).open(path: "saved.json")
    var back = self
    back.session = try LearningSession(opened.experiment, dataset: opened.dataset)
    _ = back.session.begin()
    _ = back.session.perform(.resumed(opened))
    return back
  }

  /// Where going on leads, and the weights there.
  func on() -> (Lesson.Place, [Float]) {
    var next = self
    next.perform(.lesson(.forward))
    return (next.session.lesson!.visit.place, next.weights)
  }
}
