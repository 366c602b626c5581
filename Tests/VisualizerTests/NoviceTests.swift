import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// The first five lessons by no key that they have not named.
struct NoviceTests {
  static let lessons = Demos.course.filter { (1...5).contains($0.chapter ?? 0) }.map(\.name)

  @Test(arguments: lessons, [(80, 24), (120, 40)])
  func everyKeyHasBeenNamed(lesson: String, size: (Int, Int)) throws {
    var novice = try Novice(lesson, size)
    for _ in novice.lesson.steps { novice.playStep() }
    #expect(novice.lesson.isDone && novice.troubles.isEmpty, "\(lesson): \(novice.troubles.joined(separator: "\n"))")
    #expect(novice.pressed.count > novice.lesson.steps.count)
  }

  @Test func thereAreFive() { #expect(Self.lessons.count == 5) }

  /// What a sentence names, and what only looks like a key.
  @Test(
    arguments: [
      ("Press 5 and ↓ until its row is marked, then Enter.", ["5", "↓", "Enter"]),
      ("Click its line, or press 1, or 5, ↓.", ["1", "5", "↓"]), ("z is 5 and x1 is 1.", []),
      ("N and B look at others.", ["N", "B"]), ("Take half of 5. Then add 3 lorries.", []), ("Press ].", ["]"]),
      ("choose with 8, ↑ ↓ and Enter", ["8", "↑", "↓", "Enter"]),
    ] as [(String, Set<String>)])
  func namesOfKeys(text: String, names: Set<String>) { #expect(KeyNames.all(in: text) == names) }
}
