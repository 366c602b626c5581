import Foundation
import Testing

/// The program itself, in a terminal, as its user has it.
@Suite(.serialized)
struct DescentTests {
  private func open(_ arguments: String..., columns: Int = 80, rows: Int = 24) throws -> TerminalSession {
    try TerminalSession([try TerminalSession.product("descent")] + arguments, columns: columns, rows: rows)
  }

  /// The number after a word on the screen.
  private func number(after word: String, on screen: String) -> Double? {
    guard let place = screen.firstRange(of: word + " ") else { return nil }
    return Double(screen[place.upperBound...].prefix { $0.isNumber || $0 == "." })
  }

  @Test func aNetworkLearnsPausesAndStepsBeforeOnesEyes() throws {
    let session = try open("xor")
    try session.wait(for: "Exclusive or")
    try session.wait("the third epoch", seconds: 60) { (number(after: "epoch", on: $0) ?? 0) >= 3 }
    try session.type(" ")
    let paused = try session.wait(for: "paused")
    usleep(300_000)
    #expect(try session.screen() == paused)
    try session.type("n")
    try session.wait("another screen") { $0 != paused }
    try session.type("q")
    #expect(try session.exitStatus() == 0)
    #expect(try !session.mode("alternate_on"))
  }

  /// The demos are read behind the first frame; whoever asks for them at once gets them all the same.
  @Test func theGalleryIsThereForTheFirstKey() throws {
    let session = try open("xor")
    try session.type("e")
    let gallery = try session.wait(for: "what shall it learn?")
    #expect(gallery.contains("lesson 1") && gallery.contains("What a neuron does"))
    try session.press("Enter")
    try session.wait(for: "8 lesson 1/")
    try session.type("q")
    #expect(try session.exitStatus() == 0)
  }

  /// What was quit goes on where it was: the same numbers on the screen, and further from there.
  @Test func aRunIsResumed() throws {
    let state = FileManager.default.temporaryDirectory.appendingPathComponent("descent-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: state) }
    func open(_ arguments: String...) throws -> TerminalSession {
      try TerminalSession(
        [try TerminalSession.product("descent")] + arguments, columns: 120, variables: ["XDG_STATE_HOME": state.path])
    }
    let first = try open("spiral", "--set", "optimizer.rate=0.02")
    try first.wait("the second epoch", seconds: 60) { (number(after: "epoch", on: $0) ?? 0) >= 2 }
    try first.type(" ")
    let left = try first.wait(for: "paused")
    try first.type("q")
    #expect(try first.exitStatus() == 0)
    let second = try open("--resume")
    let found = try second.wait(for: "as it was left")
    for word in ["epoch", "train", "updates"] {
      #expect(number(after: word, on: found) == number(after: word, on: left), "\(word)")
    }
    #expect(found.contains("Two spirals") && found.contains("paused"))
    try second.type(" ")
    let epoch = try #require(number(after: "epoch", on: left))
    try second.wait("a later epoch", seconds: 60) { (number(after: "epoch", on: $0) ?? 0) > epoch }
  }

  @Test func aLessonIsFollowedByKeys() throws {
    let session = try open("bowl")
    try session.wait(for: "Space or ]: 60 updates")
    try session.type("]")
    try session.wait(for: "running")
    try session.type("]")
    try session.wait("the end of the run", seconds: 60) { $0.contains("60 updates done") }
    try session.type("]")
    try session.wait(for: "choose with")
    try session.type("j")
    try session.type("\r")
    try session.wait(for: "as you thought")
    try session.type("[")
    try session.wait(for: "] returns to step 2")
    try session.type("]")
    try session.wait(for: "as you thought")
  }

  @Test func whenPausedItSleeps() throws {
    let session = try open("spiral")
    try session.wait(for: "epoch")
    try session.type(" ")
    try session.wait(for: "paused")
    usleep(500_000)
    let before = try session.processorTime()
    usleep(2_000_000)
    #expect(try session.processorTime() - before <= 2)
  }

  @Test func anySizeIsSurvived() throws {
    let session = try open("xor")
    try session.wait(for: "epoch")
    for (columns, rows) in [(200, 60), (1, 1), (120, 40), (10, 5), (40, 12), (500, 3)] {
      try session.resize(columns: columns, rows: rows)
      usleep(100_000)
    }
    try session.resize(columns: 120, rows: 40)
    try session.wait("the whole width") { screen in
      ["Exclusive or", "network", "loss"].allSatisfy { screen.contains($0) }
        && screen.split(separator: "\n").contains { $0.count >= 119 }
    }
    try session.resize(columns: 10, rows: 5)
    try session.wait(for: "40x12")
    try session.type("q")
    #expect(try session.exitStatus() == 0)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130)])
  func aSignalEndsItWhileItTrains(signal: Int32, status: Int) throws {
    let session = try open("spiral")
    try session.wait(for: "epoch")
    try session.signal(signal)
    #expect(try session.exitStatus() == status)
    #expect(try !session.mode("alternate_on"))
  }

  @Test func theGalleryLeadsToADemo() throws {
    let session = try open()
    try session.wait(for: "what shall it learn?")
    try session.press("Enter")
    try session.wait(for: "epoch")
  }

  @Test(arguments: [
    ([], 69, "descent: no terminal: standard input and output must be one\n"),
    (["xor"], 69, "descent: no terminal: standard input and output must be one\n"),
    (["nobody-knows-it"], 66, "descent: there is no demo"),
    (["nowhere.csv"], 66, "descent: nowhere.csv: no such file\n"),
    (["xor", "--set", "optimizer.rate=fast"], 64, "descent: --set optimizer.rate=fast: "),
  ])
  func whatCannotBeIsSaidInOneLine(arguments: [String], status: Int, complaint: String) throws {
    let result = try Program.run([try TerminalSession.product("descent")] + arguments)
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    #expect(result.errors.hasPrefix(complaint))
    #expect(result.errors.filter { $0 == "\n" }.count == 1)
  }
}
