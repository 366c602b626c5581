import Foundation
import Testing

/// The command `doctor`: what it finds, in a terminal and without one.
struct DoctorTests {
  @Test func withoutATerminalItSaysSoAndTheRest() throws {
    let result = try Program.run(
      [try TerminalSession.product("descent"), "doctor"], variables: ["TERM": "vt100", "XDG_STATE_HOME": "/some/where"])
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.contains("answer     none: standard input and output are no terminal"))
    #expect(result.output.contains("/some/where/descent/runs"))
    #expect(result.output.contains("colours    none"))
  }

  private struct Report: Decodable {
    struct Terminal: Decodable {
      let type, answer, background: String?
      let columns, rows: Int?
      let isATerminal, answered, isSynchronized: Bool
      let attributes: [Int]
    }
    struct Machine: Decodable { let threads: Int }
    let terminal: Terminal
    let machine: Machine
  }

  @Test func inATerminalItTellsWhatThatAnswered() throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal(["sh", "-c", "\(program) doctor --json > report"], columns: 90, rows: 30)
    #expect(try terminal.waitForEnd() == .exited(0))
    let silent = try JSONDecoder().decode(
      Report.self, from: Data(contentsOf: terminal.folder.appending(path: "report")))
    #expect(!silent.terminal.isATerminal && silent.terminal.columns == nil && silent.machine.threads > 0)
    let shown = try PseudoTerminal([program, "doctor"], columns: 90, rows: 40)
    try shown.wait(for: "octants")
    #expect(try shown.waitForEnd() == .exited(0))
    #expect(shown.emulator.contains("emulator(1.0), whole frames at once"))
    #expect(shown.emulator.contains("90x40") && shown.emulator.contains("background #000000"))
    #expect(shown.emulator.modes == [25] && shown.hasShellModes)
  }

  @Test func aTerminalThatSaysNothingIsWaitedForShortly() throws {
    let shown = try PseudoTerminal([try TerminalSession.product("descent"), "doctor"], answers: false)
    try shown.wait(for: "it does not say what it is")
    #expect(try shown.waitForEnd() == .exited(0))
  }
}
