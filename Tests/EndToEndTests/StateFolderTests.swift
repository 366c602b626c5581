import Foundation
import Testing

/// The folder in which runs and progress are kept, where it is shared, wrong, or full.
struct StateFolderTests {
  private func open(_ command: String, _ variables: [String: String] = [:]) throws -> PseudoTerminal {
    let program = try TerminalSession.product("descent")
    return try PseudoTerminal(
      ["sh", "-c", command.replacing("descent", with: program)], columns: 200, rows: 30, variables: variables)
  }

  private func runs(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "descent/runs").path)) ?? []).sorted()
  }

  /// Windows that are closed together: each run is kept, and nothing else is left.
  @Test func programsThatAreHungUpAtOnceAreAllKept() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminals = try (0..<4).map { _ in try open("exec descent xor4", ["XDG_STATE_HOME": folder.path]) }
    for terminal in terminals {
      try terminal.wait(for: "train")
      terminal.type(" nn")
      #expect(terminal.settle())
    }
    for terminal in terminals { kill(terminal.process, SIGHUP) }
    for terminal in terminals { #expect(try terminal.waitForEnd() == .signal(SIGHUP)) }
    let names = runs(in: folder)
    #expect(names.count == 4 && names.allSatisfy { $0.hasSuffix("-xor4.json") }, "\(names)")
    let list = try open("descent --resume list", ["XDG_STATE_HOME": folder.path])
    #expect(try list.waitForEnd() == .exited(0))
    #expect(list.emulator.lines.count { $0.contains("xor4") && $0.contains("updates") } == 4)
  }

  /// Two that go on with one run: the second to end does not write over the first.
  @Test func aRunThatTwoGoOnWithIsKeptTwice() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let variables = ["XDG_STATE_HOME": folder.path]
    func leave(_ terminal: PseudoTerminal) throws {
      terminal.type("q")
      #expect(try terminal.waitForEnd() == .exited(0))
    }
    let first = try open("exec descent xor4", variables)
    try first.wait(for: "train")
    try leave(first)
    let both = try (0..<2).map { _ in try open("exec descent --resume", variables) }
    for (steps, terminal) in both.enumerated() {
      try terminal.wait(for: "as it was left")
      terminal.type(String(repeating: "n", count: steps + 1))
      #expect(terminal.settle())
    }
    for terminal in both { try leave(terminal) }
    #expect(runs(in: folder).count == 2)
  }

  /// Each with the command before the program, the variables, and what is said in the end.
  private static let broken: [(name: String, before: String, variables: [String: String], words: String)] = [
    ("a file in its place", "touch f;", ["XDG_STATE_HOME": "FOLDER/f"], "cannot be written: Not a directory"),
    ("a place that can have none", "", ["XDG_STATE_HOME": "/proc/self"], "cannot be written: "),
    ("no room for it", "ulimit -f 0;", ["XDG_STATE_HOME": "FOLDER/s"], "cannot be written: File too large"),
  ]

  @Test func whatCannotBeKeptIsSaidAndTheTerminalGivenBack() throws {
    for (name, before, variables, words) in Self.broken {
      // The folder is known once the terminal is there; the shell puts it in.
      let set = variables.map { "\($0.key)=\($0.value.replacing("FOLDER", with: "\"$PWD\""))" }.joined(separator: " ")
      let terminal = try open("\(before) \(set) exec descent 01-neuron")
      try terminal.wait(for: "train")
      terminal.type("]]n")
      #expect(terminal.settle(), "\(name)")
      terminal.type("q")
      #expect(try terminal.waitForEnd() == .exited(0), "\(name)")
      let lines = terminal.emulator.lines.filter { $0.contains(words) }
      #expect(
        lines.contains { $0.contains("/runs/") } && lines.contains { $0.contains("course.json") }, "\(name): \(lines)")
      #expect(terminal.emulator.modes == [25] && terminal.hasShellModes, "\(name)")
    }
  }

  @Test func linesSayItToo() throws {
    let command = "printf '\\n\\n' | XDG_STATE_HOME=/proc/self descent 01-neuron --plain"
    let terminal = try open(command)
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.emulator.lines.count { $0.contains("course.json: cannot be written") } == 1)
  }

  /// Without HOME it is the system's word that says where; a folder that is none is no way.
  @Test(arguments: ["unset HOME;", "HOME=;", "HOME=relative;"])
  func aHomeThatIsNotSetIsNoTrouble(before: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "state-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let terminal = try open("\(before) exec descent xor4", ["XDG_STATE_HOME": folder.path])
    try terminal.wait(for: "train")
    terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(runs(in: folder).count == 1)
    let doctor = try open("\(before) unset XDG_STATE_HOME XDG_CONFIG_HOME; descent doctor; descent --print-config")
    #expect(try doctor.waitForEnd() == .exited(0))
    #expect(doctor.emulator.lines.contains { $0.contains("last run   /") }, "\(doctor.emulator.lines)")
  }
}
