import Foundation
import TerminalEmulator

/// A program in a pseudo-terminal of the test's own, with an emulator at the other end: a terminal that may be slow, silent, gone
/// or mad, as tmux is not.
final class PseudoTerminal {
  struct Failure: Error, CustomStringConvertible { var description: String }

  /// How a program ended.
  enum Ending: Equatable, CustomStringConvertible {
    case exited(Int32)
    case signal(Int32)
    var description: String {
      switch self {
      case .exited(let status): "exited with \(status)"
      case .signal(let number): "ended by signal \(number)"
      }
    }
  }

  private(set) var emulator: TerminalEmulator
  let process: pid_t
  private(set) var master: Int32
  /// The program's scratch folder: where it runs, and where it keeps its state.
  let folder = FileManager.default.temporaryDirectory.appending(path: "descent-\(UUID().uuidString.prefix(8))")
  /// Whether the terminal answers what it is asked.
  var answers: Bool
  /// How many bytes the program has sent.
  private(set) var received = 0
  private var answered = 0
  private var ending: Ending?

  init(
    _ command: [String], columns: Int = 80, rows: Int = 24, variables: [String: String] = [:], answers: Bool = true,
    erasesInColor: Bool = true
  ) throws {
    self.answers = answers
    emulator = TerminalEmulator(width: columns, height: rows)
    emulator.erasesInColor = erasesInColor
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // Linux's TIOCSPTLCK and TIOCGPTN: unlock it, and what is its number?
    var (locked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Failure(description: "no pseudo-terminal")
    }
    let common = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin"]
    let own = ["HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state"]
    Self.resize(master, columns, rows)
    process = try Self.spawn(
      ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder.path] + command,
      common.merging(own) { $1 }.merging(variables) { $1 }, terminal: "/dev/pts/\(number)")
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if master >= 0 { close(master) }
    try? FileManager.default.removeItem(at: folder)
  }

  private static func spawn(
    _ command: [String], _ variables: [String: String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    for stream: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, stream) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID: the terminal becomes the program's own.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | newSession))
    let arguments = command.map { strdup($0) } + [nil]
    let environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + environment).forEach { free($0) } }
    var process: pid_t = 0
    guard posix_spawnp(&process, command[0], &actions, &attributes, arguments, environment) == 0 else {
      throw Failure(description: "\(command[0]) could not be started")
    }
    return process
  }

  private static func resize(_ master: Int32, _ columns: Int, _ rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  // MARK: What a terminal does

  func resize(columns: Int, rows: Int) {
    emulator.resize(width: columns, height: rows)
    Self.resize(master, columns, rows)
  }

  /// Closes it under the program, as a window that is closed or a line that is cut.
  func vanish() {
    close(master)
    master = -1
  }

  /// Whether the modes of the line are those of a shell: lines are edited and echoed.
  var hasShellModes: Bool {
    var modes = termios()
    tcgetattr(master, &modes)
    let local = tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    return modes.c_lflag & local == local && modes.c_oflag & tcflag_t(OPOST) != 0
      && modes.c_iflag & tcflag_t(ICRNL) != 0
  }

  /// Whether the system sends signals for keys, instead of handing them over.
  var keysSignal: Bool {
    var modes = termios()
    tcgetattr(master, &modes)
    return modes.c_lflag & tcflag_t(ISIG) != 0
  }

  /// So many bytes a read waits for at least.
  var leastRead: UInt8 {
    var modes = termios()
    tcgetattr(master, &modes)
    return withUnsafeBytes(of: &modes.c_cc) { $0[Int(VMIN)] }
  }

  /// Sends bytes to the program; what it sends meanwhile is read, so that neither waits for the other.
  func send(_ bytes: some Collection<UInt8>, reading: Bool = true) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty, !hasEnded {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 4096)) }
      if count > 0 { rest = rest.dropFirst(count) }
      if reading { read(upTo: 1 << 16) }
      if count <= 0 { waitForTerminal(milliseconds: 5, events: POLLOUT | (reading ? POLLIN : 0)) }
    }
  }

  func type(_ text: String) { send(text.utf8) }

  private func waitForTerminal(milliseconds: Int32, events: Int32) {
    var source = pollfd(fd: master, events: Int16(events), revents: 0)
    poll(&source, 1, milliseconds)
    if source.revents & Int16(POLLHUP) != 0, source.revents & Int16(POLLIN) == 0 { usleep(2000) }
  }

  /// Reads what is there, shows it, and answers. Returns how many bytes there were.
  @discardableResult
  func read(upTo count: Int) -> Int {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Foundation.read(master, buffer.baseAddress, count))
    }
    received += bytes.count
    emulator.feed(bytes)
    answerQuestions()
    return bytes.count
  }

  private static let replies = [
    "p": "\u{1b}[?2026;2$y", "]": "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\", "q": "\u{1b}P>|emulator(1.0)\u{1b}\\",
    "c": "\u{1b}[?62;22c", "n": "\u{1b}[0n",
  ]

  /// The answers to what was asked since the last time.
  func takeAnswers() -> [UInt8] {
    defer { answered = emulator.questions.count }
    return emulator.questions[answered...].flatMap { Array((Self.replies[$0] ?? "").utf8) }
  }

  private func answerQuestions() {
    guard answers, answered < emulator.questions.count else { return }
    let bytes = takeAnswers()
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Damages the screen, as a stray program would.
  func scribble() { emulator.feed("\u{1b}7\u{1b}[3;3H\u{1b}[mXXXXXXXXXXXX\u{1b}[5;9HYYYY".utf8) }

  // MARK: What is seen

  /// Reads for some time.
  func pump(milliseconds: Int) {
    let end = Date.now + Double(milliseconds) / 1000
    while Date.now < end, !hasEnded {
      waitForTerminal(milliseconds: 5, events: POLLIN)
      read(upTo: 1 << 16)
    }
  }

  func wait(_ what: String, seconds: Double = 20, until isReached: (TerminalEmulator) -> Bool) throws {
    let end = Date.now + seconds
    while !isReached(emulator) {
      guard Date.now < end, !hasEnded || read(upTo: 1 << 16) > 0 else {
        throw Failure(
          description: "\(what) did not come (\(ending?.description ?? "running")); the screen is\n"
            + emulator.lines.joined(separator: "\n"))
      }
      waitForTerminal(milliseconds: 5, events: POLLIN)
      read(upTo: 1 << 16)
    }
  }

  func wait(for text: String, seconds: Double = 20) throws {
    try wait("“\(text)”", seconds: seconds) { $0.contains(text) }
  }

  /// Reads until nothing has come for a while; false where that does not happen in time.
  func settle(quiet milliseconds: Int32 = 150, seconds: Double = 3) -> Bool {
    let end = Date.now + seconds
    while Date.now < end, !hasEnded {
      waitForTerminal(milliseconds: milliseconds, events: POLLIN)
      if read(upTo: 1 << 16) == 0 { return true }
    }
    return false
  }

  // MARK: The program

  /// Whether the program has ended.
  var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    ending = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .signal(status & 0x7f)
    return true
  }

  /// Waits for the program's end, and reads what it sent last; without `reading` nothing is read before.
  func waitForEnd(reading: Bool = true, seconds: Double = 15) throws -> Ending {
    let end = Date.now + seconds
    while !hasEnded {
      guard Date.now < end else {
        throw Failure(
          description: "the program has not ended; the screen is\n\(emulator.lines.joined(separator: "\n"))")
      }
      if reading { read(upTo: 1 << 16) }
      usleep(5000)
    }
    while read(upTo: 1 << 16) > 0 {}
    return ending!
  }

  /// The files in its scratch folder that are no saved runs.
  var strayFiles: [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { path in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: folder.path + "/" + path, isDirectory: &isFolder)
      return !isFolder.boolValue && !(path.hasPrefix("state/descent/") && path.hasSuffix(".json"))
    }
  }

  /// The processor time that the program has used, in hundredths of a second.
  var processorTime: Int {
    let text = (try? String(contentsOf: URL(filePath: "/proc/\(process)/stat"), encoding: .utf8)) ?? ""
    let fields = text.split(separator: " ")
    return fields.count > 14 ? (Int(fields[13]) ?? 0) + (Int(fields[14]) ?? 0) : 0
  }
}
