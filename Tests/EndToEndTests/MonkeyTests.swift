import Foundation
import Testing

/// Random keys, mouse reports, pastes, broken bytes and sizes for the program in a pseudo-terminal. Now and then it is made to pause,
/// and what its terminal shows must be what it shows after everything is drawn anew.
///
/// `DESCENT_MONKEY` is the number of events, and has the screens compared; `DESCENT_SEED` the seed of the first.
@Suite(.serialized)
struct MonkeyTests {
  private struct Numbers {
    var state: UInt64
    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let events = environment["DESCENT_MONKEY"].flatMap { Int($0) } ?? 240
  private static let firstSeed = environment["DESCENT_SEED"].flatMap { UInt64($0) } ?? 1

  /// All keys but those that quit, stop or suspend.
  private static let keys: [String] =
    "abcdefghijklmnoprstuvwxyzACDGMORTY 0123456789+-.,;:?[]\r\t\u{7f}\u{c}".map { String($0) } + [
      "\u{1b}[A", "\u{1b}[B", "\u{1b}[C", "\u{1b}[D", "\u{1b}[5~", "\u{1b}[6~", "\u{1b}[H", "\u{1b}[F", "\u{1b}[Z",
      "\u{1b}OP", "\u{1b}[20~", "\u{1b}[24~", "\u{1b}\u{1b}",
    ]

  private func act(_ terminal: PseudoTerminal, _ numbers: inout Numbers) {
    let (width, height) = (terminal.emulator.width, terminal.emulator.height)
    switch numbers.below(20) {
    case 0:
      terminal.resize(columns: 1 + numbers.below(160), rows: 1 + numbers.below(50))
    case 1...4:
      let button = numbers.pick([0, 1, 2, 32, 64, 65, 35, 99])
      let place = "\(1 + numbers.below(width + 2));\(1 + numbers.below(height + 2))"
      terminal.type("\u{1b}[<\(button);\(place)\(numbers.pick(["M", "m"]))")
    case 5:
      terminal.type("\u{1b}[200~\(numbers.pick(["0.3", "x\ny", "\u{1b}[31m", ""]))\u{1b}[201~")
    case 6:
      let broken = (0..<numbers.below(6)).map { _ in numbers.pick([0x1b, 0x5b, 0x4f, 0x3b, 0x39, 0xc3, 0xff]) as UInt8 }
      terminal.send(broken)
    default:
      terminal.type(numbers.pick(Self.keys))
    }
  }

  /// Has the program pause with nothing over the panels, and compares its screen with a fresh one.
  private func compare(_ terminal: PseudoTerminal, _ note: String) throws {
    guard Self.environment["DESCENT_MONKEY"] != nil else { return }
    terminal.resize(columns: 100, rows: 32)
    terminal.type("\u{1b}[201~")
    for _ in 0..<3 {
      terminal.pump(milliseconds: 120)
      terminal.type("\u{1b}")
    }
    terminal.pump(milliseconds: 200)
    if !terminal.settle(quiet: 600) { terminal.type(" ") }
    guard terminal.settle(quiet: 600) else { return }
    let shown = terminal.emulator.look
    terminal.type("\u{c}")
    guard terminal.settle(quiet: 600) else { return }
    let difference = zip(shown, terminal.emulator.look).enumerated().first { $1.0 != $1.1 }
    if let (index, cells) = difference {
      Issue.record("\(note): cell \(index % 100),\(index / 100) was \(cells.0), is \(cells.1)")
    }
  }

  @Test(arguments: ["xor", "iris", "bowl"])
  func nothingThatIsTypedHangsOrCrashesIt(source: String) throws {
    let program = try TerminalSession.product("descent")
    var seed = Self.firstSeed
    var left = Self.events / 3
    while left > 0 {
      let count = min(left, 200)
      left -= count
      let note = "\(source), DESCENT_SEED=\(seed)"
      var numbers = Numbers(state: seed)
      let terminal = try PseudoTerminal([program, source], columns: 100, rows: 32)
      try terminal.wait(for: "q quit")
      for event in 0..<count {
        act(terminal, &numbers)
        if event % 10 == 9 { terminal.pump(milliseconds: 5) }
        guard !terminal.hasEnded else {
          Issue.record("\(note): after \(event) events it \(try terminal.waitForEnd())")
          return
        }
      }
      try compare(terminal, note)
      #expect(terminal.emulator.unknown.isEmpty, "\(note): \(terminal.emulator.unknown)")
      kill(terminal.process, SIGTERM)
      #expect(try terminal.waitForEnd() == .signal(SIGTERM), "\(note)")
      #expect(terminal.emulator.modes == [25], "\(note)")
      seed += 1
    }
  }

  @Test func aStormOfSizesLeavesNothingBehind() throws {
    let program = try TerminalSession.product("descent")
    let terminal = try PseudoTerminal([program, "xor"], columns: 100, rows: 32)
    try terminal.wait(for: "epoch")
    var numbers = Numbers(state: Self.firstSeed)
    for _ in 0..<100 {
      terminal.resize(columns: 1 + numbers.below(160), rows: 1 + numbers.below(50))
      if numbers.below(3) == 0 { terminal.pump(milliseconds: 10) }
    }
    try compare(terminal, "DESCENT_SEED=\(Self.firstSeed)")
  }
}
