import Datasets
import Experiments
import Plots
import ScratchFolder
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// The data room: what it shows, and that every decision can be changed in it.
struct DataRoomTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func state(
    _ width: Int = 120, _ height: Int = 40, depth: ColorDepth = .palette, glyphs: GlyphSet = .quadrants,
    columns: Int = 0
  ) throws -> State {
    let rows = (0..<60).map { row in
      let more = (0..<columns).map { "\((row * ($0 + 3)) % 17).5," }.joined()
      let age = row % 6 == 0 ? "" : "\(20 + row * 7 % 41).5"
      return more
        + "p\(row),\(age),\(["red", "blue", "green"][row % 3]),\(row * 13 % 53).25,\(row % 2 == 0 ? "yes" : "no")\n"
    }
    let names = (0..<columns).map { "column number \($0)," }.joined() + "id,age,colour,price,passed\n"
    let opened = try Experiment.open(source: try scratch.file("own.csv", names + rows.joined()))
    #expect(opened.isBareData)
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: depth, glyphs: glyphs), demos: [])
    state.perform(.opened(opened.experiment, opened.dataset))
    state.perform(.room(.toggle))
    return state
  }

  private func screen(_ state: State) -> String {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame.text
  }

  /// A key press; rows that it asks for are read.
  private func press(_ key: Key, _ state: inout State) throws {
    let action = try #require(KeyMap.standard.action(for: KeyPress(key), in: state))
    for effect in state.reduce(action) {
      if case .read(let recipe) = effect { state.perform(.session(.rows(try recipe.load()))) }
    }
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func allThatWasDecidedIsShown(size: (Int, Int)) throws {
    let text = screen(try state(size.0, size.1))
    for words in [
      "data room", "own.csv", "passed", "36", "training", "validation", "sealed", "identifier", "category",
      "without learning",
      "Enter train", "first cells",
    ] { #expect(text.contains(words), "\(words) at \(size):\n\(text)") }
  }

  @Test func theCursorBeginsOnTheLabelAndStaysInside() throws {
    var state = try state()
    #expect(state.room?.selected == 4)
    for _ in 0..<9 { try press(.down, &state) }
    #expect(state.room?.selected == 4)
    try press(.home, &state)
    try press(.up, &state)
    #expect(state.room?.selected == 0)
    #expect(screen(state).contains("first cells: p0, p1"))
  }

  @Test func everyDecisionHasAKey() throws {
    var state = try state()
    try press(.home, &state)
    try press(.down, &state)
    try press(.right, &state)
    #expect(state.run!.experiment.recipe.columns["age"] == .number)
    try press(.character("m"), &state)
    #expect(state.run!.experiment.recipe.missing.byColumn["age"] == .automatic)
    try press(.character("M"), &state)
    #expect(state.run!.experiment.recipe.missing.text == "drop-rows, age: auto")
    try press(.character("s"), &state)
    #expect(state.run!.experiment.recipe.scaling == .normalize)
    try press(.character("p"), &state)
    #expect(state.run!.experiment.recipe.split?.text == "0.7/0.15/0.15")
    for _ in 0..<2 { try press(.down, &state) }
    try press(.character("y"), &state)
    #expect(state.run!.dataset.labelName == "price" && state.run!.dataset.classNames == nil)
    #expect(screen(state).contains("a number"))
    try press(.character("P"), &state)
    for letter in "0.5/0.25/0.25 by group colour".unicodeScalars { try press(.character(letter), &state) }
    try press(.enter, &state)
    #expect(state.run!.experiment.recipe.split?.column == "colour" && state.room != nil)
  }

  @Test func enterTrainsAndEscapeGoesBackAsItWas() throws {
    var state = try state()
    #expect(!state.isRunning)
    try press(.escape, &state)
    #expect(state.room == nil && state.isRunning)
    state.perform(.session(.toggleRun))
    try press(.character("0"), &state)
    #expect(state.room != nil)
    try press(.escape, &state)
    #expect(state.room == nil && !state.isRunning)
    try press(.character("0"), &state)
    try press(.enter, &state)
    #expect(state.room == nil && state.isRunning)
  }

  @Test func madeSamplesHaveNoRoom() throws {
    var state = State.spiral()
    try press(.character("0"), &state)
    #expect(state.room == nil && state.notice?.isWarning == true)
    #expect(!screen(state).contains("[data room]"))
  }

  @Test func noKeyOfTheRoomIsTakenTwice() {
    let keys = KeyMap.room.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for binding in KeyMap.room.bindings { #expect(binding.help.columnCount <= 38, "\(binding.help)") }
  }

  @Test func aPressPutsTheCursorOnItsColumn() throws {
    var state = try state(columns: 30)
    for _ in 0..<3 { try press(.up, &state) }
    for index in [20, 28, 31] {
      let lines = screen(state).split(separator: "\n", omittingEmptySubsequences: false)
      let name = state.run!.dataset.table!.columns[index].name
      guard let y = lines.firstIndex(where: { $0.contains(name + " ") }) else { continue }
      state.perform(.mouse(MouseEvent(.press, x: 4, y: y)))
      #expect(state.room?.selected == index)
    }
  }

  @Test func drawnAtEverySize() throws {
    for glyphs in GlyphSet.allCases {
      var state = try state(depth: glyphs == .ascii ? .none : .palette, glyphs: glyphs, columns: 12)
      for (width, height) in [(1, 1), (40, 12), (60, 15), (80, 24), (81, 25), (150, 40), (300, 90)] {
        state.perform(.resize(width: width, height: height))
        _ = screen(state)
      }
    }
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40)])
  func theVerdictIsSaidInWords(size: (Int, Int)) throws {
    for label in ["passed", "price"] {
      var state = try state(size.0, size.1)
      if label == "price" {
        try press(.home, &state)
        for _ in 0..<3 { try press(.down, &state) }
        try press(.character("y"), &state)
      }
      try press(.enter, &state)
      state.perform(.session(.train(updates: 20)))
      try press(.character("u"), &state)
      let text = screen(state)
      #expect(text.contains("12 rows that"), "\(text)")
      if size.0 >= 80 { #expect(text.contains("verdict:") && text.contains("looked at for the first time"), "\(text)") }
      for _ in 0..<30 { try press(.down, &state) }
      _ = screen(state)
      try press(.escape, &state)
      #expect(state.overlay == nil)
    }
  }
}
