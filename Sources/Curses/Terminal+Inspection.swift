import CCurses
import Glibc
import Screen

/// What is known of the terminal of standard input and output, from its environment and from itself.
public struct TerminalInspection: Hashable, Sendable {
  /// The terminal's type, by the variable TERM.
  public var type: String?
  /// Why the visualizer cannot be shown on this type of terminal; nil where it can.
  public var refusal: TerminalError?
  /// Whether ncurses has an entry for the type.
  public var isTypeKnown: Bool
  /// The colours and glyphs that frames would be shown in.
  public var depth: ColorDepth
  /// The character sets that pictures are drawn with.
  public var glyphs: GlyphSet
  /// Whether the locale's encoding is UTF-8.
  public var isUTF8: Bool
  /// Whether the terminal is at the other end of a network.
  public var isRemote: Bool
  /// Columns and rows; nil where there is no terminal.
  public var size: (width: Int, height: Int)? { width > 0 ? (width, height) : nil }
  /// What it answered; nil where there is no terminal.
  public var identity: TerminalIdentity?
  private var width = 0
  private var height = 0

  /// Looks at the environment, and asks the terminal, if there is one; that takes a time to wait for its answers at most.
  public init(waiting patience: Duration = .milliseconds(500)) {
    type = Terminal.variable("TERM").flatMap { $0.isEmpty ? nil : $0 }
    refusal = TerminalError(ofType: type)
    let entry = type.flatMap { Terminfo.read($0) }
    isTypeKnown = entry != nil
    isUTF8 = ccurses_adopt_locale()
    depth = .detected(variable: Terminal.variable, terminfoColors: type == nil ? 0 : entry?.colors)
    glyphs = .suggested(isUTF8: isUTF8, type: type ?? "")
    isRemote = Terminal.variable("SSH_CONNECTION") != nil || Terminal.variable("SSH_TTY") != nil
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, let window = Terminal.windowSize else { return }
    (width, height) = window
    identity = refusal != nil || type == "linux" ? TerminalIdentity() : Self.ask(patience)
  }

  /// Asks on the screen as it is; nothing is shown. ^C ends the program as ever.
  private static func ask(_ patience: Duration) -> TerminalIdentity {
    var identity = TerminalIdentity()
    var (input, output) = (Input(), Output())
    ccurses_open_output()
    ccurses_guard()
    ccurses_set_farewell("", 0)
    input.signals = ccurses_watch_signals()
    ccurses_hold()
    output.send(TerminalReply.questions.utf8)
    let end = ContinuousClock.now + patience
    input.decoder.expectsAnswers = true
    while !identity.isComplete, ContinuousClock.now < end, !input.hasEnded {
      input.wait(until: end, forOutput: !output.isEmpty)
      output.flush()
      for reply in input.receive() { identity.learn(from: reply) }
      let signals = ccurses_take_signals()
      for signal in [SIGINT, SIGTERM, SIGHUP] where signals & 1 << UInt64(signal) != 0 { ccurses_end_by(signal) }
    }
    ccurses_give_back()
    return identity
  }
}
