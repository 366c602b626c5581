import Foundation
import Testing

/// The file of preferences with whatever may stand in its place: it is read, or a line says where it is wrong.
struct ConfigFileTests {
  /// What stands in the file's place.
  enum Content: Sendable {
    case bytes([UInt8])
    case folder, loop, nowhere, pipe

    static func text(_ text: String) -> Content { .bytes(Array(text.utf8)) }
  }

  private static let junk: [UInt8] = {
    var state: UInt64 = 1
    return (0..<1 << 20).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
  }()

  /// Each with what the line says behind the file's name; nil where there is nothing to say.
  private static let cases: [(String, Content, String?)] = [
    ("empty", .text(""), nil), ("comments", .text("# one\n\n# two\n"), nil), ("null", .text("~\n"), nil),
    ("list", .text("- dark\n"), ":1:1: expected preferences (key: value), found a list"),
    ("word", .text("dark\n"), ":1:1: expected preferences (key: value), found \"dark\""),
    ("twice", .text("theme: dark\ntheme: light\n"), ":1:1: \"theme\" is given twice"),
    ("tabs", .text("history:\n\tbudget: 3\n"), ":2:1: not YAML: "), ("tab behind", .text("theme:\tdark\n"), nil),
    ("mark", .bytes([0xef, 0xbb, 0xbf] + Array("theme: dark\n".utf8)), nil),
    ("returns", .text("theme: dark\r\nlarge: true\r\n"), nil),
    ("behind a return", .text("theme: dark\r\nlarge: 4\r\n"), ":2:8: expected true or false, found 4"),
    ("junk", .bytes(junk), ": the text is not UTF-8"),
    ("brackets", .bytes(Array(repeating: 0x5b, count: 1 << 20)), ":1:1: not YAML: "),
    ("large", .bytes(Array(repeating: 0x23, count: 3 << 20)), ": too large: more than 1 MiB"),
    ("NUL", .text("theme: da\0rk\n"), ": not YAML: "),
    ("only NUL", .bytes(Array(repeating: 0, count: 99)), ": not YAML: "),
    ("escape", .text("theme: \"\u{1b}[31m\"\n"), ": not YAML: "),
    ("escaped", .text("theme: \"\\e[31m\"\n"), ":1:8: there is no theme "),
    ("folder", .folder, ": cannot be read: Is a directory"), ("pipe", .pipe, ": cannot be read: it is a pipe"),
    ("loop", .loop, nil), ("nowhere", .nowhere, nil),
    ("unknown", .text("mose: true\n"), ":1:1: there is no setting \"mose\"; did you mean mouse?"),
    ("language", .text("theme: dark\nlanguage: de\n"), ":2:11: expected a language (en), found \"de\""),
    ("no action", .text("keys: {\"w\": \"frobnicate\"}\n"), ":1:13: there is no key \"frobnicate\""),
    ("two for one", .text("keys: {\"w\": \"n\", \"e\": \"n\"}\n"), nil),
    ("changed about", .text("keys: {\"n\": \"b\", \"b\": \"n\"}\n"), nil),
    ("one for two", .text("keys: {\"w\": \"n\", \"w\": \"b\"}\n"), ":1:8: \"w\" is given twice"),
    ("no keys", .text("keys:\n"), ":1:6: expected keys ({\"w\": \"n\"}), found nothing"),
    ("empty key", .text("keys: {\"\": \"n\"}\n"), ":1:8: expected a letter or a sign, found \"\""),
    ("two documents", .text("theme: dark\n---\ntheme: light\n"), ":2:1: not YAML: "),
  ]

  private func put(_ content: Content, at file: URL) throws {
    let path = file.path
    switch content {
    case .bytes(let bytes): try Data(bytes).write(to: file)
    case .folder: try FileManager.default.createDirectory(at: file, withIntermediateDirectories: true)
    case .loop: #expect(symlink(path, path) == 0)
    case .nowhere: #expect(symlink("/nowhere/at/all", path) == 0)
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    }
  }

  /// Runs the program with such a file.
  private func run(_ content: Content, _ arguments: String...) throws -> (result: Program.Result, path: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "descent/config.yaml")
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try put(content, at: file)
    let command = [try TerminalSession.product("descent")] + arguments
    return (try Program.run(command, variables: ["XDG_CONFIG_HOME": folder.path]), file.path)
  }

  @Test func whateverStandsThereIsReadOrRefusedInALine() throws {
    for (name, content, words) in Self.cases {
      let (result, path) = try run(content, "--print-config")
      let isLink = ["loop", "nowhere"].contains(name)
      let expected = isLink ? "descent: there is no file \"\(path)\"" : words.map { "descent: \(path)\($0)" }
      #expect(result.status == (isLink ? 66 : words == nil ? 0 : 65), "\(name): \(result.status)")
      guard let expected else {
        #expect(result.errors.isEmpty && result.output.contains("\nlanguage: en"), "\(name): \(result.errors)")
        continue
      }
      #expect(result.errors.hasPrefix(expected), "\(name): \(result.errors)")
      #expect(
        result.output.isEmpty && result.errors.count { $0 == "\n" } == 1 && result.errors.hasSuffix("\n"), "\(name)")
      #expect(!result.errors.unicodeScalars.contains { $0.value < 32 && $0 != "\n" }, "\(name)")
    }
  }

  /// The visualizer says the same before it asks for a terminal.
  @Test func theVisualizerSaysTheSame() throws {
    for (name, content, words) in Self.cases where words != nil {
      let (shown, path) = try run(content, "xor4")
      #expect(shown.status == 65 && shown.errors.hasPrefix("descent: \(path)"), "\(name): \(shown.errors)")
    }
  }

  /// A value that the file refuses is refused on the command line in the same words, and no other is.
  @Test(
    arguments: [("history.budget", "history: {budget: VALUE}"), ("speed", "speed: VALUE")],
    [
      "0", "-1", "1e30", "text", "65536", "65537", "3.5", ".nan", ".inf", "''", "[1]", "null", "max", "1e-30",
      "7",
    ])
  func settingsAreThoseOfTheCommandLine(setting: (key: String, line: String), value: String) throws {
    let file = try run(.text(setting.line.replacing("VALUE", with: value) + "\n"), "--print-config").result
    let option = try Program.run(
      [try TerminalSession.product("descent"), "data", "xor4", "--set", "\(setting.key)=\(value)"])
    let isRefused = !file.errors.isEmpty
    #expect(file.status == (isRefused ? 65 : 0) && option.status == (isRefused ? 64 : 0), "\(setting.key) \(value)")
    func words(_ errors: String) -> Substring? { errors.firstRange(of: ": expected").map { errors[$0.lowerBound...] } }
    #expect(words(file.errors) == words(option.errors) && (file.status == 0) == (words(file.errors) == nil))
  }

  /// The slowest, the fastest and the least that can be wished for start, draw, and end.
  @Test(arguments: ["speed: 1e-30", "speed: 1e30", "speed: max", "history: {budget: 1}", "history: {budget: 65536}"])
  func theLimitsWork(line: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString.prefix(8))")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "descent"), withIntermediateDirectories: true)
    try Data(line.utf8).write(to: folder.appending(path: "descent/config.yaml"))
    let terminal = try PseudoTerminal(
      [try TerminalSession.product("descent"), "xor4"], variables: ["XDG_CONFIG_HOME": folder.path])
    try terminal.wait(for: "train")
    terminal.type("   nbq")
    #expect(try terminal.waitForEnd() == .exited(0), "\(terminal.emulator.lines)")
  }
}
