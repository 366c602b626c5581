import Experiments
import LinearAlgebra
import Plots
import Screen
import Session
import Testing

@testable import Visualizer

/// Screens of networks that hear themselves.
@Suite struct FeedbackScreenTests {
  private func state(_ demo: String, _ sets: [String], _ width: Int, _ height: Int) throws -> State {
    let opened = try Experiment.open(source: demo, sets: sets)
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: .full, glyphs: .quadrants), demos: [])
    _ = state.reduce(.opened(opened.experiment, opened.dataset))
    return state
  }

  private static let demos: [(String, [String])] = [
    ("hopfield-letters", []), ("hopfield-capacity", ["settling.side=5"]), ("rooks", ["settling.board=4"]),
    ("queens", []),
    ("map-colouring", []), ("echo", ["sequences.count=20", "sequences.test=10"]),
    ("reber", ["sequences.count=20", "sequences.test=10"]), ("sine-wave", ["sequences.count=10", "sequences.test=5"]),
  ]

  /// Whatever is pressed, clicked or chosen by name, in whatever order: it is drawn, at any size.
  @Test(arguments: demos)
  func nothingBreaksIt(demo: (String, [String])) throws {
    let seed: UInt64 = 1
    var state = try state(demo.0, demo.1, 120, 40)
    var stream = RandomStream(seed: seed, purpose: .search)
    let commands = Command.all.map(\.action) + KeyMap.standard.bindings.map(\.action)
    for _ in 0..<60 {
      switch stream.integer(below: 10) {
      case 0: _ = state.reduce(.session(.train(updates: 9)))
      case 1:
        let event = MouseEvent(
          [.press, .drag, .release, .wheelUp][stream.integer(below: 4)], x: stream.integer(below: 120),
          y: stream.integer(below: 40))
        _ = state.reduce(.mouse(event))
      default:
        let action = commands[stream.integer(below: commands.count)]
        if case .quit = action { continue }
        _ = state.reduce(action)
      }
      let sizes = [(1, 1), (40, 12), (80, 24), (120, 40), (200, 60)]
      let size = sizes[stream.integer(below: sizes.count)]
      var frame = Frame(width: size.0, height: size.1)
      _ = state.reduce(.resize(width: size.0, height: size.1))
      state.draw(into: &frame)
    }
    #expect(state.session != nil, "seed \(seed)")
  }

  /// Ink and paper are told apart at every depth of colour, without colours by the glyph alone; a board shows its pieces.
  @Test(arguments: ColorDepth.allCases) func theStateIsReadAtEveryDepth(depth: ColorDepth) throws {
    let opened = try Experiment.open(source: "hopfield-letters", sets: ["settling.begin=pattern"])
    var state = State(
      width: 80, height: 24, theme: Theme(name: .dark, depth: depth, glyphs: .quadrants), demos: [])
    _ = state.reduce(.opened(opened.experiment, opened.dataset))
    var frame = Frame(width: 80, height: 24)
    state.draw(into: &frame)
    let inside = try #require(state.layout.slot(of: .network)).region.inset(by: 1, 1)
    let panels = try #require(SettlingPanels(state))
    var looks: [Int8: Set<Cell>] = [:]
    for y in inside.y..<inside.maxY {
      for x in inside.x..<inside.maxX {
        guard let unit = panels.stateView.unit(atX: x, y: y, in: inside) else { continue }
        looks[panels.settler.state.units[unit], default: []].insert(frame[x, y])
      }
    }
    let (ink, paper) = (try #require(looks[1]), try #require(looks[-1]))
    #expect(ink.count == 1 && paper.count == 1 && ink.isDisjoint(with: paper))
    if depth == .none { #expect(ink.first?.scalar == "█" && paper.first?.scalar == " ") }
  }

  @Test func aPressTurnsAUnitOverAndDraggingDraws() throws {
    var state = try state("hopfield-letters", [], 120, 40)
    let slot = try #require(state.layout.slot(of: .network))
    let inside = slot.region.inset(by: 1, 1)
    let view = try #require(SettlingPanels(state)?.stateView)
    let cells = (inside.y..<inside.maxY).flatMap { y in (inside.x..<inside.maxX).map { (x: $0, y: y) } }
    func cell(_ unit: Int) throws -> (x: Int, y: Int) {
      try #require(cells.first { view.unit(atX: $0.x, y: $0.y, in: inside) == unit })
    }
    let before = try #require(SettlingPanels(state)?.settler.state.units)
    let (first, second) = (try cell(24), try cell(25))
    _ = state.reduce(.mouse(MouseEvent(.press, x: first.x, y: first.y)))
    _ = state.reduce(.mouse(MouseEvent(.drag, x: second.x, y: second.y)))
    let after = try #require(SettlingPanels(state)?.settler.state.units)
    #expect(after[24] == -before[24] && after[25] == after[24] && after.indices.count { after[$0] != before[$0] } <= 2)
  }

  @Test func keysDoWhatTheSettlingNetworkHasForThem() throws {
    var state = try state("hopfield-letters", [], 120, 40)
    let rule = Setting.rule.value(in: state.run!.experiment)
    _ = state.reduce(.change(.optimizer, by: 1))
    #expect(Setting.rule.value(in: state.run!.experiment) != rule)
    _ = state.reduce(.change(.learningRate, by: 1))
    #expect(SettlingPanels(state)?.settler.temperature == 0.05)
    _ = state.reduce(.session(.nextBatchMode))
    #expect(SettlingPanels(state)?.settler.settings.order == .cyclic)
    _ = state.reduce(.session(.settling(.store)))
    #expect(SettlingPanels(state)?.settler.memory.patterns.map(\.name) == ["A", "C", "X", "new 1"])
    _ = state.reduce(.change(.activation, by: 1))
    #expect(state.notice?.isWarning == true)
  }
}
