import Foundation
import Testing

/// Every ending on every kind of terminal in every locale gives the terminal back.
///
/// By default each type in each locale ends in one way, so that each way has its turn; `DESCENT_ATTACK` set to anything tries all.
struct EndingTests {
  enum Way: CaseIterable {
    case quit, exit, term, hangUp, interrupt, quitSignal, crash, abort, gone
  }

  static let types = [
    "xterm", "xterm-256color", "tmux-256color", "screen", "linux", "vt100", "vt220", "ansi", "xterm-mono", "unheard-of",
  ]
  static let locales = ["C.UTF-8", "C", "POSIX"]
  static let tries: [(type: String, locale: String, way: Way)] = {
    let all = types.flatMap { type in locales.map { (type, $0) } }
    let ways = Way.allCases
    guard ProcessInfo.processInfo.environment["DESCENT_ATTACK"] == nil else {
      return all.flatMap { type, locale in ways.map { (type, locale, $0) } }
    }
    return all.enumerated().map { index, pair in (pair.0, pair.1, ways[index % ways.count]) }
  }()

  @Test func theTerminalIsGivenBack() throws {
    let program = try TerminalSession.product("TerminalProbe")
    for (type, locale, way) in Self.tries {
      let note = "\(type), \(locale), \(way)"
      let terminal = try PseudoTerminal([program], variables: ["TERM": type, "LANG": locale])
      try terminal.wait(for: "probe 80x24")
      let ending = try end(terminal, by: way)
      #expect(ending == expected(way), "\(note)")
      guard way != .gone else { continue }
      #expect(terminal.emulator.modes == [25], "\(note)")
      #expect(terminal.hasShellModes, "\(note)")
      #expect(terminal.emulator.unknown.isEmpty, "\(note): \(terminal.emulator.unknown)")
    }
  }

  /// The key of a signal empties the terminal's queue, and may do so between the look at it and the reading. Nothing waits then for what
  /// is no longer there.
  @Test func aKeyThatEmptiesTheQueueLeavesNobodyWaiting() throws {
    let program = try TerminalSession.product("TerminalProbe")
    for attempt in 0..<40 {
      let terminal = try PseudoTerminal([program])
      try terminal.wait(for: "probe 80x24")
      #expect(terminal.leastRead == 0, "a read could wait for ever")
      terminal.type("z")
      if attempt % 2 == 0 { usleep(UInt32(attempt * 10)) }
      terminal.type("\u{3}")
      #expect(try terminal.waitForEnd() == .signal(SIGINT), "attempt \(attempt)")
    }
  }

  /// Where the cursor cannot be moved, a line says so, and the terminal is not touched.
  @Test(arguments: ["dumb", ""], locales)
  func aTerminalThatCannotShowItIsLeftAlone(type: String, locale: String) throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([program, "xor"], variables: ["TERM": type, "LANG": locale])
    #expect(try terminal.waitForEnd() == .exited(69))
    #expect(terminal.emulator.contains("no usable terminal"))
    #expect(terminal.emulator.modes == [25] && terminal.hasShellModes && terminal.emulator.unknown.isEmpty)
    #expect(terminal.strayFiles.isEmpty, "\(terminal.strayFiles)")
  }

  private func end(_ terminal: PseudoTerminal, by way: Way) throws -> PseudoTerminal.Ending {
    switch way {
    case .quit: terminal.type("q")
    case .exit: terminal.type("X")
    case .term: kill(terminal.process, SIGTERM)
    case .hangUp: kill(terminal.process, SIGHUP)
    case .interrupt: terminal.type("\u{3}")
    case .quitSignal: terminal.type("\u{1c}")
    case .crash: kill(terminal.process, SIGSEGV)
    case .abort: kill(terminal.process, SIGABRT)
    case .gone: terminal.vanish()
    }
    return try terminal.waitForEnd()
  }

  private func expected(_ way: Way) -> PseudoTerminal.Ending {
    switch way {
    case .quit: .exited(0)
    case .exit: .exited(3)
    case .term: .signal(SIGTERM)
    case .hangUp, .gone: .signal(SIGHUP)
    case .interrupt: .signal(SIGINT)
    case .quitSignal: .signal(SIGQUIT)
    case .crash: .signal(SIGSEGV)
    case .abort: .signal(SIGABRT)
    }
  }
}
