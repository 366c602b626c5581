import CCurses
import Glibc
import Screen

/// The terminal, while the program has it: shows frames and says what its user does.
///
/// One instance at a time, used by the one thread that made it. While it lives the terminal shows the program's screen;
/// `restore()`, the end of the instance, `exit` and a crash all give it back as it was. What is written to standard error
/// in the meantime is kept and appears afterwards. Nothing waits for a terminal that does not read.
public final class Terminal {
  /// What the user decides, against what the environment suggests.
  public struct Options: Sendable {
    /// The colour depth; nil is for the environment to say (`NO_COLOR`, `COLORTERM`, `TERM`).
    public var depth: ColorDepth?
    /// The glyphs; nil is for the environment to say (the locale, `TERM`).
    public var glyphs: GlyphSet?
    /// Whether the mouse is asked for. Without it the terminal's own selection of text works undisturbed.
    public var mouse: Bool

    /// Options that leave to the environment what is not said.
    public init(depth: ColorDepth? = nil, glyphs: GlyphSet? = nil, mouse: Bool = true) {
      self.depth = depth
      self.glyphs = glyphs
      self.mouse = mouse
    }
  }

  /// The size of the screen in columns and rows. It changes only when `nextEvent` says so.
  public internal(set) var size: (width: Int, height: Int)
  /// The colours that frames are shown in; those of a frame are converted.
  public let depth: ColorDepth
  /// The glyphs that drawing should use: those of the options, else what the environment suggests.
  ///
  /// Setting it to more than ASCII says that the terminal shows Unicode, whatever the locale.
  public var glyphs: GlyphSet {
    didSet { renewEncoder() }
  }
  /// What the terminal has said of itself so far; `nextEvent` says `.identified` when it knows more.
  public internal(set) var identity = TerminalIdentity()
  /// Whether the terminal is at the other end of a network (ssh), where frames should be few.
  public let isRemote: Bool
  /// Whether the mouse's buttons and drags are reported; without it the terminal's own selection of text works undisturbed.
  public var usesMouse: Bool {
    didSet { if isOpen, usesMouse != oldValue { send(Self.mouseModes(usesMouse)) } }
  }
  /// How long the last `present` took, from the frame to its bytes.
  public internal(set) var lastPresentation: Duration = .zero

  let capabilities: Capabilities
  let isUTF8: Bool
  /// Whether the environment and the terminal say which glyphs should be used.
  let suggestsGlyphs: Bool
  /// The glyph sets that this terminal can show.
  public let glyphSets: [GlyphSet]
  var encoder: FrameEncoder
  var output = Output()
  /// The newest frame, where the terminal was not ready for it.
  var waiting: Frame?
  /// When the terminal is no longer believed to say that it is ready; nil where nothing is awaited.
  var readyDue: ContinuousClock.Instant?
  /// Whether the terminal says when it is ready.
  var saysReady = false
  /// The frame that was sent last.
  var presented: Frame?
  /// How long answers to the first questions are waited for at the end, and how long they are expected at all.
  var answersDue: ContinuousClock.Instant?
  var answersEnd: ContinuousClock.Instant?
  /// How long the first frame waits for answers; nil once it has, or where nothing was asked.
  var firstAnswersEnd: ContinuousClock.Instant?

  var input = Input()
  var pendingSignals: UInt64 = 0
  /// When the size of the window is looked at, because it may have changed.
  var resizeDue: ContinuousClock.Instant?
  private(set) var isOpen = true

  /// Takes the terminal of standard input and output.
  public init(options: Options = Options()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    let type = Self.variable("TERM") ?? ""
    if let error = TerminalError(ofType: type) { throw error }
    isUTF8 = ccurses_adopt_locale()
    let entry = Terminfo.read(type)
    capabilities = entry?.capabilities ?? .standard
    depth = options.depth ?? .detected(variable: Self.variable, terminfoColors: entry?.colors)
    glyphs = options.glyphs ?? .suggested(isUTF8: isUTF8, type: type)
    suggestsGlyphs = options.glyphs == nil
    glyphSets = GlyphSet.shown(isUTF8: isUTF8)
    usesMouse = options.mouse
    isRemote = Self.variable("SSH_CONNECTION") != nil || Self.variable("SSH_TTY") != nil
    size = Self.windowSize ?? (80, 24)
    encoder = FrameEncoder(
      capabilities: capabilities, depth: depth, showsUnicode: isUTF8 || glyphs != .ascii)
    ccurses_open_output()
    ccurses_guard()
    input.signals = ccurses_watch_signals()
    setFarewell()
    ccurses_hold()
    enter()
    guard type != "linux" else { return }
    askTerminal()
  }

  deinit { restore() }

  /// The size of the window, where the terminal says it.
  static var windowSize: (width: Int, height: Int)? {
    var (width, height): (Int32, Int32) = (0, 0)
    return ccurses_size(&width, &height) ? (Int(width), Int(height)) : nil
  }

  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private func renewEncoder() {
    let showsUnicode = isUTF8 || glyphs != .ascii
    guard showsUnicode != encoder.rendition.showsUnicode else { return }
    encoder = FrameEncoder(capabilities: capabilities, depth: depth, showsUnicode: showsUnicode)
  }

  func send(_ text: String) { output.send(text.utf8) }

  /// Gives the terminal back for good. A second call does nothing.
  ///
  /// What it has not read is waited for shortly, and so are its answers, which would else be typed into the shell.
  public func restore() {
    guard isOpen else { return }
    isOpen = false
    settle()
    output.drop()
    ccurses_give_back()
  }

  /// Gives the terminal back and ends the process by a signal that asked for it, so that whoever waits for it knows.
  public func end(by signal: Int32) -> Never {
    restore()
    ccurses_end_by(signal)
    exit(128 + signal)
  }
}
