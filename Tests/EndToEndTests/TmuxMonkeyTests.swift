import Foundation
import TerminalEmulator
import Testing

extension TerminalSession: Cage {
  func send(_ bytes: [UInt8]) throws { if !bytes.isEmpty { try send(bytes: bytes) } }
}

/// The monkey's walk once more with another judge than the emulator of these tests: what tmux holds after it, colours and all, is
/// what it holds after everything has been drawn anew.
///
/// A quarter as many events as `DESCENT_MONKEY` asks for elsewhere.
@Suite(.serialized)
struct TmuxMonkeyTests {
  @Test(arguments: [("xor", 100, 32), ("queens", 80, 24), ("echo", 120, 40), ("spiral", 200, 60)])
  func whatTmuxHoldsIsWhatAFreshDrawHolds(source: String, columns: Int, rows: Int) throws {
    let session = try TerminalSession([try TerminalSession.product("descent"), source], columns: columns, rows: rows)
    try session.wait(for: "q quit")
    var monkey = Monkey(seed: MonkeyPlan.seed)
    for event in 1...max(1, MonkeyPlan.events / 16) {
      try monkey.act(on: session)
      guard event.isMultiple(of: 20) else { continue }
      let note = "\(source), event \(event), DESCENT_SEED=\(MonkeyPlan.seed)"
      #expect(session.isRunning, "\(note)")
      guard let shown = try atRest(session) else {
        Issue.record("\(note): it does not come to rest\n\(try session.screen())")
        return
      }
      try session.press("C-l")
      usleep(100_000)
      let fresh = try session.screenAtRest()
      #expect(look(of: shown, in: session) == look(of: fresh ?? "", in: session), "\(note)")
    }
    try session.signal(SIGTERM)
    #expect(try session.exitStatus() == 128 + Int(SIGTERM))
  }

  /// The cells of a captured screen: what cannot be seen, such as the colour of a blank's letter, does not count.
  private func look(of screen: String, in session: TerminalSession) -> [String] {
    var emulator = TerminalEmulator(width: session.size.width, height: session.size.height + 1)
    emulator.feed(screen.replacing("\n", with: "\r\n").utf8)
    return emulator.look.map { "\($0)" }
  }

  /// Ends what was begun to be pasted, leaves what is open, pauses, and waits for the surface in the making.
  private func atRest(_ session: TerminalSession) throws -> String? {
    try session.send(Array("\u{1b}[201~".utf8))
    for _ in 0..<4 {
      try session.press("Escape")
      usleep(60_000)
    }
    for patience in [1.0, 5, 20] {
      if let screen = try session.screenAtRest(seconds: patience) { return screen }
      if try !session.screen().contains("paused") { try session.type(" ") }
    }
    return nil
  }
}
