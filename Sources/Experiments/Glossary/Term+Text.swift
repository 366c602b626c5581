import Datasets

extension Term {
  /// How its lesson is opened: `descent learn 2`, or `descent bowl`; nil where it has none.
  public var lessonCommand: String? {
    lesson.map { name in chapter.map { "descent learn \($0)" } ?? "descent \(name)" }
  }

  /// The number of its lesson in the course.
  public var chapter: Int? { lesson.flatMap { Demos.chapter(of: $0) } }

  /// The entry in lines of text: the name with other words, what it means, its formula, and how its lesson is opened.
  public var text: String {
    let others = others.isEmpty ? "" : " (\(others.joined(separator: ", ")))"
    let rest = [meaning, formula, lessonCommand.map { "lesson: " + $0 }].compactMap { $0 }
    return ([name + others] + rest.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }
}
