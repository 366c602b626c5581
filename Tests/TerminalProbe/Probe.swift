import Curses
import Glibc
import Screen

/// The state of the probe, and what its keys do.
struct Probe {
  private let terminal: Terminal
  private var lines: [String] = []
  private var count = 0
  private var cursor: Frame.Position?

  /// Arguments: a colour depth, a glyph set, or `no-mouse`.
  init(arguments: some Sequence<String>) throws(TerminalError) {
    var options = Terminal.Options()
    for argument in arguments {
      if let depth = ColorDepth(rawValue: argument) { options.depth = depth }
      if let glyphs = GlyphSet(rawValue: argument) { options.glyphs = glyphs }
      if argument == "no-mouse" { options.mouse = false }
    }
    terminal = try Terminal(options: options)
    terminal.awaitIdentity()
  }

  /// Shows what happens until the end; returns the exit status.
  mutating func run() -> Int32 {
    while true {
      terminal.present(card())
      guard let event = terminal.nextEvent(), event != .identified else { continue }
      count += 1
      lines.append("\(count) \(Self.name(of: event))")
      if case .terminate(let signal) = event { terminal.end(by: signal) }
      guard case .key(let press) = event, !press.control, !press.alt else { continue }
      if press.key == .character("q") {
        terminal.restore()
        return 0
      }
      obey(press.key)
    }
  }

  /// Does what a key means here.
  private mutating func obey(_ key: Key) {
    switch key {
    case .character("x"): crashOutOfRange(lines.count + 5)
    case .character("f"): fatalError("the probe was told to stop")
    case .character("a"): abort()
    case .character("o"): lines.append("\(Self.depth(of: count))")
    case .character("X"): exit(3)
    case .character("E"): complain("stray text\n")
    case .character("c"): cursor = cursor == nil ? Frame.Position(x: 3, y: 2) : nil
    case .character("g"): terminal.glyphs = terminal.glyphs == .ascii ? .braille : .ascii
    case .character("L"): terminal.repaint()
    case .character("T"): lines.append("frames \(Self.framesPerSecond(terminal, card()))")
    case .character("S"): sleepDeeply()
    default: break
    }
  }

  /// Sleeps through every signal, after it has said so.
  private mutating func sleepDeeply() {
    lines.append("asleep")
    while !terminal.isReady { _ = terminal.nextEvent(deadline: .now + .milliseconds(10)) }
    terminal.present(card())
    var left = sleep(20)
    while left > 0 { left = sleep(left) }
  }

  /// A recursion without end.
  private static func depth(of number: Int) -> Int { number < 0 ? number : 1 + depth(of: number + 1) &+ number }

  private func crashOutOfRange(_ index: Int) { print(lines[index]) }

  /// How many whole screens of changing colours are shown in a second.
  private static func framesPerSecond(_ terminal: Terminal, _ frame: Frame) -> Int {
    let clock = ContinuousClock()
    var shown = 0
    var frame = frame
    let time = clock.measure {
      while shown < 100 {
        for y in 0..<frame.height {
          for x in 0..<frame.width {
            let level = UInt8((x + y + shown) * 16 & 0xf0)
            frame[x, y] = Cell("▀", Style(.rgb(level, 128, 255 - level), on: .rgb(128, level, 64)))
          }
        }
        terminal.present(frame)
        shown += 1
      }
    }
    return Int(100 / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18))
  }

  private func card() -> Frame {
    let (width, height) = terminal.size
    var frame = Frame(width: width, height: height)
    let rows = [
      "probe \(width)x\(height) depth \(terminal.depth.rawValue) glyphs \(terminal.glyphs.rawValue)",
      "",
      "braille ⣿⠿ blocks ▀█▄ lines ╭─╮ wide 漢 accent é control \u{1b}[31m",
    ]
    for (y, text) in rows.enumerated() { put(text, at: y, .plain, in: &frame) }
    put("negative", at: 3, Style(.rgb(254, 134, 1)), in: &frame)
    put("positive", at: 4, Style(.rgb(0, 135, 255), on: .rgb(8, 8, 8), .bold), in: &frame)
    put("reverse", at: 5, Style(.standard, on: .standard, .reverse), in: &frame)
    put("bright", at: 6, Style(.ansi(12)), in: &frame)
    for (y, text) in lines.suffix(max(0, height - 8)).enumerated() { put(text, at: 7 + y, .plain, in: &frame) }
    frame[width - 1, height - 1] = Cell("#")
    frame.cursor = cursor
    return frame
  }

  private func put(_ text: String, at y: Int, _ style: Style, in frame: inout Frame) {
    for (x, scalar) in text.unicodeScalars.enumerated() { frame[x, y] = Cell(scalar, style) }
  }

  private static func name(of event: InputEvent) -> String {
    switch event {
    case .key(let press): "key \(press.control ? "control " : "")\(press.alt ? "alt " : "")\(press.key)"
    case .mouse(let mouse): "mouse \(mouse.kind) \(mouse.button) \(mouse.x),\(mouse.y)"
    case .paste(let text): "paste \(text.debugDescription)"
    case .resize(let width, let height): "resize \(width)x\(height)"
    case .resumed: "resumed"
    case .identified: "identified"
    case .thinned: "thinned"
    case .terminate(let signal): "terminate \(signal)"
    }
  }
}

/// Writes to standard error.
func complain(_ text: String) { _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) } }
