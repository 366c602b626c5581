import Foundation
import Testing

/// `Terminal` in a real terminal, through `TerminalProbe`.
@Suite(.serialized)
struct TerminalTests {
  private func probe(
    _ arguments: String..., columns: Int = 80, rows: Int = 24, variables: [String: String?] = [:]
  ) throws -> TerminalSession {
    let session = try TerminalSession(
      [try TerminalSession.product("TerminalProbe")] + arguments, columns: columns, rows: rows, variables: variables)
    try session.wait(for: "probe \(columns)x\(rows)")
    return session
  }

  /// The probe, started in a shell, which keeps the terminal afterwards.
  private func probeInShell(variables: [String: String?] = [:]) throws -> TerminalSession {
    let session = try TerminalSession(
      ["bash", "--norc", "--noprofile"], columns: 120, rows: 50, variables: variables)
    try session.wait(for: "$")
    try session.type(try TerminalSession.product("TerminalProbe") + "; echo status $?\n")
    try session.wait(for: "probe 120x50")
    #expect(try session.mode("alternate_on"))
    #expect(try session.mode("mouse_any_flag"))
    #expect(try !session.mode("cursor_flag"))
    return session
  }

  /// Expects the shell to have its terminal back as it was, and returns its screen.
  private func expectShell(_ session: TerminalSession, status: Int) throws {
    try session.wait(for: "status \(status)", seconds: 60)
    #expect(try !session.mode("alternate_on"))
    #expect(try !session.mode("mouse_any_flag"))
    #expect(try session.mode("cursor_flag"))
    try session.type("stty -a | tr ' ' '\\n' | grep -xcE 'icanon;?|echo;?|isig;?|ixon;?|icrnl;?|iexten;?|opost;?'\n")
    try session.wait("the terminal's modes") { $0.contains("\n7\n") }
  }

  @Test(arguments: [("q", 0), ("X", 3)])
  func endingGivesTheTerminalBack(key: String, status: Int) throws {
    let session = try probeInShell()
    try session.type(key)
    try expectShell(session, status: status)
  }

  @Test func everyCellIsShownTheLastOneToo() throws {
    let lines = try probe(columns: 70, rows: 12).screen().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[2] == "braille ⣿⠿ blocks ▀█▄ lines ╭─╮ wide ? accent é control ?[31m")
    #expect(lines[11] == String(repeating: " ", count: 69) + "#")
  }

  @Test func keysArriveByName() throws {
    let session = try probe()
    try session.press("k", "Up", "F5", "M-x", "C-g", "Enter", "Tab", "BTab", "BSpace", "PPage", "Home", "DC")
    try session.type("é")
    let screen = try session.wait(for: "13 key")
    let names = [
      "character(\"k\")", "up", "function(5)", "alt character(\"x\")", "control character(\"g\")", "enter", "tab",
      "backTab", "backspace", "pageUp", "home", "delete", "character(\"\\u{00E9}\")",
    ]
    for (index, name) in names.enumerated() { #expect(screen.contains("\(index + 1) key \(name)")) }
  }

  @Test func aLoneEscapeIsAKey() throws {
    let session = try probe()
    try session.press("Escape")
    try session.wait(for: "1 key escape", seconds: 5)
  }

  @Test func theMouseIsRead() throws {
    let session = try probe()
    try session.send(bytes: "\u{1b}[<0;5;7M\u{1b}[<32;6;7M\u{1b}[<0;6;7m\u{1b}[<64;250;3M".utf8)
    let screen = try session.wait(for: "4 mouse")
    #expect(screen.contains("1 mouse press left 4,6"))
    #expect(screen.contains("2 mouse drag left 5,6"))
    #expect(screen.contains("3 mouse release left 5,6"))
    #expect(screen.contains("4 mouse wheelUp none 249,2"))
  }

  @Test func theMouseCanBeLeftAlone() throws {
    #expect(try !probe("no-mouse").mode("mouse_any_flag"))
  }

  @Test func pastedTextIsOneEvent() throws {
    let session = try probe()
    try session.send(bytes: "\u{1b}[200~q\rx\u{1b}[201~".utf8)
    try session.wait(for: "1 paste \"q\\nx\"")
  }

  @Test func theCursorIsParkedWhereTheFrameSays() throws {
    let session = try probe()
    try session.type("c")
    try session.wait(for: "1 key")
    #expect(try session.mode("cursor_flag"))
    try session.type("c")
    try session.wait(for: "2 key")
    #expect(try !session.mode("cursor_flag"))
  }

  @Test func aBurstOfResizesEndsAtTheLastSize() throws {
    let session = try probe()
    for columns in stride(from: 81, through: 120, by: 3) { try session.resize(columns: columns, rows: 20) }
    try session.resize(columns: 33, rows: 9)
    let corner = "\n" + String(repeating: " ", count: 32) + "#\n"
    try session.wait("the last size's corner") { $0.contains("probe 33x9") && $0.hasSuffix(corner) }
  }

  @Test func theSmallestScreenIsSurvived() throws {
    let session = try probe()
    try session.resize(columns: 1, rows: 1)
    usleep(100_000)
    try session.resize(columns: 60, rows: 20)
    try session.wait(for: "1 resize 1x1")
    try session.wait(for: "probe 60x20")
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)])
  func askedToEndItEndsAndGivesTheTerminalBack(signal: Int32, status: Int) throws {
    let session = try probe()
    try session.signal(signal)
    #expect(try session.exitStatus() == status)
    #expect(try !session.mode("alternate_on"))
  }

  @Test func controlCAsksToEnd() throws {
    let session = try probe()
    try session.press("C-c")
    #expect(try session.exitStatus() == 130)
  }

  @Test func aProgramThatDoesNotListenEndsAtTheSecondControlC() throws {
    let session = try probeInShell()
    try session.type("S")
    try session.wait(for: "asleep")
    try session.press("C-c")
    usleep(100_000)
    try session.press("C-c")
    // A shell whose command ended by the interrupt leaves out the rest of the line.
    try session.wait("the shell") { $0.contains("$ \n") || $0.hasSuffix("$") || $0.contains("\n$\n") }
    try session.type("echo status $?\n")
    try expectShell(session, status: 130)
  }

  @Test func standardErrorAppearsAfterTheScreen() throws {
    let session = try probe()
    try session.type("E")
    #expect(try !session.wait(for: "1 key").contains("stray"))
    try session.type("q")
    #expect(try session.exitStatus() == 0)
    #expect(try session.screen().contains("stray text"))
  }

  @Test(arguments: [
    ("x", ["Index out of range", "Probe.obey"], 4), ("f", ["the probe was told to stop", "Probe.obey"], 4),
    ("a", ["Program crashed: Aborted"], 6),
  ])
  func aCrashGivesTheTerminalBackAndItsReportIsReadable(key: String, report: [String], signal: Int) throws {
    let session = try probeInShell(variables: ["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no"])
    try session.type(key)
    try expectShell(session, status: 128 + signal)
    let lines = try session.history()
    for part in report { #expect(lines.contains(part)) }
  }

  @Test func aStackThatRunsFullGivesTheTerminalBack() throws {
    let session = try probeInShell(variables: ["SWIFT_BACKTRACE": "enable=no"])
    try session.type("o")
    try expectShell(session, status: 139)
  }

  @Test func stoppedFromOutsideItComesBack() throws {
    let session = try probe()
    try session.signal(SIGSTOP)
    try session.type("k")
    usleep(100_000)
    #expect(try !session.screen().contains("key"))
    try session.signal(SIGCONT)
    let screen = try session.wait(for: "2 ")
    #expect(screen.contains("resumed") && screen.contains("key character(\"k\")"))
  }

  @Test func aTerminalThatGoesAwayEndsTheProgram() throws {
    let session = try probe()
    #expect(session.isRunning)
    try session.hangUp()
    for _ in 0..<500 where session.isRunning { usleep(10_000) }
    #expect(!session.isRunning)
  }

  @Test func theWindowCountsAndNotLINESAndCOLUMNS() throws {
    _ = try probe(columns: 90, rows: 20, variables: ["LINES": "10", "COLUMNS": "40"])
  }

  @Test func stoppingAndGoingOn() throws {
    let session = try probeInShell()
    try session.press("C-z")
    try session.wait(for: "Stopped")
    #expect(try !session.mode("alternate_on"))
    #expect(try !session.mode("mouse_any_flag"))
    try session.resize(columns: 100, rows: 30)
    try session.type("fg; echo status $?\n")
    try session.wait(for: "probe 100x30")
    #expect(try session.screen().contains("1 resumed"))
    #expect(try session.mode("alternate_on"))
    #expect(try session.mode("mouse_any_flag"))
    try session.type("k")
    try session.wait(for: "3 key character(\"k\")")
    try session.type("q")
    try expectShell(session, status: 0)
  }
}
