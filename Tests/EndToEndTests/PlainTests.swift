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
