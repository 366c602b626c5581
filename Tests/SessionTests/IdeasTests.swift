import Experiments
import Foundation
import Testing

/// The table of ideas in `demos/course/IDEAS.md` names lessons and steps that there are.
struct IdeasTests {
  private struct Row {
    let idea: String
    let lesson: String
    let steps: [Int?]
  }

  private func rows() throws -> [Row] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../demos/course/IDEAS.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("|") }
    return try lines.dropFirst(2).map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(cells.count == 3, "\(line)")
      return Row(idea: cells[0], lesson: cells[1], steps: cells[2].split(separator: ", ").map { Int($0) })
    }
  }

  @Test func everyLessonAndStepExists() throws {
    let rows = try rows()
    #expect(rows.count > 30)
    let steps = Dictionary(uniqueKeysWithValues: Demos.course.map { ($0.name, $0.steps) })
    for row in rows {
      let count = steps[row.lesson]
      #expect(count != nil, "\(row.idea): there is no lesson \(row.lesson)")
      #expect(
        !row.steps.isEmpty && row.steps.allSatisfy { $0.map { (1...(count ?? 0)).contains($0) } ?? false },
        "\(row.idea)")
    }
  }

  @Test func everyLessonTeachesSomething() throws {
    let taught = Set(try rows().map(\.lesson))
    for lesson in Demos.course { #expect(taught.contains(lesson.name), "\(lesson.name) has no row in IDEAS.md") }
  }

  @Test func ideasStandInTheOrderOfTheCourse() throws {
    let rows = try rows()
    #expect(rows.map(\.lesson) == rows.map(\.lesson).sorted())
    #expect(Set(rows.map(\.idea)).count == rows.count)
  }
}
