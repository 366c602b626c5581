import Foundation
import Testing

/// The glossary and the handout from the command line.
struct TeachingTests {
  private func descent(_ arguments: String...) throws -> Program.Result {
    try Program.run([try TerminalSession.product("descent")] + arguments)
  }

  @Test func aTermIsExplained() throws {
    let result = try descent("glossary", "softmax")
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.output.hasPrefix("softmax (normalized exponential)\n  Makes the sums"))
    #expect(result.output.contains("eᶻ/Σeᶻ") && result.output.contains("lesson: descent learn 2"))
    #expect(try descent("glossary", "transfer", "function").output.hasPrefix("activation function"))
  }

  @Test func allTermsAreListed() throws {
    let result = try descent("glossary")
    for term in ["epoch", "batch", "δ", "learning rate", "energy"] {
      #expect(result.output.contains("\(term) ("), "\(term)")
    }
  }

  @Test func aNearTermIsSuggested() throws {
    let result = try descent("glossary", "sofmax")
    #expect(result.status == 65 || result.status == 64)
    #expect(result.errors == "descent: there is no term \"sofmax\"; did you mean softmax?\n")
  }

  /// Placeholders are numbers of the engine, questions have blanks, answers are at the end where they are asked for.
  @Test func aLessonIsPrinted() throws {
    let plain = try descent("lesson", "01-neuron", "--script")
    #expect(plain.status == 0 && plain.errors.isEmpty, "\(plain.errors)")
    #expect(plain.output.hasPrefix("Lesson 1: What a neuron does\n====="))
    #expect(
      plain.output.replacing("\n", with: " ").contains("A car costs 2, a lorry 4. Now 3 cars and 2 lorries")
        && !plain.output.contains("{"))
    #expect(plain.output.contains("Answer: ____") && !plain.output.contains("answer: 14"))
    #expect(plain.output.contains("1 network"))
    let full = try descent("lesson", "1", "--script", "--answers")
    #expect(
      full.output.contains("Step 4, answer: 14") && full.output.contains("Step 3, answer: lorries → toll")
        && full.output.contains("Step 1, note: Ask what"))
    #expect(full.output.contains("a way to the goal: "))
  }

  /// Each with all its steps, no placeholder left, and a way to each goal.
  @Test func everyLessonOfTheCourseIsPrinted() throws {
    let list = try descent("learn", "--list").output.split(separator: "\n")
    let numbers = list.compactMap { $0.split(separator: "\t").first.map(String.init) }
    #expect(numbers.count >= 19)
    for number in numbers {
      let result = try descent("lesson", number, "--script", "--answers")
      #expect(result.status == 0, "\(number): \(result.errors)")
      #expect(
        result.output.hasPrefix("Lesson \(number): ") && result.output.contains("a way to the goal: "), "\(number)")
      let goals = result.output.split(separator: "\n").count { $0.hasSuffix("( ) goal reached") }
      let ways = result.output.split(separator: "\n").count { $0.contains(", a way to the goal: ") }
      #expect(goals == ways && goals >= 3, "\(number): \(goals) goals, \(ways) ways")
    }
  }

  @Test func itsPicturesAreFiles() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("descent-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let result = try descent(
      "lesson", "bowl", "--script", "--format", "markdown", "--pictures", folder.path, "--output",
      folder.path + ".md")
    defer { try? FileManager.default.removeItem(atPath: folder.path + ".md") }
    #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
    let text = try String(contentsOfFile: folder.path + ".md", encoding: .utf8)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!files.isEmpty)
    for file in files {
      #expect(text.contains("](\(folder.lastPathComponent)/\(file))"))
      let picture = try String(contentsOfFile: "\(folder.path)/\(file)", encoding: .utf8)
      #expect(picture.hasPrefix("<svg"))
    }
  }

  @Test func whatHasNoLessonIsNotPrinted() throws {
    let result = try descent("lesson", "spiral", "--script")
    #expect(result.status == 64 && result.errors.contains("spiral has no lesson"))
  }
}
