import Foundation
import TerminalEmulator
import Testing

/// Random keys, mouse reports, pastes, broken bytes and sizes for the program in a pseudo-terminal. Now and then it is made to pause,
/// and what its terminal shows must be what it shows after everything is drawn anew.
///
/// `DESCENT_MONKEY` is the number of events; `DESCENT_SEED` the seed of the first.
@Suite(.serialized)
struct MonkeyTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let events = environment["DESCENT_MONKEY"].flatMap { Int($0) } ?? 240
  private static let firstSeed = environment["DESCENT_SEED"].flatMap { UInt64($0) } ?? 1

  /// Has the monkey play with the program, and looks at its screen after every so many events and at the end.
  private func play(
    _ arguments: [String], columns: Int = 100, rows: Int = 32, variables: [String: String] = [:], events: Int,
    seed: UInt64, bce: Bool = true
  ) throws {
    let note = "\(arguments.joined(separator: " ")) \(variables) DESCENT_SEED=\(seed)"
    let program = try TerminalSession.product("descent")
    var monkey = Monkey(seed: seed)
    let terminal = try PseudoTerminal(
      [program] + arguments, columns: columns, rows: rows, variables: variables, erasesInColor: bce)
    try terminal.wait(for: "q quit")
    for event in 1...events {
      try monkey.act(on: terminal)
      if event % 10 == 0 { terminal.pump(milliseconds: 5) }
      if event % 40 == 0 || event == events { compare(terminal, "\(note), event \(event)") }
      guard !terminal.hasEnded else {
        Issue.record("\(note): after \(event) events it \(try terminal.waitForEnd())")
        return
      }
    }
    #expect(terminal.emulator.unknown.isEmpty, "\(note): \(terminal.emulator.unknown)")
    kill(terminal.process, SIGTERM)
    #expect(try terminal.waitForEnd() == .signal(SIGTERM), "\(note)")
    #expect(terminal.emulator.modes == [25], "\(note)")
  }

  /// Brings the program to rest, and compares its screen with one that is drawn anew.
  private func compare(_ terminal: PseudoTerminal, _ note: String) {
    guard bringToRest(terminal) else {
      if !terminal.hasEnded { Issue.record("\(note): it does not come to rest\n\(text(of: terminal))") }
      return
    }
    let shown = terminal.emulator.look
    let cursor = terminal.emulator.cursor
    terminal.type("\u{c}")
    guard terminal.rest() else {
      Issue.record("\(note): it does not come to rest after Ctrl-L")
      return
    }
    let differences = zip(shown, terminal.emulator.look).enumerated().filter { $1.0 != $1.1 }
    if let (index, cells) = differences.first {
      let (x, y) = (index % terminal.emulator.width, index / terminal.emulator.width)
      Issue.record(
        "\(note): \(differences.count) cells; \(x),\(y) was \(cells.0), is \(cells.1)\n\(text(of: terminal))")
    }
    if terminal.emulator.modes.contains(25) { #expect(cursor == terminal.emulator.cursor, "\(note)") }
  }

  private func text(of terminal: PseudoTerminal) -> String { terminal.emulator.lines.joined(separator: "\n") }

  /// Pauses whatever runs, and waits for the surface in the making.
  private func bringToRest(_ terminal: PseudoTerminal) -> Bool {
    terminal.type("\u{1b}[201~")
    if terminal.rest(seconds: 0.4) { return true }
    for _ in 0..<4 where !terminal.hasEnded {
      terminal.type("\u{1b}")
      terminal.pump(milliseconds: 60)
    }
    for patience in [3, 10] where !terminal.rest(seconds: 0.3) {
      if !terminal.emulator.contains("paused") { terminal.type(" ") }
      if terminal.rest(seconds: Double(patience)) { return true }
    }
    return terminal.rest(seconds: 0.3)
  }

  // MARK: What is played

  /// A source, and the size that it begins at.
  static let sources = [
    ("xor", 100, 32), ("iris", 80, 24), ("bowl", 120, 40), ("spiral", 200, 60), ("spiral", 40, 12),
  ]

  @Test(arguments: sources)
  func nothingThatIsTypedHangsOrCrashesItOrLeavesACell(source: String, columns: Int, rows: Int) throws {
    var (seed, left) = (Self.firstSeed, Self.events / Self.sources.count)
    while left > 0 {
      try play([source], columns: columns, rows: rows, events: min(left, 200), seed: seed)
      left -= 200
      seed += 1
    }
  }

  /// Networks and batches of which a phase, a measurement or a picture takes so long that it is done beside the loop.
  @Test(
    arguments: [
      ["spiral", "--set", "network.hidden=[512,512,512]", "--set", "batch=all"],
      ["spiral", "--set", "data.samples=20000", "--set", "batch=all"],
      ["echo", "--set", "recurrent.units=256", "--set", "batch=all"], ["hopfield-letters"],
    ])
  func whatIsDoneBesideLeavesNoCell(arguments: [String]) throws {
    try play(arguments, columns: 120, rows: 40, events: max(40, Self.events / 10), seed: Self.firstSeed)
  }

  /// Types with other sequences, colours and edges, and whether erasing paints in them.
  @Test(
    arguments: [
      ("xterm", true), ("tmux-256color", false), ("screen", false), ("linux", true), ("vt100", false), ("ansi", false),
    ])
  func noTypeOfTerminalIsLeftACell(type: String, bce: Bool) throws {
    try play(
      ["xor"], columns: 80, rows: 24, variables: ["TERM": type], events: max(20, Self.events / 20),
      seed: Self.firstSeed,
      bce: bce)
  }

  @Test(
    arguments: [
      ["--theme", "light"], ["--theme", "high-contrast"], ["--theme", "mono"], ["--color", "none"], ["--color", "16"],
      ["--color", "24bit"], ["--glyphs", "ascii"], ["--glyphs", "octants"],
    ])
  func noLookIsLeftACell(options: [String]) throws {
    try play(
      ["spiral"] + options, columns: 80, rows: 24, events: max(20, Self.events / 20), seed: Self.firstSeed)
  }

  /// Characters of two columns and of none, and some whose width is a matter of opinion, in a file's name and in its data.
  @Test func wideCharactersLeaveNoCell() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "数据e\u{301}ﷺ.csv").path
    let rows = (0..<40).map { "\($0),\($0 * 7 % 11),\($0 % 2 == 0 ? "猫e\u{301}" : "👩‍🔬±")" }
    let text = (["宽度,e\u{301}x\u{200b}ω,種類"] + rows).joined(separator: "\n") + "\n"
    try Data(text.utf8).write(to: URL(filePath: path))
    for seed in Self.firstSeed...Self.firstSeed + 1 {
      try play([path], columns: 80, rows: 24, events: max(20, Self.events / 10), seed: seed)
    }
  }

  /// While it trains, in a lesson, in the gallery: sizes from one cell to those of a wall.
  @Test(arguments: [["xor"], ["bowl"], ["spiral"], ["01-neuron"], []])
  func aStormOfSizesLeavesNothingBehind(arguments: [String]) throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([program] + arguments, columns: 100, rows: 32)
    try terminal.wait(for: "quit")
    var monkey = Monkey(seed: Self.firstSeed)
    for event in 1...max(50, Self.events / 4) {
      terminal.resize(columns: 1 + monkey.below(500), rows: 1 + monkey.below(200))
      if monkey.below(3) == 0 { terminal.pump(milliseconds: 10) }
      if event.isMultiple(of: 25) { compare(terminal, "\(arguments), size \(event), DESCENT_SEED=\(Self.firstSeed)") }
    }
  }

  /// A window that is made smaller and at once as large as before has lost what was at its edge.
  @Test func aSizeThatComesBackIsDrawnAnew() throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([program, "xor"], columns: 100, rows: 32)
    try terminal.wait(for: "q quit")
    for _ in 0..<3 {
      #expect(bringToRest(terminal))
      terminal.resize(columns: 50, rows: 10)
      terminal.resize(columns: 100, rows: 32)
      terminal.pump(milliseconds: 100)
      compare(terminal, "smaller and larger")
    }
  }
}
