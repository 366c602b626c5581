import Foundation
import TerminalEmulator
import Testing

/// How long the monkeys play with the program, and from which seed on.
enum MonkeyPlan {
  private static let environment = ProcessInfo.processInfo.environment
  /// The events in all, roughly: 1200, or as many as `DESCENT_MONKEY` says.
  static let events = environment["DESCENT_MONKEY"].flatMap { Int($0) } ?? 1200
  /// The first seed: `DESCENT_SEED`.
  static let seed = environment["DESCENT_SEED"].flatMap { UInt64($0) } ?? 1
  /// The screen is looked at after so many events.
  static let interval = events > 10_000 ? 100 : 40
}

extension PseudoTerminal {
  /// Brings the program to rest, and compares its screen with one that is drawn anew.
  func expectFreshScreen(_ note: String) {
    guard bringToRest() else {
      if !hasEnded { Issue.record("\(note): it does not come to rest\n\(text)") }
      return
    }
    let shown = emulator.look
    let cursor = emulator.cursor
    type("\u{c}")
    guard rest(seconds: 60) else {
      Issue.record("\(note): it does not come to rest after Ctrl-L\n\(text)")
      return
    }
    let differences = zip(shown, emulator.look).enumerated().filter { $1.0 != $1.1 }
    if let (index, cells) = differences.first {
      let (x, y) = (index % emulator.width, index / emulator.width)
      Issue.record(
        "\(note): \(differences.count) cells; \(x),\(y) was \(cells.0), is \(cells.1)\n\(text)")
    }
    if emulator.modes.contains(25) { #expect(cursor == emulator.cursor, "\(note)") }
  }

  private var text: String { emulator.lines.joined(separator: "\n") }

  /// Pauses whatever runs, and waits for the surface in the making, which takes a while where the network is large.
  func bringToRest() -> Bool {
    type("\u{1b}[201~")
    if rest(seconds: 0.4) { return true }
    for _ in 0..<4 where !hasEnded {
      type("\u{1b}")
      pump(milliseconds: 60)
    }
    for patience in [3, 10, 60] where !rest(seconds: 0.3) {
      if !emulator.contains("paused") { type(" ") }
      if rest(seconds: Double(patience)) { return true }
    }
    return rest(seconds: 0.3)
  }
}
