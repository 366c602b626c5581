import Foundation
import NeuralNetwork
import Plots
import Screen
import Testing
import Training

@testable import Experiments
@testable import Session
@testable import Visualizer

/// Questions that something on the screen answers, by keys and by mouse.
struct LessonPickTests {
  private static let weights = [
    ("layers.0.weight[0][0]", 1), ("layers.0.weight[0][1]", 1), ("layers.0.bias[0]", -0.5),
    ("layers.0.weight[1][0]", 1), ("layers.0.weight[1][1]", -1), ("layers.0.bias[1]", 0),
    ("layers.1.weight[0][0]", 1), ("layers.1.weight[0][1]", -0.5), ("layers.1.bias[0]", 0.2),
  ].map { LessonStep.WeightValue(name: $0.0, value: Float($0.1)) }

  private static let sizes = [(60, 20), (80, 24), (120, 40), (200, 60)]

  /// xor4 through two hidden units, of which h1 has the larger δ.
  private static func state(
    _ kind: Pick.Kind, _ rule: String, run: LessonStep.Run? = nil, _ size: (Int, Int) = (120, 40), demo: String = "xor4"
  ) throws -> State {
    var question = LessonStep.Question(text: "Which one?", choices: [], answer: nil, hints: ["Look at the δ."])
    question.pick = try Pick(kind, rule)
    var step = LessonStep(question: question, changes: [], run: run)
    if demo == "xor4" { step.weights = weights }
    let sets = demo == "xor4" ? ["network.hidden=[2]", "network.activation=tanh", "network.output=linear"] : []
    var opened = try Experiment.open(source: demo, sets: sets, seed: nil)
    opened.experiment.lesson = [step, LessonStep(say: "On.", changes: [])]
    var state = State(
      width: size.0, height: size.1, theme: Theme(name: .dark, depth: .palette, glyphs: .quadrants), demos: [])
    state.performAll(.opened(opened.experiment, opened.dataset))
    return state
  }

  /// The rule, worked out from the numbers that the arithmetic panel has.
  @Test func theEnginesLargestDeltaIsRight() throws {
    let state = try Self.state(.hidden, "largest(abs(it.delta))")
    let moment = state.session!.moment
    let deltas = (0..<2).map { abs(moment.value(of: .delta, layer: 0, unit: $0)!) }
    let right = state.session!.lesson!.rightPicks(at: moment)
    #expect(right == [.unit(layer: 0, unit: deltas[0] > deltas[1] ? 0 : 1)] && deltas[0] != deltas[1])
  }

  @Test(arguments: sizes)
  func aUnitIsPickedByKeys(size: (Int, Int)) throws {
    var state = try Self.state(.hidden, "largest(abs(it.delta))", size)
    #expect(state.focus == .network && state.lessonScreen.contains("Which one?"))
    state.perform(.enter)
    #expect(state.notice?.text.contains("first a hidden unit") == true && state.session!.lesson!.visit.tried.isEmpty)
    state.type([.down, .down])
    #expect(state.lessonScreen.contains("▸ h2  selected"), "\(state.lessonScreen)")
    state.type([.enter])
    #expect(state.session!.lesson!.awaitsChoice && state.lessonScreen.contains("Look at the δ."))
    #expect(state.lessonScreen.contains("✗ h2  not so") && state.focus == .network)
    state.type([.up, .enter])
    #expect(state.session!.lesson!.visit.isFound && state.lessonScreen.contains("✓ h1  right"))
    state.type(.letters("]"))
    #expect(state.session!.lesson!.index == 1)
  }

  /// A state in which a press on the diagram has hit something.
  private static func pressed(_ state: State, _ isWanted: (Selection) -> Bool) throws -> State {
    let region = try #require(state.layout.slot(of: .network)).region.inset(by: 1, 1)
    let view = state.networkView(state.session!)
    for y in region.y..<region.maxY {
      for x in region.x..<region.maxX {
        guard let hit = view.hit(x: x, y: y, in: region, theme: state.theme), isWanted(hit) else { continue }
        var state = state
        state.perform(.mouse(MouseEvent(.press, x: x, y: y)))
        return state
      }
    }
    return state
  }

  /// An output is no hidden unit, a unit no weight, a bias neither: nothing of that counts as an answer.
  @Test func anotherKindIsNoAnswer() throws {
    let state = try Self.pressed(Self.state(.hidden, "it.a > 0")) { $0.layer == 1 && $0.input == nil }
    #expect(state.notice?.text.contains("a hidden unit is asked for") == true && state.selection?.layer == 1)
    var weighing = try Self.pressed(Self.state(.weight, "largest(it.value)")) { $0.layer == 0 && $0.input == nil }
    #expect(weighing.notice?.text.contains("a weight is asked for") == true)
    weighing.selection = Selection(layer: 0, unit: 0, input: 2)
    #expect(Pick.Target(selectedOn: weighing) == nil)
    _ = weighing.session?.perform(.lesson(.pick(.weight(layer: 5, unit: 0, input: 0))))
    for state in [state, weighing] {
      #expect(state.session!.lesson!.visit.tried.isEmpty && state.session!.lesson!.visit.picked == nil)
    }
  }

  @Test(arguments: sizes)
  func aWeightIsPickedByKeys(size: (Int, Int)) throws {
    var state = try Self.state(.weight, "smallest(it.value)", size)
    state.pickByKeys()
    #expect(
      state.session!.lesson!.visit.isFound && state.lessonScreen.contains("✓ x2 → h2  right"), "\(state.lessonScreen)")
    #expect(state.overlay == nil, "the weight is an answer, not to be typed")
  }

  /// Wherever on the diagram a press hits a unit or a line, that is the answer.
  @Test(arguments: [(80, 24), (120, 40), (200, 60)], [Pick.Kind.hidden, .weight])
  func aPressOnTheDiagramAnswers(size: (Int, Int), kind: Pick.Kind) throws {
    let rule = kind == .hidden ? "largest(abs(it.delta))" : "layers.0.weight[1][1]"
    let state = try Self.state(kind, rule, size)
    let region = try #require(state.layout.slot(of: .network)).region.inset(by: 1, 1)
    let view = state.networkView(state.session!)
    var answers: Set<Pick.Target> = []
    for y in region.y..<region.maxY {
      for x in stride(from: region.x, to: region.maxX, by: 2) {
        guard let hit = view.hit(x: x, y: y, in: region, theme: state.theme) else { continue }
        var pressed = state
        pressed.perform(.mouse(MouseEvent(.press, x: x, y: y)))
        guard let picked = pressed.session!.lesson!.visit.picked else { continue }
        answers.insert(picked)
        let wanted: Pick.Target =
          hit.input.map { .weight(layer: hit.layer, unit: hit.unit, input: $0) }
          ?? .unit(layer: hit.layer, unit: hit.unit)
        #expect(picked == wanted)
      }
    }
    #expect(answers.count == (kind == .hidden ? 2 : 6), "\(answers)")
  }

  @Test func aSampleIsPickedWithNAndEnter() throws {
    var state = try Self.state(.sample, "largest(sample_cost)")
    let moment = state.session!.moment
    let costs = (0..<4).map { row -> Double in
      var other = state
      other.perform(.session(.look(.row(row))))
      return other.session!.moment.value(of: .sampleCost)!
    }
    let worst = costs.indices.max { costs[$0] < costs[$1] }!
    #expect(state.session!.lesson!.rightPicks(at: moment) == [.sample(worst)])
    state.pickByKeys()
    #expect(state.session!.lesson!.visit.isFound && state.session!.run.lookedAt == worst)
  }

  @Test func goingOnShowsAndSelectsTheRightOne() throws {
    var state = try Self.state(.hidden, "largest(abs(it.delta))")
    state.type(.letters("]"))
    #expect(state.session!.lesson!.awaitsChoice && state.notice?.text.contains("first a hidden unit") == true)
    state.perform(.session(.lesson(.pick(.unit(layer: 0, unit: 1)))))
    state.type(.letters("]"))
    #expect(state.selection == Selection(layer: 0, unit: 0) && !state.session!.lesson!.awaitsChoice)
    #expect(state.lessonScreen.contains("✓ h1  the answer"))
  }

  /// However many are right, up to three are named in full.
  @Test(arguments: sizes)
  func allRightOnesAreReadInFull(size: (Int, Int)) throws {
    var state = try Self.state(.weight, "it.input == 0", size)
    state.perform(.session(.lesson(.pick(.weight(layer: 0, unit: 1, input: 1)))))
    state.type(.letters("]"))
    let text = state.lessonView!.text(in: state.layout)
    let lines = text.page.lines.map { $0.spans.map(\.text).joined() }
    #expect(lines.allSatisfy { $0.columnCount <= text.region.width }, "\(lines)")
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("✓ x1 → h1 or x1 → h2 or h1 → y the answer"), "\(words)")
  }

  /// With a run the first pick counts and the run shows what is right; the change is since the step was entered.
  @Test func aRunShowsWhichChangedMost() throws {
    var state = try Self.state(.weight, "largest(abs(it.change))", run: .updates(5))
    let before = state.run!.trainer.network.parameters
    state.perform(.session(.lesson(.pick(.weight(layer: 0, unit: 1, input: 1)))))
    #expect(state.isRunning && !state.lessonScreen.contains("✓"))
    state.finishRun()
    let after = state.run!.trainer.network.parameters
    let layout = after.layout
    let names = (0..<layout.count).map { layout.name(at: $0) }.filter { if case .weight = $0 { true } else { false } }
    func change(_ name: ParameterName) -> Float {
      abs(after.values[layout.index(of: name)!] - before.values[layout.index(of: name)!])
    }
    let most = names.max { change($0) < change($1) }!
    guard case .weight(let layer, let unit, let input) = most else { return }
    #expect(state.session!.lesson!.visit.rightPicks == [.weight(layer: layer, unit: unit, input: input)])
    #expect(state.selection == Selection(layer: layer, unit: unit, input: input))
    #expect(state.lessonScreen.contains("✗ x2 → h2  your guess") && state.lessonScreen.contains("Look at the δ."))
  }

  @Test func aClassHoldsWhatIsPicked() throws {
    var state = try Self.state(.hidden, "largest(abs(it.delta))")
    state.perform(.classroom(.toggleClass))
    state.type([.down, .down, .enter])
    #expect(state.session!.lesson!.awaitsChoice && state.session!.lesson!.visit.tried.isEmpty)
    let screen = state.lessonScreen
    #expect(screen.contains("h2  your answer") && screen.contains("answer is held") && !screen.contains("✗"))
    state.type(.letters("]"))
    #expect(state.lessonScreen.contains("✓ h1  the answer") && state.session!.lesson!.index == 0)
  }

  /// A network that settles has units too; Enter and the mouse answer, and turn nothing over.
  @Test func aUnitThatSettlesIsPicked() throws {
    var state = try Self.state(.unit, "largest(it.z)", demo: "hopfield-letters")
    let before = state.run!.history.process.settler!.state.units
    let fields = before.indices.map { state.session!.moment.value(of: .field, [$0])! }
    let right = state.session!.lesson!.rightPicks(at: state.session!.moment)
    #expect(right.contains(.unit(layer: 0, unit: fields.indices.max { fields[$0] < fields[$1] }!)))
    let wrong = try #require(before.indices.first { !right.contains(.unit(layer: 0, unit: $0)) })
    state.selection = Selection(layer: 0, unit: wrong)
    state.perform(.enter)
    #expect(state.session!.lesson!.visit.picked == .unit(layer: 0, unit: wrong))
    let region = state.layout.slot(of: .network)!.region
    state.perform(.mouse(MouseEvent(.press, x: region.x + region.width / 2, y: region.y + region.height / 2)))
    #expect(state.run!.history.process.settler!.state.units == before)
  }

  /// The units of a recurrent network, of which the last step's numbers count, by keys at every size.
  @Test(arguments: sizes, ["largest(it.a)", "smallest(it.delta)", "largest(abs(it.z))", "it.unit == 3", "unit(0,5)"])
  func aRecurrentUnitIsPickedByKeys(size: (Int, Int), rule: String) throws {
    var state = try Self.state(.hidden, rule, size, demo: "echo")
    let numbers = RecurrentPropagation(inHandOf: state.run!.history.process.recurrent!).hidden(24)
    let right = state.session!.lesson!.rightPicks(at: state.session!.moment)
    let wanted =
      switch rule {
      case "largest(it.a)": (0..<16).max { numbers.a[$0] < numbers.a[$1] }!
      case "smallest(it.delta)": (0..<16).min { numbers.delta[$0] < numbers.delta[$1] }!
      case "largest(abs(it.z))": (0..<16).max { abs(numbers.z[$0]) < abs(numbers.z[$1]) }!
      default: rule == "unit(0,5)" ? 5 : 3
      }
    #expect(right == [.unit(layer: 0, unit: wanted)], "\(right)")
    #expect(state.focus == .network && state.lessonScreen.contains("to a unit"))
    var wrong = state
    wrong.type([.down] + Array(repeating: .down, count: wanted == 0 ? 1 : 0) + [.enter])
    #expect(wrong.session!.lesson!.awaitsChoice && wrong.lessonScreen.contains("Look at the δ."))
    state.pickByKeys()
    #expect(state.session!.lesson!.visit.isFound && state.lessonScreen.contains("✓ h\(wanted + 1)  right"))
    #expect(state.overlay == nil)
  }

  /// A press on any moment of a unit answers with that unit, and shows the moment.
  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func aPressOnAnUnrolledUnitAnswers(size: (Int, Int)) throws {
    let state = try Self.state(.unit, "largest(it.a)", size, demo: "echo")
    let region = try #require(state.layout.slot(of: .network)).region.inset(by: 1, 1)
    let trainer = try #require(state.run?.history.process.recurrent)
    let layout = state.network.sequence.layout(state.selection, in: trainer)
    #expect(layout.count == RecurrentPropagation(inHandOf: trainer).steps)
    var answers: Set<Pick.Target> = []
    for y in region.y..<region.maxY {
      for x in stride(from: region.x, to: region.maxX, by: 3) {
        let hit = layout.hit(x: x, y: y, in: region)
        var pressed = state
        pressed.perform(.mouse(MouseEvent(.press, x: x, y: y)))
        let picked = pressed.session!.lesson!.visit.picked
        #expect(picked == hit.map { .unit(layer: 0, unit: $0.unit) } && pressed.network.sequence.moment == hit?.step)
        if let picked { answers.insert(picked) }
      }
    }
    #expect(answers.count > 3, "\(answers)")
  }

  /// Where there is nothing to select, the question does not stand in the way.
  @Test func whereNothingIsRightAnyOneWillDo() throws {
    var state = try Self.state(.hidden, "largest(it.delta)", demo: "and")
    state.type(.letters("]"))
    #expect(state.session!.moment.targets(of: .hidden).isEmpty)
    state.perform(.session(.lesson(.forward)))
    state.perform(.session(.lesson(.forward)))
    #expect(state.session!.lesson!.index == 1)
  }

  /// What was picked is there again after the run was saved.
  @Test func aSavedRunKnowsWhatWasPicked() throws {
    var state = try Self.state(.weight, "largest(abs(it.change))", run: .updates(5))
    state.perform(.session(.lesson(.pick(.weight(layer: 0, unit: 1, input: 1)))))
    state.finishRun()
    let json = try JSONEncoder().encode(try #require(state.session!.savedRun))
    let opened = try JSONDecoder().decode(SavedRun.self, from: json).open(path: "saved.json")
    var next = try LearningSession(opened.experiment, dataset: opened.dataset)
    _ = next.begin()
    _ = next.perform(.resumed(opened))
    let (was, now) = (state.session!.lesson!.visit, next.lesson!.visit)
    #expect(now.picked == was.picked && now.rightPicks == was.rightPicks && now.isFound == was.isFound)
    #expect(now.typed == was.typed && next.lesson!.hint == state.session!.lesson!.hint)
  }
}
