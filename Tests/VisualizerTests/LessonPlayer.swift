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

extension State {
  /// A demo, opened at a size, its surface computed.
  static func lesson(
    _ demo: String, _ size: (Int, Int) = (120, 40), depth: ColorDepth = .palette, glyphs: GlyphSet = .quadrants
  ) throws -> State {
    let opened = try Experiment.open(source: demo)
    var state = State(
      width: size.0, height: size.1, theme: Theme(name: .dark, depth: depth, glyphs: glyphs), demos: [])
    state.perform(.opened(opened.experiment, opened.dataset))
    return state
  }

  /// Steps over a small circle.
  static func lesson(steps: [LessonStep], _ size: (Int, Int) = (120, 40)) throws -> State {
    var experiment = Experiment(name: "own", source: .generator(.circle))
    experiment.recipe.samples = 40
    experiment.lesson = steps
    var state = State(
      width: size.0, height: size.1, theme: Theme(name: .dark, depth: .palette, glyphs: .quadrants), demos: [])
    state.performAll(.opened(experiment, try experiment.recipe.load()))
    return state
  }

  /// Answers the step's question, lets its run come to its end, in slices of some updates, and reaches its goal; what that opened
  /// over the panels, such as a verdict, is closed again.
  mutating func playStep(by slice: Int = 100) {
    answerStep()
    if session!.lesson!.visit.stage == .waiting, session!.lesson!.step.run != nil { perform(.session(.toggleRun)) }
    finishRun(by: slice)
    solveStep()
    if overlay != nil { perform(.escape) }
  }

  /// Goes on to the next step of the way, through the extra steps of whoever has answered wrong.
  mutating func goOn(by slice: Int = 100) {
    performAll(.session(.lesson(.forward)))
    while session!.lesson!.visit.place.aside != nil {
      playStep(by: slice)
      performAll(.session(.lesson(.forward)))
    }
  }

  /// Answers by keys, from the first choice on until one is right; gives up where none ever is.
  mutating func answerStep() {
    if session!.lesson!.awaitedPick != nil { return pickByKeys() }
    for _ in 0..<50 where session!.lesson!.awaitsChoice {
      guard let number = session!.lesson!.rightNumber(at: session!.moment) else {
        perform(.enter)
        if session!.lesson!.awaitsChoice { perform(.move(.down)) }
        continue
      }
      perform(.enter)
      for letter in "\(number)".unicodeScalars { perform(.type(KeyPress(.character(letter)))) }
      perform(.enter)
    }
  }

  /// Selects the right one by keys; with a run, the first one that can be selected.
  mutating func pickByKeys() {
    let (moment, visit) = (session!.moment, session!.lesson!.visit)
    let right = session!.lesson!.step.run == nil ? session!.lesson!.rightPicks(at: moment) : []
    guard let target = right.first ?? moment.targets(of: visit.pick!.kind).first else { return }
    var place: Selection
    switch target {
    case .unit(let layer, let unit): place = Selection(layer: layer, unit: unit)
    case .weight(let layer, let unit, let input): place = Selection(layer: layer, unit: unit, input: input)
    case .sample(let row):
      for _ in 0...session!.run.trainer.data.training.count where session!.run.lookedAt != row { type(.letters("N")) }
      return perform(.enter)
    }
    perform(.focus(.network))
    walk(to: place.layer, place.unit)
    perform(.enter)
    guard let input = place.input else { return }
    place.input = nil
    for _ in 0...input { perform(.move(.down)) }
    perform(.enter)
  }

  private mutating func walk(to layer: Int, _ unit: Int) {
    perform(.escape)
    if session!.run.history.process.recurrent != nil { perform(.move(.down)) }
    for _ in 0..<20 where selection?.layer != layer {
      perform(.move((selection?.layer ?? layer) > layer ? .left : .right))
    }
    for _ in 0..<2000 where selection?.unit != unit { perform(.move((selection?.unit ?? 0) > unit ? .up : .down)) }
  }

  mutating func finishRun(by slice: Int = 100) {
    for _ in 0..<20_000 where isRunning { perform(.session(.train(updates: slice))) }
  }

  /// Does what the step's solution says.
  mutating func solveStep() {
    guard let solution = session!.lesson!.step.solution else { return }
    for action in solution.settings { performAll(.session(action)) }
    if solution.place != nil, let request = wantedSurface {
      perform(.session(.surface(.computed(SurfaceOutcome(computing: request)))))
    }
    for action in solution.steps(in: session!) { perform(.session(action)) }
    let length = solution.updates(in: session!)
    if length > 0 {
      if !isRunning { perform(.session(.toggleRun)) }
      perform(.session(.train(updates: length)))
      if isRunning { perform(.session(.toggleRun)) }
    }
    for action in solution.endings { perform(.session(action)) }
  }

  /// Does something, and reads what rows it asks for, as the loop does.
  mutating func performAll(_ action: Action) {
    for effect in reduce(action) {
      if case .read(let recipe) = effect { performAll(.session(.rows(try! recipe.load()))) }
    }
  }

  var lessonScreen: String {
    var frame = Frame(width: width, height: height)
    draw(into: &frame)
    return frame.text
  }
}

extension Lesson.Stage {
  var isReached: Bool { if case .reached = self { true } else { false } }
}
