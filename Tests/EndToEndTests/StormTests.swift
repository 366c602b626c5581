import Foundation
import TerminalEmulator
import Testing

/// Storms of window sizes, a quarter of the events that `DESCENT_MONKEY` asks for.
@Suite(.serialized)
struct StormTests {
  /// While it trains, in a lesson, in the gallery: sizes from one cell to those of a wall.
  @Test(arguments: [["xor"], ["bowl"], ["spiral"], ["01-neuron"], []])
  func aStormOfSizesLeavesNothingBehind(arguments: [String]) throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([program] + arguments, columns: 100, rows: 32)
    try terminal.wait(for: "quit")
    var monkey = Monkey(seed: MonkeyPlan.seed)
    for event in 1...max(1, MonkeyPlan.events / 20) {
      terminal.resize(columns: 1 + monkey.below(500), rows: 1 + monkey.below(200))
      if monkey.below(3) == 0 { terminal.pump(milliseconds: 10) }
      if event.isMultiple(of: 25) {
        terminal.expectFreshScreen("\(arguments), size \(event), DESCENT_SEED=\(MonkeyPlan.seed)")
      }
    }
    #expect(!terminal.hasEnded, "\(arguments), DESCENT_SEED=\(MonkeyPlan.seed)")
  }

  /// A window that is made smaller and at once as large as before has lost what was at its edge.
  @Test func aSizeThatComesBackIsDrawnAnew() throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([program, "xor"], columns: 100, rows: 32)
    try terminal.wait(for: "q quit")
    for _ in 0..<3 {
      #expect(terminal.bringToRest())
      terminal.resize(columns: 50, rows: 10)
      terminal.resize(columns: 100, rows: 32)
      terminal.pump(milliseconds: 100)
      terminal.expectFreshScreen("smaller and larger")
    }
  }
}
