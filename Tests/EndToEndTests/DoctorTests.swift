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
      let refusal: String?
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

  /// What the doctor says of a type is what the visualizer does: the same words where that refuses it.
  @Test(arguments: EndingTests.types + ["dumb", "", nil])
  func itAgreesWithTheVisualizer(type: String?) throws {
    let program = try TerminalSession.product("descent")
    func start(_ command: String) throws -> PseudoTerminal {
      let unset = type == nil ? "unset TERM; " : ""
      return try PseudoTerminal(
        ["sh", "-c", unset + command.replacing("descent", with: program)], columns: 100, variables: ["TERM": type ?? ""]
      )
    }
    let doctor = try start("descent doctor > report; descent doctor --json > json")
    #expect(try doctor.waitForEnd() == .exited(0))
    func contents(_ name: String) throws -> Data { try Data(contentsOf: doctor.folder.appending(path: name)) }
    let refusal = try JSONDecoder().decode(Report.self, from: contents("json")).terminal.refusal
    let told = String(decoding: try contents("report"), as: UTF8.self)
    let visualizer = try start("exec descent xor4")
    if let refusal {
      #expect(told.hasPrefix("terminal   \(refusal)\n"))
      #expect(try visualizer.waitForEnd() == .exited(69))
      #expect(visualizer.emulator.contains("descent: \(refusal)"), "\(visualizer.emulator.lines)")
    } else {
      #expect(told.hasPrefix("terminal   \(type ?? "")") && !told.contains("no usable"))
      try visualizer.wait(for: "train")
      visualizer.type("q")
      #expect(try visualizer.waitForEnd() == .exited(0))
    }
    #expect((refusal != nil) == [nil, "", "dumb"].contains(type))
  }

  /// To a file, a pipe and a narrow terminal the same lines go, without a code where there is no colour, in letters that the
  /// locale has.
  @Test(arguments: ["C", "POSIX", "C.UTF-8"])
  func itsLinesAreTheLocales(locale: String) throws {
    let program = try TerminalSession.product("descent")
    let variables = ["LANG": locale, "LC_ALL": locale, "TERM": "xterm", "NO_COLOR": "1"]
    let file = try Program.run([program, "doctor"], variables: variables)
    let pipe = try Program.run(["sh", "-c", "'\(program)' doctor | cat"], variables: variables)
    for result in [file, pipe] {
      #expect(result.status == 0 && result.errors.isEmpty)
      #expect(!result.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      let isPlain = result.output.utf8.allSatisfy { $0 < 128 }
      #expect(isPlain == (locale != "C.UTF-8"), "\(result.output)")
    }
    #expect(file.output == pipe.output)
  }

  @Test func aNarrowTerminalOfSixteenColoursIsEnough() throws {
    let terminal = try PseudoTerminal(
      [try TerminalSession.product("descent"), "doctor"], columns: 20, rows: 90, variables: ["TERM": "xterm-16color"])
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.emulator.contains("20x90") && terminal.emulator.contains("16"))
    #expect(terminal.emulator.unknown.isEmpty && terminal.emulator.modes == [25] && terminal.hasShellModes)
  }
}
