import CCurses
import Glibc
import Screen

/// The terminal, while the program has it: shows frames and says what its user does.
///
/// One instance at a time, used by the one thread that made it. While it lives the terminal shows the program's screen;
/// `restore()`, the end of the instance, `exit` and a crash all give it back as it was. What is written to standard error
/// in the meantime is kept and appears afterwards.
public final class Terminal {
  /// What the user decides, against what the environment suggests.
  public struct Options: Sendable {
    /// The colour depth; nil is for the environment to say (`NO_COLOR`, `COLORTERM`, `TERM`).
    public var depth: ColorDepth?
    /// The glyphs; nil is for the environment to say (the locale, `TERM`).
    public var glyphs: GlyphSet?
    /// Whether the mouse is asked for. Without it the terminal's own selection of text works undisturbed.
    public var mouse: Bool

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
    didSet { shown = nil }
  }
  /// The terminal's background colour, where it told within a tenth of a second. A light one calls for a light theme.
  public private(set) var background: Color?
  /// Whether the terminal is at the other end of a network (ssh), where frames should be few.
  public let isRemote: Bool
  /// Whether the terminal can be asked to show a frame at once.
  private(set) var isSynchronized = false
  /// How long the last `present` took. Writing blocks where the line to the terminal is slow, so this tells its pace.
  public internal(set) var lastPresentation: Duration = .zero

  /// What the terminal shows now; nil where that is not known.
  var shown: Frame?
  var pairs: ColorPairs
  var row: [CCursesCell] = []
  var input = Input()
  var pendingSignals: UInt64 = 0
  /// When the size of the window is looked at, because it may have changed.
  var resizeDue: ContinuousClock.Instant?
  private let hasMouse: Bool
  private let isUTF8: Bool
  private var isOpen = true

  /// Takes the terminal of standard input and output.
  public init(options: Options = Options()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard let type = Self.variable("TERM"), !type.isEmpty else { throw .noType }
    if type == "dumb" { throw .cannotMoveCursor(type: type) }
    isUTF8 = ccurses_adopt_locale()
    let colors = ccurses_colors_of(type)
    depth = options.depth ?? .detected(variable: Self.variable, terminfoColors: colors < 0 ? nil : Int(colors))
    glyphs = options.glyphs ?? .suggested(isUTF8: isUTF8, type: type)
    hasMouse = options.mouse
    isRemote = Self.variable("SSH_CONNECTION") != nil || Self.variable("SSH_TTY") != nil
    ccurses_guard()
    input.signals = ccurses_watch_signals()
    let entry = Self.embeddedEntry(for: depth, terminfoColors: Int(colors))
    ccurses_hold()
    guard ccurses_open(entry?.type ?? type, entry?.entry, depth != .none) else {
      ccurses_release()
      throw .cannotOpen(type: type)
    }
    size = Self.screenSize
    pairs = ColorPairs(depth: depth, capacity: Int(ccurses_pair_count()))
    setModes(true)
    if type != "linux" { askTerminal() }
  }

  deinit { restore() }

  /// The size as ncurses knows it.
  static var screenSize: (width: Int, height: Int) { (Int(ccurses_columns()), Int(ccurses_rows())) }

  /// Whether what is not ASCII may be sent.
  var showsUnicode: Bool { isUTF8 || glyphs != .ascii }

  /// Gives the terminal back for good. A second call does nothing.
  public func restore() {
    guard isOpen else { return }
    isOpen = false
    setModes(false)
    ccurses_close()
    ccurses_release()
  }

  /// Gives the terminal to the shell, as ^Z does, and returns when it is back.
  func suspend() {
    setModes(false)
    ccurses_leave()
    ccurses_release()
    ccurses_stop()
    takeBack()
  }

  /// Makes the terminal the program's again, whatever has been done to it meanwhile.
  func takeBack() {
    ccurses_release()
    ccurses_hold()
    ccurses_enter()
    setModes(true)
    shown = nil
    resizeDue = .now
  }

  /// Turns mouse reports (buttons and drags, as SGR sequences) and bracketed paste on or off.
  private func setModes(_ isOn: Bool) {
    let state = isOn ? "h" : "l"
    let mouse = hasMouse ? "\u{1b}[?1002\(state)\u{1b}[?1006\(state)" : ""
    send("\u{1b}[?2004\(state)" + mouse)
  }

  func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { ccurses_write($0.baseAddress, $0.count) }
    }
  }

  /// Asks what the terminal can do, and waits a tenth of a second at most. Keys that come meanwhile are kept.
  private func askTerminal() {
    send(TerminalReply.questions)
    let end = ContinuousClock.now + .milliseconds(100)
    while !input.isAnswered, ContinuousClock.now < end, !input.hasEnded {
      input.wait(until: end)
      collect()
    }
  }

  /// Reads what the terminal has sent and keeps the answers in it.
  func collect() {
    for reply in input.receive() {
      switch reply {
      case .synchronizedOutput(let isKnown): isSynchronized = isKnown
      case .background(let color): background = color
      case .attributes: break
      }
    }
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// The entry of our own that a depth needs, where the installed entry does not have that many colours or does not exist.
  private static func embeddedEntry(for depth: ColorDepth, terminfoColors: Int) -> EmbeddedTerminfo? {
    if depth == .full { return .direct }
    return terminfoColors < depth.colors ? .palette : nil
  }
}
