/// A terminal that a monkey plays with.
protocol Cage {
  /// Columns and rows.
  var size: (width: Int, height: Int) { get }
  /// What comes from keyboard and mouse.
  func send(_ bytes: [UInt8]) throws
  func resize(columns: Int, rows: Int) throws
}

extension PseudoTerminal: Cage {
  var size: (width: Int, height: Int) { (emulator.width, emulator.height) }
  func send(_ bytes: [UInt8]) { send(bytes, reading: true) }
}

/// Somebody who presses every key.
struct Monkey {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number that looks random, the same on every machine.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

  /// All keys but those that quit, stop or suspend.
  private static let keys: [String] =
    "abcdefghijklmnoprstuvwxyzACDGMORTY 0123456789+-.,;:?[]\r\t\u{7f}\u{c}".map { String($0) } + [
      "\u{1b}[A", "\u{1b}[B", "\u{1b}[C", "\u{1b}[D", "\u{1b}[5~", "\u{1b}[6~", "\u{1b}[H", "\u{1b}[F", "\u{1b}[Z",
      "\u{1b}OP", "\u{1b}[20~", "\u{1b}[24~", "\u{1b}\u{1b}",
    ]

  mutating func resize(_ terminal: some Cage) throws {
    try terminal.resize(columns: 1 + below(160), rows: 1 + below(50))
  }

  /// Does something: mostly a key, at times a click, a paste, broken bytes or another size.
  mutating func act(on terminal: some Cage) throws {
    let (width, height) = terminal.size
    switch below(20) {
    case 0:
      try resize(terminal)
    case 1...4:
      let button = pick([0, 1, 2, 32, 64, 65, 35, 99])
      let place = "\(1 + below(width + 2));\(1 + below(height + 2))"
      try terminal.send(Array("\u{1b}[<\(button);\(place)\(pick(["M", "m"]))".utf8))
    case 5:
      try terminal.send(Array("\u{1b}[200~\(pick(["0.3", "x\ny", "\u{1b}[31m", ""]))\u{1b}[201~".utf8))
    case 6:
      try terminal.send((0..<below(6)).map { _ in pick([0x1b, 0x5b, 0x4f, 0x3b, 0x39, 0xc3, 0xff]) })
    default:
      try terminal.send(Array(pick(Self.keys).utf8))
    }
  }
}
