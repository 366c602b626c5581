import Foundation
import TerminalEmulator
import Testing

/// The program itself ends in the middle of its work as it does at rest: by every signal, at once, with the terminal given back and
/// nothing left behind.
///
/// By default each sort of work ends in a few ways; `DESCENT_ATTACK` set to anything tries all ways on several terminals.
@Suite(.serialized)
struct BusyEndingTests {
  /// What goes on when the end comes.
  enum Work: CaseIterable {
    case training, largeNetwork, gallery, recurrent

    var arguments: [String] {
      switch self {
      case .training: ["spiral"]
      case .largeNetwork: ["spiral", "--set", "network.hidden=[512,512,512]", "--set", "batch=all"]
      case .gallery: []
      case .recurrent: ["echo", "--set", "recurrent.units=256", "--set", "batch=all"]
      }
    }
  }

  private static let isWhole = ProcessInfo.processInfo.environment["DESCENT_ATTACK"] != nil
  private static let signals = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT]
  private static let types = isWhole ? ["xterm-256color", "linux", "vt100", "xterm-mono"] : ["xterm-256color"]

  @Test(arguments: Work.allCases)
  func aSignalEndsItInTheMiddleOfItsWork(work: Work) throws {
    let own = Work.allCases.firstIndex(of: work)!
    let signals = Self.isWhole ? Self.signals : [Self.signals[own], Self.signals[(own + 4) % Self.signals.count]]
    for type in Self.types {
      for signal in signals {
        let note = "\(work), \(type), signal \(signal)"
        let terminal = try atWork(work, type)
        kill(terminal.process, signal)
        #expect(try terminal.waitForEnd() == .signal(signal), "\(note)")
        expectGivenBack(terminal, note)
      }
    }
  }

  /// An update of seconds is said while it goes on, and left when it is no longer wanted.
  @Test func anUpdateThatTakesLongIsSaidAndLeft() throws {
    let program = try TerminalSession.product("descent")
    let sets = ["network.hidden=[256,256,256]", "batch=all", "optimizer.name=implicit"].flatMap { ["--set", $0] }
    let terminal = try PseudoTerminal([program, "gauss"] + sets, columns: 100, rows: 32)
    try terminal.wait(for: "epoch 0")
    if terminal.emulator.contains("paused") { terminal.type(" ") }
    try terminal.wait(for: "at work: Space ends it")
    terminal.type(" ")
    try terminal.wait("rest") { $0.contains("paused") && !$0.contains("at work") }
    #expect(terminal.rest(seconds: 20))
    #expect(terminal.emulator.contains("updates 0"))
    let before = terminal.processorTime
    terminal.pump(milliseconds: 2000)
    #expect(terminal.processorTime - before < 1, "it goes on with what nobody wants")
    kill(terminal.process, SIGTERM)
    #expect(try terminal.waitForEnd() == .signal(SIGTERM))
  }

  @Test(arguments: Work.allCases)
  func itsKeyEndsItInTheMiddleOfItsWork(work: Work) throws {
    for type in Self.types {
      let terminal = try atWork(work, type)
      terminal.type("q")
      #expect(try terminal.waitForEnd() == .exited(0), "\(work), \(type)")
      expectGivenBack(terminal, "\(work), \(type)")
    }
  }

  @Test(arguments: Work.allCases)
  func aTerminalThatVanishesEndsItInTheMiddleOfItsWork(work: Work) throws {
    for type in Self.types {
      let terminal = try atWork(work, type)
      terminal.vanish()
      #expect(try terminal.waitForEnd() == .signal(SIGHUP), "\(work), \(type)")
      #expect(terminal.strayFiles.isEmpty, "\(work), \(type): \(terminal.strayFiles)")
    }
  }

  /// The program at full speed, once its work has begun.
  private func atWork(_ work: Work, _ type: String) throws -> PseudoTerminal {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([program] + work.arguments, columns: 120, rows: 40, variables: ["TERM": type])
    try terminal.wait(for: "quit")
    if work != .gallery { terminal.type("++++++++++++") }
    terminal.pump(milliseconds: 300)
    return terminal
  }

  private func expectGivenBack(_ terminal: PseudoTerminal, _ note: String) {
    #expect(terminal.emulator.modes == [25], "\(note)")
    #expect(terminal.emulator.keyboardDepth == 0, "\(note)")
    #expect(terminal.hasShellModes, "\(note)")
    #expect(terminal.strayFiles.isEmpty, "\(note): \(terminal.strayFiles)")
  }
}
