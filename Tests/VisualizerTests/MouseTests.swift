import Experiments
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// Everything that looks as if it could be clicked can be.
struct MouseTests {
  private func press(_ state: inout State, _ x: Int, _ y: Int) -> [Effect] {
    state.reduce(.mouse(MouseEvent(.press, x: x, y: y)))
  }

  /// The cell at which a text stands on the screen.
  private func place(of text: String, on state: State) throws -> (x: Int, y: Int) {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    let rows = frame.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.contains(text) }, "\(text) is not on the screen")
    return (rows[row].distance(from: rows[row].startIndex, to: rows[row].firstRange(of: text)!.lowerBound), row)
  }

  @Test(arguments: [(60, 20), (80, 24), (120, 40), (200, 60)])
  func aPressOnALineOfTheGalleryOpensThatDemo(size: (Int, Int)) throws {
    var state = State(
      width: size.0, height: size.1, theme: Theme(name: .dark, depth: .palette, glyphs: .braille), demos: Demos.all)
    for demo in Demos.all.prefix(5) {
      let place = try place(of: demo.title, on: state)
      let effects = press(&state, place.x, place.y)
      guard case .open(let source)? = effects.first else {
        Issue.record("\(demo.name): a press opens nothing")
        continue
      }
      #expect(source == demo.name)
    }
    #expect(press(&state, 0, 0).isEmpty)
  }

  @Test(arguments: [(60, 20), (80, 24), (120, 40), (200, 60)])
  func aPressOnALineOfThePaletteDoesWhatItSays(size: (Int, Int)) throws {
    for row in 0..<3 {
      var state = State.spiral(width: size.0, height: size.1)
      state.perform(.palette)
      "optimizer".unicodeScalars.forEach { state.perform(.type(KeyPress(.character($0)))) }
      guard case .palette(let palette)? = state.overlay else { return #expect(Bool(false), "no palette") }
      let command = palette.found(in: state)[row]
      var typed = state
      for _ in 0..<row { typed.perform(.move(.down)) }
      typed.perform(.enter)
      let place = try place(of: command.name, on: state)
      _ = press(&state, place.x + 1, place.y)
      #expect(state.overlay == typed.overlay && state.run?.experiment == typed.run?.experiment, "\(command.name)")
    }
  }

  @Test func aPressBesideTheLinesOfThePaletteDoesNothing() {
    var state = State.spiral()
    state.perform(.palette)
    let before = state.overlay
    for x in [0, 30, 60, 119] { _ = press(&state, x, 0) }
    #expect(state.overlay == before)
  }

  @Test func aPressOnAnInputSwitchesIt() throws {
    var state = State.spiral()
    state.perform(.inputs)
    let before = try #require(state.run?.chosenInputs)
    let place = try place(of: "[ ] ", on: state)
    _ = press(&state, place.x, place.y)
    #expect(state.run?.chosenInputs.count == before.count + 1)
    _ = press(&state, place.x, place.y)
    #expect(state.run?.chosenInputs == before)
    if case .inputs? = state.overlay {} else { Issue.record("the switches are gone") }
  }

  @Test(arguments: Panel.allCases.filter { $0 != .lesson && $0 != .settings })
  func aSecondPressZoomsAndAThirdPairZoomsBack(panel: Panel) throws {
    var state = State.spiral(width: 200, height: 60)
    state.perform(.focus(panel))
    let region = try #require(state.layout.slot(of: panel)).region
    let (x, y) = (region.x + region.width / 2, panel == .surface ? region.y : region.y + region.height / 2)
    _ = press(&state, x, y)
    #expect(state.zoomed == nil && state.focus == panel)
    _ = press(&state, x, y)
    #expect(state.zoomed == panel)
    state.perform(.escape)
    _ = press(&state, x, y)
    state.perform(.stepForward)
    _ = press(&state, x, y)
    #expect(state.zoomed == nil, "a key between two presses makes them two")
  }

  @Test func theWordsOfTheKeyLineArePressed() throws {
    var state = State.spiral()
    let pause = try place(of: "Space pause", on: state)
    _ = press(&state, pause.x + 7, pause.y)
    #expect(!state.isRunning)
    let help = try place(of: "? help", on: state)
    _ = press(&state, help.x, help.y)
    if case .help? = state.overlay {} else { Issue.record("no help") }
    let close = try place(of: "Esc close", on: state)
    _ = press(&state, close.x, close.y)
    #expect(state.overlay == nil)
    let quit = try place(of: "q quit", on: state)
    if case .quit? = press(&state, quit.x, quit.y).first {} else { Issue.record("q does not quit") }
  }

  @Test func aSettingIsSelectedChangedByTheWheelAndEdited() throws {
    var state = State.spiral(width: 200, height: 60)
    let row = try place(of: "learning rate", on: state)
    let rate = state.run!.trainer.settings.learningRate
    _ = press(&state, row.x, row.y)
    #expect(state.focus == .settings && state.settings.selected == .learningRate)
    _ = state.reduce(.mouse(MouseEvent(.wheelUp, x: row.x, y: row.y)))
    #expect(state.run!.trainer.settings.learningRate > rate)
    _ = state.reduce(.mouse(MouseEvent(.wheelDown, x: row.x, y: row.y)))
    #expect(state.run!.trainer.settings.learningRate == rate)
    _ = press(&state, row.x, row.y)
    let again = try place(of: "learning rate", on: state)
    _ = press(&state, again.x, again.y)
    _ = press(&state, again.x, again.y)
    if case .entry? = state.overlay {} else { Issue.record("a second press does not edit") }
  }

  /// A press on the line between two units selects its weight; somewhere on every line there is such a cell.
  @Test func aConnectionIsSelectedByAPress() throws {
    var state = try State.opened("xor4", width: 120, height: 40)
    state.perform(.session(.toggleRun))
    let region = try #require(state.layout.slot(of: .network)).region
    var found: Set<Selection> = []
    for y in region.y + 1..<region.maxY - 1 {
      for x in region.x + 1..<region.maxX - 1 {
        state.selection = nil
        state.perform(.focus(.network))
        _ = press(&state, x, y)
        if let selection = state.selection, selection.input != nil { found.insert(selection) }
      }
    }
    let all = state.run!.trainer.network.layout.layers.enumerated().flatMap { number, layer in
      (0..<layer.units).flatMap { unit in
        (0..<layer.inputs).map { Selection(layer: number, unit: unit, input: $0) }
      }
    }
    #expect(found == Set(all))
  }

  @Test func aPressOnAPointOfTheCurveLooksAtItsSample() throws {
    var state = try State.opened("line", width: 120, height: 40)
    state.perform(.session(.toggleRun))
    let region = try #require(state.layout.slot(of: .map)).region
    for (x, y) in (region.y + 1..<region.maxY - 1).flatMap({ y in (region.x + 1..<region.maxX - 1).map { ($0, y) } })
    where state.picture[x, y].scalar == "•" {
      _ = press(&state, x, y)
      let row = try #require(state.run!.lookedAt)
      let rows = state.run!.trainer.data.trainingRows
      #expect(rows.indices.contains(row))
      return
    }
    Issue.record("no point is seen")
  }

  @Test func theWheelMovesInTheGalleryAndTheHelp() {
    var state = State(
      width: 80, height: 24, theme: Theme(name: .dark, depth: .palette, glyphs: .braille), demos: Demos.all)
    _ = state.reduce(.mouse(MouseEvent(.wheelDown, x: 5, y: 5)))
    #expect(state.overlay == .gallery(Gallery(selected: 1)))
    _ = state.reduce(.mouse(MouseEvent(.wheelUp, x: 5, y: 5)))
    #expect(state.overlay == .gallery(Gallery()))
  }
}
