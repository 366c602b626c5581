import Experiments
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// The network of the highlighted demo, small and really training.
struct MiniatureTests {
  private static func gallery(_ size: (Int, Int), at name: String) throws -> State {
    var state = State(
      width: size.0, height: size.1, theme: Theme(name: .dark, depth: .palette, glyphs: .quadrants), demos: Demos.all)
    let index = try #require(Demos.all.firstIndex { $0.name == name })
    state.overlay = .gallery(Gallery(selected: index))
    return state
  }

  private static func miniature(_ name: String) throws -> Miniature {
    let opened = try Experiment.open(source: name)
    return try #require(Miniature(name, opened.experiment, opened.dataset))
  }

  /// What it shows is what the same demo has after as many updates.
  @Test func itsNumbersAreTheEngines() throws {
    var small = try Self.miniature("circle")
    for _ in 0..<20 { small.advance(updates: 4) }
    let opened = try Experiment.open(source: "circle")
    var trainer = opened.experiment.trainer(for: try opened.experiment.learningData(from: opened.dataset))
    for _ in 0..<80 { trainer.step() }
    #expect(small.session.run.trainer.network == trainer.network)
  }

  /// Every demo begins, goes on and rests, and draws at every size.
  @Test(arguments: Demos.all.map(\.name))
  func everyDemoHasOne(name: String) throws {
    var small = try Self.miniature(name)
    #expect(small.session.lesson == nil)
    for _ in 0..<3 { small.advance(updates: 2) }
    for size in [(1, 1), (8, 3), (24, 8), (40, 14)] {
      var frame = Frame(width: size.0, height: size.1)
      small.draw(into: &frame, in: frame.region, theme: Theme(name: .dark, depth: .none, glyphs: .ascii))
      let isEmpty = !frame.text.contains { $0 != " " && $0 != "\n" }
      #expect(isEmpty == (size.0 < 8), "\(size)")
    }
  }

  @Test func itRestsAfterAWhile() throws {
    var small = try Self.miniature("xor4")
    for _ in 0..<2 * Miniature.longest { small.advance(updates: 1) }
    let updates = small.session.run.history.process.updates
    #expect(small.isResting && updates <= Miniature.longest && updates > 0)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func itStandsInTheCornerAndMoves(size: (Int, Int)) throws {
    var state = try Self.gallery(size, at: "circle")
    let before = state.lessonScreen
    #expect(!state.isAnimating)
    state.perform(.miniature(.show(try Self.miniature("circle"))))
    #expect(state.isAnimating && state.lessonScreen != before && state.lessonScreen.contains("epoch 0"))
    for _ in 0..<60 { state.perform(.miniature(.advance(updates: 4))) }
    #expect(!state.lessonScreen.contains("epoch 0 ") && state.lessonScreen.contains("cost"))
    for _ in 0..<Miniature.longest { state.perform(.miniature(.advance(updates: 1))) }
    #expect(!state.isAnimating, "it comes to rest")
  }

  /// It belongs to the demo that the cursor is on, and to no other.
  @Test func itStopsWhereTheCursorMovesOn() throws {
    var state = try Self.gallery((120, 40), at: "circle")
    state.perform(.miniature(.show(try Self.miniature("spiral"))))
    #expect(!state.isAnimating, "another demo's")
    state.perform(.miniature(.show(try Self.miniature("circle"))))
    state.perform(.move(.down))
    #expect(!state.isAnimating && !state.lessonScreen.contains("epoch 0"))
    state.perform(.move(.up))
    #expect(state.isAnimating)
  }

  @Test func withoutMotionItStandsStill() throws {
    var state = try Self.gallery((120, 40), at: "circle")
    state.perform(.network(.toggleMotion))
    state.perform(.miniature(.show(try Self.miniature("circle"))))
    let before = state.lessonScreen
    for _ in 0..<9 { state.perform(.miniature(.advance(updates: 4))) }
    #expect(!state.isAnimating && state.lessonScreen == before && before.contains("epoch 0"))
  }

  /// Where there is no room the list has it.
  @Test(arguments: [(60, 20), (40, 16), (80, 16)])
  func whereThereIsNoRoomThereIsNone(size: (Int, Int)) throws {
    var state = try Self.gallery(size, at: "circle")
    let before = state.lessonScreen
    state.perform(.miniature(.show(try Self.miniature("circle"))))
    #expect(state.lessonScreen == before)
  }
}
