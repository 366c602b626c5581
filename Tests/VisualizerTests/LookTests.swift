import Datasets
import Experiments
import LinearAlgebra
import NeuralNetwork
import Plots
import ScratchFolder
import Screen
import Testing
import Training

@testable import Session
@testable import Visualizer

/// Paused, the screen shows the present network on the sample in hand: nothing old, and nothing that is not known.
struct LookTests {
  private func text(_ state: State) -> String {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame.text
  }

  /// The spiral after some steps, standing between two of them, with the arithmetic of a hidden unit in sight.
  private func paused() -> State {
    var state = State.spiral(width: 200, height: 60)
    for _ in 0..<5 { state.perform(.stepForward) }
    state.selection = Selection(layer: 1, unit: 2)
    return state
  }

  private func shown(_ state: State) -> ShownStep {
    ShownStep(of: state.run!, place: state.selection!, sample: 0, isCovered: false)
  }

  static let changes: [Action] = [
    .change(.activation, by: 1), .change(.cost, by: 1), .change(.scaling, by: 1), .change(.noise, by: 1),
    .session(.setParameter(index: 3, to: 1.5)), .session(.restart(newWeights: true)),
    .session(.restart(newWeights: false)),
  ]

  /// At the smallest usual size: every output of the digits, and the whole matrix of their classes.
  /// A table's columns each have their own scale, however unlike: their map is no strip.
  @Test(arguments: [1.0, 1000, 0.001]) func columnsOfOtherRangesFillTheMap(range: Double) throws {
    let scratch = try Scratch()
    let rows = (0..<40).map { "\(Double($0 * 7 % 40) / 40),\(range * Double($0 * 11 % 40) / 40),\(["p", "q"][$0 % 2])" }
    let path = try scratch.file("rows.csv", (["a,b,y"] + rows).joined(separator: "\n") + "\n")
    let state = try State.opened(path)
    let region = Region(x: 0, y: 0, width: 60, height: 20)
    var frame = Frame(width: 60, height: 20)
    state.mapView(state.session!).draw(into: &frame, in: region)
    let marks = frame.cells.indices.filter { "●○■□".unicodeScalars.contains(frame.cells[$0].scalar) }
    #expect(Set(marks.map { $0 / 60 }).count > 12 && Set(marks.map { $0 % 60 }).count > 20)
  }

  /// A class has one colour, whatever the map is below its points.
  @Test(arguments: ["circle", "three-arms", "xor"]) func aClassHasOneColour(demo: String) throws {
    var state = try State.opened(demo)
    state.theme = Theme(name: .dark, depth: .full, glyphs: .quadrants)
    var experiment = state.run!.experiment
    experiment.recipe.samples = 50
    state.perform(.opened(experiment, try experiment.recipe.load()))
    for _ in 0..<30 { state.perform(.session(.train(updates: 10))) }
    let region = Region(x: 0, y: 0, width: 70, height: 30)
    var frame = Frame(width: 70, height: 30)
    state.mapView(state.session!).draw(into: &frame, in: region)
    var colors: [Unicode.Scalar: Set<Color>] = [:]
    for cell in frame.cells where "●○■□".unicodeScalars.contains(cell.scalar) {
      colors[cell.scalar, default: []].insert(cell.style.foreground)
    }
    #expect(!colors.isEmpty)
    for (glyph, found) in colors { #expect(found.count == 1, "\(glyph): \(found)") }
  }

  @Test func theDigitsAreWholeAtTheSmallestSize() throws {
    var state = try State.opened("digits", width: 80, height: 24)
    for _ in 0..<30 { state.perform(.session(.train(updates: 1))) }
    state.perform(.session(.toggleRun))
    let rows = state.picture.text.split(separator: "\n").map(String.init)
    let confusion = try #require(state.run!.test?.confusion)
    for (digit, counts) in confusion.enumerated() {
      let cells = counts.map { $0 == 0 ? "·" : String($0) }.joined(separator: " ")
      let isThere = rows.contains { row in
        let right = row.split(whereSeparator: { "│┃╭╮".contains($0) }).last ?? ""
        return right.split(separator: " ").joined(separator: " ") == "\(digit) \(cells)"
      }
      #expect(isThere, "row \(digit): \(cells)")
      let isShown = rows.contains { $0.contains(" \(digit) ┃") || $0.contains(" \(digit) │") }
      #expect(isShown, "output \(digit) in \(rows)")
    }
  }

  /// A twin's map stands beside the run's own, and shows what the twin answers.
  @Test func theTwinsMapStandsBeside() throws {
    var state = try State.opened("circle", width: 200, height: 60)
    state.perform(.session(.toggleTwin))
    state.perform(.change(.learningRate, by: 3))
    for _ in 0..<40 { state.perform(.session(.train(updates: 10))) }
    state.perform(.session(.toggleRun))
    let twin = try #require(state.run!.twin)
    #expect(twin.process.trainer.network != state.run!.trainer.network)
    state.perform(.focus(.map))
    #expect(state.picture.text.contains("this run") && state.picture.text.contains("twin: \(twin.difference)"))
    let whole = state.picture
    state.perform(.session(.toggleTwin))
    #expect(!state.picture.text.contains("this run") && state.picture != whole)
  }

  @Test(arguments: changes)
  func aChangeShowsAtOnce(action: Action) {
    var state = paused()
    state.perform(action)
    let (shown, run) = (shown(state), state.run!)
    #expect(shown.step.before.network == run.trainer.network)
    #expect(shown.isForwardKnown)
    #expect(shown.progress.knowledgeOfDelta(layer: 1, unit: 2, depth: 3) == .unknown)
    #expect(shown.progress.knowledge(of: .update, unit: 0) == .unknown)
    let row = shown.step.before.batchRows.first!
    let inputs = run.trainer.data.training.inputs
    let output = run.trainer.network.outputs(
      for: Matrix(rows: 1, columns: inputs.columns, elements: Array(inputs.row(row))))
    let signals = Signals.shown(by: run, sample: 0, isCovered: false)
    #expect(signals.value(layer: 2, unit: 0) == Double(output[0, 0]))
    #expect(signals.changes == nil && signals.blame(run.trainer.network.parameters) == nil)
  }

  @Test func anySampleIsLookedAt() throws {
    var state = paused()
    let trainer = state.run!.trainer
    for (choice, row) in [(SampleChoice.row(7), 7), (.next, 8), (.previous, 7), (.previous, 6)] {
      state.perform(.session(.look(choice)))
      #expect(state.run!.lookedAt == row)
      #expect(text(state).contains("row \(row):"))
    }
    #expect(state.run!.trainer == trainer, "looking changes nothing")
    state.perform(.session(.look(.worst)))
    let worst = try #require(state.run!.lookedAt)
    let costs = (0..<trainer.data.training.count).map { row -> Float in
      StepInHand(lookingAt: row, of: trainer).before.propagation.costs[0]
    }
    #expect(costs[worst] == costs.max())
    state.perform(.session(.look(.ofClass(1))))
    #expect(trainer.data.training.classes![state.run!.lookedAt!] == 1)
    let looked = shown(state)
    #expect(looked.progress.knowledge(of: .backward(layer: 0), unit: 0) == .known)
    #expect(looked.progress.knowledge(of: .update, unit: 0) == .unknown)
    state.perform(.escape)
    #expect(state.run!.lookedAt == nil)
    state.perform(.session(.look(.row(3))))
    state.perform(.stepForward)
    #expect(state.run!.lookedAt == nil, "a step has samples of its own")
  }

  /// δ of a layer is the business of that layer's own moment; the output's is known with the error.
  @Test func errorsComeBackLayerByLayer() {
    var state = paused()
    state.session!.granularity = .layer
    while state.run!.trainer.performed != .error { state.perform(.stepForward) }
    for layer in (0...2).reversed() {
      state.perform(.stepForward)
      #expect(state.run!.trainer.performed == .backward(layer: layer))
      let signals = Signals.shown(by: state.run!, sample: 0, isCovered: false)
      for other in 0...2 { #expect(signals.showsDelta(layer: other) == (other >= layer)) }
      let weights = state.run!.trainer.network.parameters
      let blame = signals.blame(weights)!
      let delta = signals.value(layer: 2, unit: 0)!
      #expect(blame[weight: 2, 0, 1] == weights[weight: 2, 0, 1] * Float(delta))
      if layer > 0 { #expect(blame[weight: 0, 0, 1] == weights[weight: 0, 0, 1]) }
      #expect(text(state).contains("w·δ, the blame"))
    }
  }

  @Test func weightsAreCalledByTheUnitsTheyJoin() {
    let run = State.spiral().run!
    #expect(run.label(of: .weight(layer: 0, unit: 2, input: 1)) == "x2 → h1.3")
    #expect(run.label(of: .weight(layer: 2, unit: 0, input: 7)) == "h2.8 → y")
    #expect(run.label(of: .bias(layer: 1, unit: 0)) == "bias of h2.1")
  }

  @Test func unitsKeepTheirMapsWhilePaused() {
    var state = paused()
    #expect(state.network.showsMaps && !text(state).isEmpty)
    state.perform(.network(.toggleMaps))
    #expect(!state.network.showsMaps)
    #expect(text(state).contains("3 map of h2.3"))
  }

  @Test func fourActivationsStandBesideEachOther() {
    var state = paused()
    state.perform(.arithmetic(.toggleActivations))
    let z = shown(state).unit.z
    for activation in ActivationComparison.compared { #expect(text(state).contains(activation.rawValue)) }
    let format = NumberFormat(width: 7, significantDigits: 3, trimsZeros: true)
    #expect(text(state).contains("f(\(format.string(Double(z))))"))
    for size in [(1, 1), (12, 4), (30, 7), (80, 24)] {
      var frame = Frame(width: size.0, height: size.1)
      ActivationComparison(z: z, own: .tanh).draw(into: &frame, in: frame.region, theme: state.theme)
    }
  }

  @Test(arguments: [80, 120, 200])
  func adviceAfterADivergenceIsNeverCut(width: Int) {
    var state = State.spiral(width: width, height: 24)
    state.perform(.session(.set(.learningRate, to: "1000000")))
    state.perform(.session(.set(.activation, to: "linear")))
    state.perform(.session(.set(.output, to: "linear")))
    state.perform(.session(.train(updates: 1000)))
    #expect(state.run!.trainer.divergence != nil)
    #expect(text(state).contains("b back · , lower η · r again"))
  }

  @Test func aWalkInFogSaysWhatIsSo() throws {
    var state = try State.lesson("fog", (120, 40))
    state.computeSurface()
    #expect(!text(state).contains("the end") && text(state).contains("the last step"))
    #expect(state.session!.scene.fog != nil)
    state.perform(.session(.surface(.enter)))
    #expect(text(state).contains("1 slope measured") && text(state).contains("slope "))
    for _ in 0..<300 where state.session!.scene.fog?.isLifted == false { state.perform(.stepForward) }
    #expect(text(state).contains("lowest"))
    let steps = state.session!.scene.fog!.steps
    #expect(steps > 0)
    state.perform(.session(.restart(newWeights: false)))
    #expect(state.session!.scene.fog?.steps == 0 && state.session!.scene.fog?.isLifted == false)
  }

  @Test func branchesAreListedWithWhatTheyCameTo() {
    var state = State.spiral(width: 200, height: 60)
    state.perform(.session(.train(updates: 60)))
    state.perform(.session(.restart(newWeights: true)))
    state.perform(.session(.train(updates: 40)))
    state.perform(.session(.toggleRun))
    state.perform(.session(.timeline(.toggle)))
    let run = state.run!
    #expect(run.tips[0]?.updates == 60 && run.tips[0]?.seed == 1 && run.tips[1]?.seed == 2)
    #expect(run.tips[1]?.training == run.trainer.measureTraining())
    let text = text(state)
    #expect(text.contains("seed 1 · 60 updates · train ") && text.contains("seed 2 · 40 updates · train "))
    #expect(text.contains("% right"))
  }

  /// The downhill arrow is as long as the slope is steep, on one scale for one surface.
  @Test func theArrowIsTheGradients() throws {
    var state = State.surface("ravine")
    state.computeSurface()
    let result = try #require(state.session!.scene.result)
    let picture = SurfacePicture(result: result, view: state.surfaceView(state.session!))
    let scale = picture.arrowScales.downhill
    #expect(scale > 0)
    for _ in 0..<3 { state.perform(.stepForward) }
    let later = SurfacePicture(result: state.session!.scene.result!, view: state.surfaceView(state.session!))
    #expect(later.arrowScales.downhill == scale)
    #expect(text(state).contains("downhill"))
  }
}

/// Inputs are switched on and off while it runs, formulas of points and columns of tables alike.
struct InputSwitchTests {
  @Test func everyOfferedInputIsSwitched() {
    var state = State.spiral()
    let offered = state.run!.offeredInputs
    #expect(offered == InputFeature.plane)
    for (row, feature) in offered.enumerated().reversed() where row > 0 {
      state.perform(.inputs)
      for _ in 0..<row { state.perform(.move(.down)) }
      let before = state.run!.chosenInputs.contains(feature)
      state.perform(.enter)
      #expect(state.run!.chosenInputs.contains(feature) != before, "\(feature.name)")
      #expect(state.run!.trainer.network.layout.inputs == state.run!.chosenInputs.count)
      state.perform(.session(.train(updates: 3)))
      state.perform(.escape)
    }
    for feature in state.run!.chosenInputs.dropLast() { state.perform(.session(.toggleInput(feature))) }
    let last = state.run!.chosenInputs
    #expect(last.count == 1)
    state.perform(.session(.toggleInput(last[0])))
    #expect(state.run!.chosenInputs == last && state.notice?.isWarning == true)
  }

  @Test func aTablesColumnsAreSwitched() throws {
    let opened = try Experiment.open(source: "iris")
    var session = try LearningSession(opened.experiment, dataset: opened.dataset)
    let columns = session.run.offeredInputs
    #expect(columns.count == 4 && session.run.chosenInputs == columns)
    for effect in session.perform(.toggleInput(columns[1])) {
      if case .read(let recipe) = effect { _ = session.perform(.rows(try recipe.load())) }
    }
    #expect(session.run.chosenInputs == [columns[0], columns[2], columns[3]])
    #expect(session.run.trainer.network.layout.inputs == 3)
  }
}
