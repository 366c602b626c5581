import Testing

/// How `Terminal` judges terminals, and what it sends to them, seen through `TerminalProbe`.
@Suite(.serialized)
struct TerminalDepthTests {
  /// A kind of terminal, and what is to be seen of the probe in it.
  struct Kind: CustomStringConvertible, Sendable {
    var description: String
    var arguments: [String] = []
    var variables: [String: String?]
    var depth: String
    /// An orange foreground, as the terminal receives it.
    var orange: String
  }

  static let kinds = [
    Kind(description: "tmux", variables: [:], depth: "256", orange: "\u{1b}[38;5;208mnegative"),
    Kind(
      description: "kitty, not installed", variables: ["TERM": "xterm-kitty", "TMUX": nil], depth: "24bit",
      orange: "\u{1b}[38;2;254;134;1mnegative"),
    Kind(
      description: "xterm that says truecolor",
      variables: ["TERM": "xterm-256color", "TMUX": nil, "COLORTERM": "truecolor"], depth: "24bit",
      orange: "\u{1b}[38;2;254;134;1mnegative"),
    Kind(
      description: "an unknown type", variables: ["TERM": "nobody-knows-it", "TMUX": nil], depth: "256",
      orange: "\u{1b}[38;5;208mnegative"),
    Kind(description: "8 colours", variables: ["TERM": "xterm"], depth: "8", orange: "\u{1b}[33mnegative"),
    Kind(
      description: "16 colours asked for", arguments: ["16"], variables: ["TERM": "xterm"], depth: "16",
      orange: "\u{1b}[33mnegative"),
    Kind(description: "a VT100", variables: ["TERM": "vt100"], depth: "none", orange: "negative"),
    Kind(description: "NO_COLOR", variables: ["NO_COLOR": "1"], depth: "none", orange: "negative"),
    Kind(
      description: "colours asked for in spite of NO_COLOR", arguments: ["256"], variables: ["NO_COLOR": "1"],
      depth: "256", orange: "\u{1b}[38;5;208mnegative"),
  ]

  @Test(arguments: kinds)
  func coloursAsTheTerminalHasThem(kind: Kind) throws {
    let session = try TerminalSession(
      [try TerminalSession.product("TerminalProbe")] + kind.arguments, variables: kind.variables)
    let header = try session.wait(for: "probe 80x24")
    #expect(header.contains("depth \(kind.depth) "))
    // The terminal may show the first row of a frame before its last.
    try session.wait(for: "negative")
    try session.wait(for: "reverse")
    let styled = try session.screen(styled: true)
    #expect(styled.contains(kind.orange))
    #expect(styled.contains(/\u{1b}\[(0;)?7m/))
    try session.press("Up", "Home")
    try session.wait(for: "1 key up")
    try session.wait(for: "2 key home")
    try session.type("q")
    #expect(try session.exitStatus() == 0)
    #expect(try !session.mode("alternate_on"))
  }

  @Test func brightColoursAreTheTerminalsOwnAtEveryDepthThatHasThem() throws {
    for depth in ["16", "256", "24bit"] {
      let session = try TerminalSession([try TerminalSession.product("TerminalProbe"), depth])
      try session.wait(for: "depth \(depth) ")
      #expect(try session.screen(styled: true).contains("[94m"))
    }
  }

  @Test func withoutUTF8NothingButASCIIIsSent() throws {
    let session = try TerminalSession([try TerminalSession.product("TerminalProbe")], variables: ["LANG": "C"])
    let screen = try session.wait(for: "glyphs ascii")
    #expect(screen.contains("braille ?? blocks ??? lines ???"))
    try session.type("g")
    try session.wait(for: "braille ⣿⠿ blocks ▀█▄ lines ╭─╮")
  }

  @Test func theLinuxConsoleHasBlocksAlone() throws {
    let session = try TerminalSession([try TerminalSession.product("TerminalProbe")], variables: ["TERM": "linux"])
    try session.wait(for: "depth 8 glyphs block")
  }

  @Test(
    arguments: [
      (["TERM": "dumb"], "no usable terminal: TERM=dumb names one that cannot move its cursor"),
      (["TERM": nil], "no usable terminal: the variable TERM is not set"),
    ] as [([String: String?], String)])
  func aTerminalThatIsNoneIsRefusedInOneLine(variables: [String: String?], complaint: String) throws {
    let session = try TerminalSession([try TerminalSession.product("TerminalProbe")], variables: variables)
    #expect(try session.exitStatus() == 69)
    #expect(try session.history().hasPrefix("TerminalProbe: \(complaint)\n"))
  }

  @Test func withoutATerminalThereIsOneLineAndStatus69() throws {
    let result = try Program.run([try TerminalSession.product("TerminalProbe")])
    #expect(result.status == 69)
    #expect(result.output.isEmpty)
    #expect(result.errors == "TerminalProbe: no terminal: standard input and output must be one\n")
  }
}
