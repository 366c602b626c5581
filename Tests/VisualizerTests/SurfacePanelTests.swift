import ErrorSurfaces
import Experiments
import NeuralNetwork
import Plots
import Screen
import Testing
import Training

@testable import Session
@testable import Visualizer

/// The error surface on the screen: always a true one, whatever is changed meanwhile.
struct SurfacePanelTests {
  @Test func whatIsWantedIsComputedOnce() throws {
    var state = State.surface("random")
    #expect(state.wantedSurface != nil)
    state.computeSurface()
    #expect(state.wantedSurface == nil)
    state.perform(.session(.train(updates: 3)))
    #expect(state.wantedSurface != nil)
    #expect(state.session!.scene.result != nil, "the last picture stays until the next is there")
  }

  @Test func whileItRunsALargeNetworkGetsFewerPoints() throws {
    var state = State.surface("random", units: 64, samples: 4000)
    let live = try #require(state.wantedSurface)
    state.perform(.session(.toggleRun))
    let still = try #require(state.wantedSurface)
    #expect(live.width * live.height < still.width * still.height)
    #expect(live.width * live.height > 150)
  }

  @Test func theLiveGridFollowsThePace() throws {
    var state = State.surface("random")
    func points(at pace: Double) throws -> Int {
      state.perform(.session(.surface(.pace(pointsPerSecond: pace))))
      let request = try #require(state.wantedSurface)
      return request.width * request.height
    }
    #expect(try 350...400 ~= points(at: 8000))
    #expect(try 350...400 ~= points(at: 9000), "a small change is no reason for another grid")
    #expect(try points(at: 1e9) > 1000)
    #expect(try points(at: 1) > 150)
    #expect(try points(at: .infinity) > 1000)
  }

  @Test func aHiddenPanelWantsNothing() {
    var state = State.surface("random")
    state.perform(.focus(.map))
    state.perform(.zoom)
    #expect(state.wantedSurface == nil)
  }

  @Test(arguments: ["random", "layers.0.weight[1][0],layers.2.bias[0]", "path", "curvature", "barrier"])
  func theBallsCostIsTheRuns(axes: String) throws {
    var state = State.surface(axes)
    state.perform(.session(.train(updates: 40)))
    state.computeSurface()
    let ball = try #require(state.session!.scene.result?.ball)
    let reported = state.run!.trainer.measureTraining()!.cost
    #expect(abs(ball.cost - reported) <= 1e-12 * reported)
    #expect(abs(ball.surfaceCost - ball.cost) < 1e-4 * ball.cost)
    #expect(state.screen.contains("cost \(NumberFormat.reading.string(ball.cost))"))
  }

  @Test func anOldGenerationIsNeverShown() throws {
    var state = State.surface("random")
    for action in [Action.changeAxes(by: 1), .change(.data, by: 1), .change(.cost, by: 1), .change(.activation, by: 1)]
    {
      let old = SurfaceOutcome(computing: try #require(state.wantedSurface))
      state.perform(action)
      state.perform(.session(.surface(.computed(old))))
      #expect(state.session!.scene.outcome == nil, "after \(action)")
      _ = state.screen
    }
  }

  @Test func weightsThatMovedMakeNoOldGeneration() throws {
    var state = State.surface("random")
    let request = try #require(state.wantedSurface)
    state.perform(.session(.train(updates: 5)))
    state.perform(.session(.surface(.computed(SurfaceOutcome(computing: request)))))
    #expect(state.session!.scene.result?.request == request)
  }

  @Test func enterPutsTheWeightsAtTheCursor() throws {
    var state = State.surface("random")
    state.computeSurface()
    state.perform(.move(.right))
    state.perform(.move(.up))
    let cursor = try #require(state.session!.scene.cursor)
    let point = try #require(state.session!.scene.result).plane.point(a: cursor.a, b: cursor.b)
    state.perform(.enter)
    #expect(state.run!.trainer.network.parameters == point)
    #expect(state.session!.scene.cursor == nil)
  }

  @Test func zoomAndHome() throws {
    var state = State.surface("random")
    state.computeSurface()
    state.perform(.move(.pageUp))
    state.computeSurface()
    let near = try #require(state.session!.scene.result).grid.window
    #expect(near.a.upperBound - near.a.lowerBound < 1.5)
    state.perform(.move(.home))
    state.computeSurface()
    #expect(state.session!.scene.result?.grid.window == SurfaceWindow(range: 1))
  }

  @Test func theWindowFollowsTheBall() throws {
    var state = State.surface("layers.0.weight[0][0],layers.0.bias[0]")
    state.computeSurface()
    state.session!.run.make(.parameter(index: 0, value: 40))
    state.perform(.pace(updatesPerSecond: 1))
    state.computeSurface()
    state.computeSurface()
    let result = try #require(state.session!.scene.result)
    #expect(result.grid.window.contains(a: result.ball.foot.a, b: result.ball.foot.b))
  }

  @Test func steppingOnATestFunctionLeavesTheNetworkAlone() throws {
    var state = State.surface("ravine")
    state.computeSurface()
    let weights = state.run!.trainer.network.parameters
    state.perform(.session(.train(updates: 7)))
    #expect(state.session!.scene.race?.steps == 7 && state.run!.trainer.network.parameters == weights)
    let seventh = state.session!.scene.race!.racers[0].position
    state.perform(.stepForward)
    state.perform(.stepBack)
    #expect(state.session!.scene.race!.racers[0].position == seventh)
    state.perform(.change(.optimizer, by: 1))
    #expect(state.session!.scene.race!.racers[0].entrant.optimizer == state.run!.trainer.settings.optimizer)
    #expect(state.session!.scene.race!.racers[0].position == seventh)
  }

  @Test(arguments: ["path", "random", "rosenbrock"]) func aRaceShowsItsStandings(axes: String) throws {
    var state = State.surface(axes)
    state.computeSurface()
    state.perform(.session(.surface(.toggleRace)))
    state.perform(.session(.train(updates: 12)))
    state.computeSurface()
    let race = try #require(state.session!.scene.race)
    #expect(race.racers.count == 6 && race.steps == 12)
    let screen = state.screen
    for racer in race.racers { #expect(screen.contains(racer.entrant.optimizer.rawValue)) }
    #expect(screen.contains("12 steps"))
    #expect(state.session!.scene.axes.description == (axes == "random" ? "path" : axes))
    state.perform(.session(.surface(.toggleRace)))
    #expect(!state.session!.scene.isRacing)
    #expect(state.session!.scene.axes.description == axes, "the plane of before is back")
  }

  /// Where the network stands idle, the title and the settings speak of who is on the surface.
  @Test func theTitleIsTheWalkers() throws {
    var state = State.surface("ravine")
    state.computeSurface()
    state.perform(.session(.train(updates: 7)))
    let title = state.screen.prefix { $0 != "\n" }
    #expect(title.contains("7 steps") && title.contains("cost") && !title.contains("epoch"))
    #expect(!state.screen.contains("mini-batch"))
    state.perform(.session(.surface(.toggleRace)))
    state.perform(.session(.train(updates: 1)))
    #expect(state.screen.prefix { $0 != "\n" }.contains("leads"))
  }

  @Test func fogIsSteeredAndLifted() throws {
    var state = State.surface("bowl")
    state.perform(.session(.surface(.toggleFog)))
    #expect(state.session!.scene.fog == nil && state.notice?.isWarning == true)
    state.computeSurface()
    state.perform(.session(.surface(.toggleFog)))
    state.perform(.move(.right))
    state.perform(.enter)
    state.perform(.stepForward)
    let fog = try #require(state.session!.scene.fog)
    #expect(fog.steps == 2 && fog.measurements == 2 - 1 && !fog.isLifted)
    #expect(state.wantedSurface == nil)
    let dots = state.screen.filter { $0 == "·" }.count
    #expect(dots > 500, "most ground is dark")
    state.perform(.session(.surface(.toggleFog)))
    #expect(state.session!.scene.fog?.end == .gaveUp)
    #expect(state.screen.filter { $0 == "·" }.count < 50)
    state.perform(.session(.surface(.toggleFog)))
    #expect(state.session!.scene.fog == nil)
  }

  @Test func aRunFromOtherWeightsMarksTheEndOfTheLast() throws {
    var state = State.surface("barrier")
    state.perform(.session(.train(updates: 30)))
    let end = state.run!.trainer.network.parameters
    state.perform(.session(.restart(newWeights: true)))
    #expect(state.session!.scene.mark == end)
    state.perform(.session(.train(updates: 5)))
    state.computeSurface()
    #expect(state.session!.scene.result?.plane.origin == end)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func aBarrierHasItsEndsAndItsLine(width: Int, height: Int) throws {
    var state = State.surface("barrier", width: width, height: height)
    state.zoomed = .surface
    state.perform(.session(.train(updates: 30)))
    state.perform(.session(.restart(newWeights: true)))
    state.perform(.session(.train(updates: 30)))
    state.computeSurface()
    let profile = try #require(state.session!.scene.result?.profile)
    let words = NumberFormat.reading.string(try #require(profile.barrier))
    for part in ["A to B", "barrier \(words)", "A \(NumberFormat.reading.string(profile.costs[0]))"] {
      #expect(state.screen.contains(part), "\(part)")
    }
    for (letter, line) in [("A", 2), ("B", 2)] {
      // On the map and on the line.
      #expect(state.screen.unicodeScalars.count { String($0) == letter } >= 2 + line, "\(letter)")
    }
  }

  @Test(arguments: [
    ("saddle", "× saddle", 2), ("himmelblau", "× saddle", 5), ("himmelblau", "○ minimum", 5), ("bowl", "○ minimum", 2),
  ])
  func landmarksAreMarkedAndNamed(axes: String, words: String, marks: Int) {
    var state = State.surface(axes)
    state.zoomed = .surface
    state.computeSurface()
    #expect(state.screen.contains(words))
    #expect(state.screen.unicodeScalars.count { $0 == words.unicodeScalars.first } >= marks)
    if axes == "bowl" { #expect(!state.screen.contains("saddle")) }
  }

  @Test func aDivergedNetworkIsDrawn() throws {
    var state = State.surface("random")
    var wild = state.run!.trainer.network.parameters
    for i in wild.values.indices { wild.values[i] = i.isMultiple(of: 2) ? 1e30 : -1e30 }
    state.session!.run.make(.activations([.linear, .linear, .linear]))
    state.session!.run.make(.parameters(wild))
    state.perform(.pace(updatesPerSecond: 1))
    state.computeSurface()
    #expect(state.session!.scene.result?.grid.range == nil)
    #expect(state.screen.contains("no finite cost in this window"))
  }

  @Test(arguments: [(1, 1), (40, 12), (80, 24), (120, 40), (200, 60)]) func itIsDrawnAtAnySize(width: Int, height: Int)
  {
    for depth in [ColorDepth.palette, .sixteen, .none] {
      for glyphs in GlyphSet.allCases {
        var state = State.surface("ravine", width: width, height: height, depth: depth, glyphs: glyphs)
        state.computeSurface()
        state.perform(.session(.train(updates: 5)))
        var frame = Frame(width: width, height: height)
        state.draw(into: &frame)
        if glyphs == .ascii { #expect(frame.cells.allSatisfy { $0.scalar.isASCII }) }
        state.perform(.zoom)
        state.draw(into: &frame)
      }
    }
  }

  @Test func thePanelAtNoSizeAtAll() {
    var state = State.surface("random")
    state.computeSurface()
    for (width, height) in [(0, 0), (1, 1), (3, 2), (34, 12), (7, 40)] {
      var frame = Frame(width: width, height: height)
      state.surfaceView(state.session!).draw(into: &frame, in: frame.region)
    }
  }
}

extension State {
  /// The spiral with the surface's panel in focus, over some axes.
  static func surface(
    _ axes: String, width: Int = 120, height: Int = 40, depth: ColorDepth = .palette, glyphs: GlyphSet = .quadrants,
    units: Int = 4, samples: Int = 40
  ) -> State {
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: depth, glyphs: glyphs), demos: [])
    var experiment = Experiment(name: "spiral", title: "Two spirals", source: .generator(.spiral))
    experiment.network = Experiment.NetworkSettings(hidden: [units, 3])
    experiment.recipe.samples = samples
    experiment.surfaceAxes = try! SurfaceAxes(axes)
    experiment.view = "surface"
    state.perform(.opened(experiment, try! experiment.recipe.load()))
    return state
  }

  /// Computes what is wanted, as the loop has it done.
  mutating func computeSurface() {
    guard let request = wantedSurface else { return }
    perform(.session(.surface(.computed(SurfaceOutcome(computing: request, threads: 2)))))
  }

  /// The screen as text.
  var screen: String {
    var frame = Frame(width: width, height: height)
    draw(into: &frame)
    return String(String.UnicodeScalarView(frame.cells.map(\.scalar)))
  }
}
