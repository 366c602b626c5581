import Foundation
import TerminalEmulator
import Testing

/// Random keys, mouse reports, pastes, broken bytes and sizes for the program in a pseudo-terminal. Now and then it is made to pause,
/// and what its terminal shows must be what it shows after everything is drawn anew.
///
/// `DESCENT_MONKEY` is the number of events in all, of which a quarter are the storms of sizes in `StormTests`; `DESCENT_SEED` the seed
/// of the first.
@Suite(.serialized)
struct MonkeyTests {
  /// Has the monkey play with the program for so many events: with one that is started anew, and another seed, after every 200.
  private func play(
    _ arguments: [String], columns: Int = 100, rows: Int = 32, variables: [String: String] = [:], events: Int,
    bce: Bool = true
  ) throws {
    let program = try TerminalSession.product("descent")
    for (number, begun) in stride(from: 0, to: events, by: 200).enumerated() {
      let seed = MonkeyPlan.seed + UInt64(number)
      let note = "\(arguments.joined(separator: " ")) \(variables) DESCENT_SEED=\(seed)"
      let terminal = try PseudoTerminal(
        [program] + arguments, columns: columns, rows: rows, variables: variables, erasesInColor: bce)
      try terminal.wait(for: "quit")
      guard try play(on: terminal, events: min(200, events - begun), seed: seed, note) else { return }
    }
  }

  /// Looks at the screen after every so many events and at the end; says whether the program lived till then.
  private func play(on terminal: PseudoTerminal, events: Int, seed: UInt64, _ note: String) throws -> Bool {
    var monkey = Monkey(seed: seed)
    for event in 1...events {
      try monkey.act(on: terminal)
      if event % 10 == 0 { terminal.pump(milliseconds: 5) }
      if event % MonkeyPlan.interval == 0 || event == events { terminal.expectFreshScreen("\(note), event \(event)") }
      guard !terminal.hasEnded else {
        Issue.record("\(note): after \(event) events it \(try terminal.waitForEnd())")
        return false
      }
    }
    #expect(terminal.emulator.unknown.isEmpty, "\(note): \(terminal.emulator.unknown)")
    kill(terminal.process, SIGTERM)
    #expect(try terminal.waitForEnd() == .signal(SIGTERM), "\(note)")
    #expect(terminal.emulator.modes == [25], "\(note)")
    return true
  }

  /// What is opened, and the size that it begins at.
  static let sources: [(String?, Int, Int)] = [
    ("xor", 100, 32), ("iris", 80, 24), ("bowl", 120, 40), ("spiral", 200, 60), ("spiral", 40, 12), ("queens", 100, 32),
    ("01-neuron", 120, 40), (nil, 80, 24),
  ]

  @Test(arguments: sources)
  func nothingThatIsTypedHangsOrCrashesItOrLeavesACell(source: String?, columns: Int, rows: Int) throws {
    try play(source.map { [$0] } ?? [], columns: columns, rows: rows, events: MonkeyPlan.events / 25)
  }

  /// Networks and batches of which a phase, a measurement or a picture takes so long that it is done beside the loop.
  @Test(
    arguments: [
      ["spiral", "--set", "network.hidden=[256,256,256]", "--set", "batch=all"],
      ["spiral", "--set", "data.samples=20000", "--set", "batch=all"],
      ["echo", "--set", "recurrent.units=256", "--set", "batch=all"], ["hopfield-letters"],
    ])
  func whatIsDoneBesideLeavesNoCell(arguments: [String]) throws {
    try play(arguments, columns: 120, rows: 40, events: MonkeyPlan.events / 25)
  }

  /// Types with other sequences, colours and edges, and whether erasing paints in them.
  @Test(
    arguments: [
      ("xterm", true), ("tmux-256color", false), ("screen", false), ("linux", true), ("vt100", false), ("ansi", false),
    ])
  func noTypeOfTerminalIsLeftACell(type: String, bce: Bool) throws {
    try play(
      ["xor"], columns: 80, rows: 24, variables: ["TERM": type], events: MonkeyPlan.events / 50, bce: bce)
  }

  @Test(
    arguments: [
      ["--theme", "light"], ["--theme", "high-contrast"], ["--theme", "mono"], ["--color", "none"], ["--color", "16"],
      ["--color", "24bit"], ["--glyphs", "ascii"], ["--glyphs", "octants"],
    ])
  func noLookIsLeftACell(options: [String]) throws {
    try play(["spiral"] + options, columns: 80, rows: 24, events: MonkeyPlan.events / 50)
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
    try play([path], columns: 80, rows: 24, events: MonkeyPlan.events / 20)
  }
}
