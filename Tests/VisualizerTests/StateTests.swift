import Datasets
import Experiments
import NeuralNetwork
import Plots
import Screen
import Testing
import Training

@testable import Session
@testable import Visualizer

/// What a person can rely on while the network learns.
struct StateTests {
  @Test func itOpensRunning() {
    let state = State.spiral()
    #expect(state.isRunning && state.overlay == nil && state.run?.trainer.updates == 0)
  }

  @Test func trainingHappensOnlyWhileItRuns() {
    var state = State.spiral()
    state.perform(.session(.train(updates: 10)))
    #expect(state.run?.trainer.updates == 10)
    state.perform(.session(.toggleRun))
    state.perform(.session(.train(updates: 10)))
    #expect(state.run?.trainer.updates == 10)
  }

  @Test func quittingIsAnEffect() {
    var state = State.spiral()
    guard case .quit? = state.reduce(.quit).first else { return #expect(Bool(false), "no effect") }
  }

  @Test(arguments: [
    Setting.learningRate, .optimizer, .cost, .activation, .batch, .shuffle, .regularization, .noise, .scaling,
  ])
  func aChangeKeepsTheWeights(setting: Setting) {
    var state = State.spiral()
    state.perform(.session(.train(updates: 50)))
    let before = state.run!.trainer.network.parameters
    state.perform(.change(setting, by: 1))
    #expect(state.run!.trainer.network.parameters == before)
    #expect(state.run!.trainer.updates == 50)
    #expect(state.notice?.isWarning == false)
    #expect(state.isRunning)
  }

  @Test(arguments: [Setting.units, .layers, .seed, .initializer])
  func aChangeOfShapeBeginsAnew(setting: Setting) {
    var state = State.spiral()
    state.perform(.session(.train(updates: 50)))
    state.perform(.change(setting, by: 1))
    #expect(state.run!.trainer.updates == 0)
    let sizes = state.run!.trainer.network.layout.sizes
    #expect(Array(sizes[1..<sizes.count - 1]) == state.run!.experiment.network.hidden)
  }

  @Test func restartReturnsToTheSameWeights() {
    var state = State.spiral()
    let first = state.run!.trainer.network.parameters
    state.perform(.session(.train(updates: 30)))
    let learned = state.run!.trainer.network.parameters
    state.perform(.session(.restart(newWeights: false)))
    #expect(state.run!.trainer.network.parameters == first)
    state.perform(.session(.train(updates: 30)))
    #expect(state.run!.trainer.network.parameters == learned)
    state.perform(.session(.restart(newWeights: true)))
    #expect(state.run!.trainer.network.parameters != first)
  }

  @Test(arguments: Granularity.allCases)
  func stepsGoForwardAndBack(granularity: Granularity) {
    var state = State.spiral()
    state.session!.granularity = granularity
    state.perform(.session(.train(updates: granularity == .epoch ? 50 : 3)))
    state.perform(.session(.toggleRun))
    let start = state.run!.trainer
    for _ in 0..<7 { state.perform(.stepForward) }
    for _ in 0..<7 { state.perform(.stepBack) }
    #expect(state.run!.trainer.network == start.network)
    #expect(state.run!.trainer.clock == start.clock)
  }

  /// Whatever a step comes to, the costs shown are those of the network, the data and the cost that there are then.
  @Test(arguments: [Setting.cost, .noise, .activation, .scaling])
  func aStepThatComesToAChangeIsMeasured(setting: Setting) {
    var state = State.spiral()
    state.perform(.session(.train(updates: 5)))
    state.perform(.session(.toggleRun))
    state.perform(.change(setting, by: 1))
    state.perform(.stepForward)
    for _ in 0..<3 { state.perform(.stepBack) }
    state.session!.granularity = .layer
    for _ in 0..<30 {
      state.perform(.stepForward)
      let run = state.run!
      #expect(run.training?.cost == run.trainer.measureTraining()?.cost, "at clock \(run.trainer.clock)")
    }
  }

  @Test func goingBackBringsTheSettingsBack() {
    var state = State.spiral()
    state.perform(.session(.train(updates: 5)))
    let rate = state.run!.experiment.training.learningRate
    state.perform(.change(.learningRate, by: 1))
    state.perform(.stepForward)
    #expect(state.run!.experiment.training.learningRate > rate)
    for _ in 0..<3 { state.perform(.stepBack) }
    #expect(state.run!.experiment.training.learningRate == rate)
  }

  @Test func everyDataSetCanBeVisited() {
    var state = State.spiral()
    for _ in 0..<Generator.offered.count {
      state.perform(.change(.data, by: 1))
      #expect(state.notice?.isWarning == false, "\(state.notice?.text ?? "")")
      let updates = state.run!.trainer.updates
      state.perform(.session(.train(updates: 3)))
      #expect(state.run!.trainer.updates == updates + 3)
    }
    #expect(state.run!.experiment.recipe.source == .generator(.spiral))
  }

  @Test func modesGoRound() {
    var state = State.spiral()
    let batches = (0..<3).map { _ in
      state.perform(.session(.nextBatchMode))
      return state.run!.trainer.settings.batch
    }
    #expect(batches == [.all, .samples(1), .samples(10)])
  }

  @Test func aTypedValueIsTaken() {
    var state = State.spiral()
    state.perform(.focus(.settings))
    state.settings.selected = .learningRate
    state.perform(.enter)
    for letter in "0.25" { state.perform(.type(KeyPress(.character(letter.unicodeScalars.first!)))) }
    state.perform(.type(KeyPress(.enter)))
    #expect(state.run!.trainer.settings.learningRate == 0.25)
  }

  @Test(arguments: ["fast", "-1", "0", "nan", "inf", "1e99"])
  func aTypedMistakeChangesNothingAndIsSaid(text: String) {
    var state = State.spiral()
    let before = state.run!.trainer
    state.overlay = .entry(Entry(.setting(.learningRate), typed: text))
    state.perform(.enter)
    #expect(state.run!.trainer == before)
    #expect(state.notice?.isWarning == true)
  }

  @Test func theGradientCanBeChecked() throws {
    var state = State.spiral()
    state.perform(.session(.train(updates: 20)))
    state.perform(.session(.checkGradient))
    let notice = try #require(state.notice)
    #expect(!notice.isWarning && notice.text.hasPrefix("gradient check of all 105"), "\(notice.text)")
  }

  @Test func divergenceStopsTheRun() {
    var state = State.spiral()
    state.overlay = .entry(Entry(.setting(.learningRate), typed: "1e6"))
    state.perform(.enter)
    state.perform(.change(.activation, by: 1))
    state.perform(.change(.output, by: 3))
    state.perform(.session(.train(updates: 1000)))
    #expect(!state.isRunning && state.run!.trainer.divergence != nil)
    #expect(state.run!.trainer.network.parameters.values.allSatisfy { $0.isFinite })
  }

  /// However seldom costs are measured while it runs, those of a paused run are its own.
  @Test func aPausedRunShowsItsOwnCost() {
    var state = State.spiral()
    var experiment = state.run!.experiment
    experiment.recipe.samples = 40_000
    experiment.speed = .unlimited
    state.perform(.opened(experiment, try! experiment.recipe.load()))
    state.perform(.session(.train(updates: 7)))
    #expect(
      state.run!.training?.cost != state.run!.trainer.measureTraining()?.cost, "so much data are measured now and then")
    state.perform(.session(.toggleRun))
    #expect(state.run!.training?.cost == state.run!.trainer.measureTraining()?.cost)
  }

  /// A network of 70,000 weights on 2000 samples takes long to measure: the curve grows nevertheless before an epoch ends.
  @Test func aLargeNetworkIsMeasuredNowAndThen() {
    var state = State.spiral()
    var experiment = state.run!.experiment
    experiment.network = Experiment.NetworkSettings(hidden: [256, 256])
    experiment.recipe.samples = 2000
    state.perform(.opened(experiment, try! experiment.recipe.load()))
    let first = state.run!.loss.training.buckets.count
    for _ in 0..<30 { state.perform(.session(.train(updates: 1))) }
    #expect(state.run!.trainer.epoch == 0)
    #expect((1...15).contains(state.run!.loss.training.buckets.count - first))
  }

  /// What is said while something takes long ends with it, and nothing else does.
  @Test func whatTakesLongIsSaidAsLongAsItDoes() {
    var state = State.spiral()
    state.perform(.atWork(true))
    #expect(state.notice?.text == "at work: Space ends it")
    state.perform(.atWork(false))
    #expect(state.notice == nil)
    state.perform(.notice("saved"))
    state.perform(.atWork(false))
    #expect(state.notice?.text == "saved")
  }
}

extension State {
  /// The spiral demo, opened at a size.
  static func spiral(width: Int = 120, height: Int = 40, depth: ColorDepth = .palette, glyphs: GlyphSet = .braille)
    -> State
  {
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: depth, glyphs: glyphs), demos: [])
    var experiment = Experiment(name: "spiral", title: "Two spirals", source: .generator(.spiral))
    experiment.network = Experiment.NetworkSettings(hidden: [8, 8])
    state.perform(.opened(experiment, try! experiment.recipe.load()))
    return state
  }

  mutating func perform(_ action: Action) { _ = reduce(action) }
}
