import Foundation

/// A program in a real terminal of its own: tmux, on a server of its own, with a screen of a fixed size.
///
/// The program is one of the package's own products, or a shell. Everything waits for what it expects, for a bounded time, so
/// that tests are as fast as the program and fail with the screen in hand.
final class TerminalSession {
  /// What went wrong, with the screen as it was.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Holds tmux's socket, and what the shell around the program notes: its process and its exit status.
  private let folder = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString.prefix(8))")

  /// The columns and rows of the window.
  private(set) var size: (width: Int, height: Int)

  /// Runs the program that its arguments name, and keeps the terminal afterwards. ^C is for the program alone.
  private static let shell = """
    cd "$1"; shift; trap : INT
    sh -c 'echo $$ > process; exec "$@"' sh "$@"
    echo $? > status.new; mv status.new status
    exec sleep 1000
    """

  /// The environment variables that the session does not take over from whoever runs the tests.
  private static let own = ["TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "TMUX", "SSH_CONNECTION", "SSH_TTY"]

  /// Starts a program; `variables` are set in its environment, or unset where nil.
  init(
    _ command: [String], columns: Int = 80, rows: Int = 24, variables: [String: String?] = [:]
  ) throws {
    size = (columns, rows)
    let unset = Self.own + variables.filter { $0.value == nil }.keys
    let own = ["LANG": "C.UTF-8", "TERM": "tmux-256color", "PS1": "$ ", "XDG_STATE_HOME": folder.path + "/state"]
    let set = own.merging(variables.compactMapValues { $0 }) { $1 }
    let assignments = set.filter { !(variables[$0.key].map { $0 == nil } ?? false) }.map { "\($0.key)=\($0.value)" }
    let environment = ["env"] + unset.flatMap { ["-u", $0] } + assignments
    let words = ["sh", "-c", Self.shell, "sh", folder.path] + environment + command
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try tmux(
      "start-server", ";", "set", "-g", "status", "off", ";", "set", "-s", "escape-time", "0", ";",
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", words.map(Self.quoted).joined(separator: " "))
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(at: folder)
  }

  /// The path of a product of this package, built along with the tests.
  static func product(_ name: String) throws -> String {
    let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let path = runner.deletingLastPathComponent().appending(path: name).path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw Failure(description: "\(path) has not been built")
    }
    return path
  }

  // MARK: What a user does

  /// Types text, as it stands.
  func type(_ text: String) throws { try tmux("send-keys", "-l", "--", text) }

  /// Presses keys by tmux's names: `Enter`, `Escape`, `Up`, `C-c`, `M-x`, `F5`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Sends bytes as the terminal itself would, such as a report of the mouse.
  func send(bytes: some Sequence<UInt8>) throws {
    try tmux(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) throws {
    size = (columns, rows)
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) throws {
    guard let process = note("process") else { throw Failure(description: "no process") }
    kill(pid_t(process), number)
  }

  /// Closes the terminal under the program.
  func hangUp() throws { try tmux("kill-server") }

  /// Whether the program is there and has not ended.
  var isRunning: Bool {
    guard let process = note("process") else { return false }
    let state = try? String(contentsOf: URL(filePath: "/proc/\(process)/stat"), encoding: .utf8)
    return state.map { !$0.contains(") Z ") } ?? false
  }

  /// Whether the program waits for its user and for nothing else.
  var isProgramAtRest: Bool { note("process").map { isAtRest(pid_t($0)) } ?? false }

  // MARK: What a user sees

  /// The screen as text, a line for each row; with `styled`, with its colours and attributes as escape sequences.
  func screen(styled: Bool = false) throws -> String {
    try tmux(["capture-pane", "-p"] + (styled ? ["-e", "-N"] : []))
  }

  /// The screen and what has scrolled off it, with wrapped lines joined.
  func history() throws -> String { try tmux("capture-pane", "-p", "-J", "-S", "-") }

  /// Waits until the screen satisfies a condition, and returns it.
  @discardableResult
  func wait(_ what: String, seconds: Double = 10, until isReached: (String) -> Bool) throws -> String {
    let end = Date.now + seconds
    while true {
      let screen = try screen()
      if isReached(screen) { return screen }
      guard Date.now < end else { throw Failure(description: "\(what) did not come; the screen is\n\(screen)") }
      usleep(10_000)
    }
  }

  /// Waits until the screen contains a text.
  @discardableResult
  func wait(for text: String, seconds: Double = 10) throws -> String {
    try wait("“\(text)”", seconds: seconds) { $0.contains(text) }
  }

  /// Waits for the program's end. The status is the exit status, or 128 and the number of the signal that ended it.
  func exitStatus(seconds: Double = 10) throws -> Int {
    let end = Date.now + seconds
    while Date.now < end {
      if let status = note("status") { return status }
      usleep(10_000)
    }
    throw Failure(description: "the program has not ended; the screen is\n\(try screen())")
  }

  /// The processor time that the program has used, in hundredths of a second.
  func processorTime() throws -> Int {
    guard let process = note("process") else { throw Failure(description: "no process") }
    let fields = try String(contentsOf: URL(filePath: "/proc/\(process)/stat"), encoding: .utf8).split(separator: " ")
    return (Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0)
  }

  private func note(_ name: String) -> Int? {
    let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return text.flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// Whether a mode of the terminal is on: `alternate_on`, `cursor_flag`, `mouse_any_flag`.
  func mode(_ name: String) throws -> Bool {
    try tmux("display-message", "-p", "#{\(name)}") == "1\n"
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let result = try Program.run(
      ["tmux", "-S", folder.appending(path: "tmux").path, "-f", "/dev/null", "-u"] + arguments)
    guard result.status == 0 else {
      let isMissing = result.status == 127
      throw Failure(
        description: isMissing
          ? "tmux is missing; these tests need it (Debian: apt-get install tmux)" : "tmux: \(result.errors)")
    }
    return result.output
  }

  private static func quoted(_ word: String) -> String {
    "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
