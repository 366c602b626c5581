import Foundation
import Testing

/// Experiments told in lines of text.
struct PlainTests {
  private func descent(_ arguments: String...) throws -> Program.Result {
    try Program.run([try TerminalSession.product("descent")] + arguments)
  }

  @Test func anExperimentIsToldInLines() throws {
    let result = try descent("iris", "--plain")
    #expect(result.status == 0 && result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first == "Three kinds of iris" && lines.last == "The end.")
    #expect(result.output.contains("Network: 4-8-3") && lines.contains { $0.hasPrefix("Epoch 100, update 2100:") })
    #expect(!result.output.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }

  /// The last line's cost is the one that training without a screen reports.
  @Test func theNumbersAreThoseOfTraining() throws {
    let trained = try descent("train", "iris", "--epochs", "100", "--json")
    let summary = try JSONSerialization.jsonObject(with: Data(trained.output.utf8)) as? [String: Any]
    let cost = try #require((summary?["train"] as? [String: Any])?["cost"] as? Double)
    let told = try descent("iris", "--plain").output
    let last = try #require(told.matches(of: /training cost ([0-9.]+)/).last.flatMap { Double($0.1) })
    #expect(abs(last - cost) <= 1e-3 * cost)
  }

  @Test func aLessonIsToldToItsEnd() throws {
    let result = try descent("two-wells", "--plain")
    #expect(result.status == 0)
    for words in ["Step 1 of 2.", "Step 2 of 2.", "Set: batch = 1", "  2: it leaves", "The answer: it leaves"] {
      #expect(result.output.contains(words), "\(words)")
    }
    #expect(!result.output.contains("Your guess"), "nobody guessed")
  }

  @Test func aDivergenceIsTold() throws {
    let result = try descent("sine", "--plain", "--set", "optimizer.rate=50")
    #expect(result.status == 0 && result.output.contains("Training stopped: "))
  }

  @Test func withoutASourceThereIsNothingToTell() throws {
    let result = try descent("--plain")
    #expect(result.status == 64 && result.errors.contains("SOURCE"))
  }
}

/// What is typed between the lines.
struct PlainCommandTests {
  private func told(_ demo: String, _ lines: String...) throws -> [Substring] {
    let program = try TerminalSession.product("descent")
    let text = lines.joined(separator: "\n")
    let result = try Program.run(["sh", "-c", "printf '%s\\n' \"$2\" | \"$0\" \"$1\" --plain", program, demo, text])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    return result.output.split(separator: "\n")
  }

  @Test func stepsGoForwardAndBack() throws {
    let lines = try told("xor4", "step", "step 2 layer", "back 2 layer", "back", "step 3 epoch", "go 2")
    let moments = lines.filter { $0.hasPrefix("Epoch ") && $0.contains("update") && !$0.contains("cost") }
    #expect(moments.first == "Epoch 0, update 1, update 1.")
    #expect(moments.count == 6 && moments[2] == moments[0] && moments[3].hasPrefix("Epoch 0, update 0"))
    #expect(moments[5].contains("update 2"))
  }

  @Test func settingsChangeAndAreShown() throws {
    let lines = try told(
      "spiral", "set optimizer.rate 0.3", "show optimizer.rate", "set optimizer.name=adam", "set optimizer.rate x")
    #expect(lines.contains { $0.hasPrefix("optimizer.rate: 0.3") }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix("adam.") })
  }

  @Test func aUnitsArithmeticIsThePanels() throws {
    let lines = try told("xor4", "step", "why h1", "why h1 x2", "why h9", "why y zz")
    #expect(lines.contains { $0.hasPrefix("h1 · ") })
    #expect(lines.contains { $0.contains("z = b + Σ x·w") })
    #expect(lines.contains { $0.contains("there is no unit “h9”") })
    #expect(lines.contains { $0 == "nothing called “zz” comes into y." })
  }

  @Test func aWordIsExplained() throws {
    let lines = try told("xor4", "what transfer function", "what sofmax", "what")
    #expect(lines.contains { $0.hasPrefix("activation function (f, transfer function") })
    #expect(lines.contains("  lesson: descent learn 2"))
    #expect(lines.contains("there is no term \"sofmax\"; did you mean softmax?"))
    #expect(lines.contains("what takes a word: what softmax."))
  }

  @Test func whatIsNoCommandIsSaid() throws {
    let lines = try told(
      "spiral", "trian", "step sideways", "train 0", "set optimizer", "show optimizer.rat", "help", "quit", "why h1")
    for words in [
      "did you mean train?", "there is no step “sideways”", "“0” is no number of epochs", "set takes a setting",
      "did you mean optimizer.rate?", "train 10: train for ten epochs.",
    ] { #expect(lines.contains { $0.contains(words) }, "\(words)") }
    #expect(lines.last == "The end." && !lines.contains { $0.hasPrefix("h1 ·") })
  }

  /// Commands come between the steps of a lesson, and blank lines go on.
  @Test func aLessonTakesCommandsToo() throws {
    let lines = try told("two-wells", "why y", "", "2", "quit", "", "")
    #expect(lines.contains { $0.hasPrefix("y · ") })
    #expect(lines.contains("Your guess: it leaves the well some day."), "\(lines)")
    #expect(lines.last == "The end.")
  }

  @Test(arguments: ["\u{1b}[31m", "\u{9b}31m", "\u{202e}", "\u{1b}]0;x\u{7}"])
  func nothingFromAFileReachesTheTerminalRaw(code: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plain-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.yaml")
    let hex = code.unicodeScalars.map { String(format: "\\u%04X", $0.value) }.joined()
    try """
    title: "T\(hex)"
    summary: "S\(hex)"
    data: {source: xor}
    lesson:
      - say: "L\(hex)"
        ask: "Q\(hex)"
        choices: ["A\(hex)", "B\(hex)"]
        answer: "A\(hex)"
    """.write(to: file, atomically: true, encoding: .utf8)
    let program = try TerminalSession.product("descent")
    let told = try Program.run([program, file.path, "--plain"])
    #expect(told.output.contains("L") && told.output.contains("Q"), "\(told)")
    let refused = try Program.run([program, "spiral", "--theme", "x\(code)"])
    #expect(refused.status == 64)
    for text in [told.output, refused.errors] {
      #expect(
        !text.unicodeScalars.contains { $0 != "\n" && ["Cc", "Cf"].contains($0.category) }, "\(text.debugDescription)")
    }
  }
}

extension Unicode.Scalar {
  fileprivate var category: String {
    switch properties.generalCategory {
    case .control: "Cc"
    case .format: "Cf"
    default: "other"
    }
  }
}
