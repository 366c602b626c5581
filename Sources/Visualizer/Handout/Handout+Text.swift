import Experiments
import Screen

extension Handout {
  /// How a handout is written.
  public enum Format: String, CaseIterable, Sendable { case text, markdown }

  /// The handout in lines.
  ///
  /// - Parameters:
  ///   - answers: whether answers, ways to the goals and the teacher's notes follow at the end.
  ///   - pictures: the path of each step's picture, by the step from 0; without one the picture stands in the text.
  public func text(_ format: Format, answers: Bool, pictures: [Int: String] = [:]) -> String {
    var lines = head(format)
    for (index, step) in steps.enumerated() {
      lines += [heading("Step \(index + 1)", 2, format), ""]
      lines += paragraphs(of: step, format)
      lines += step.asides.flatMap { paragraphs(of: $0, format) }
      if let picture = step.picture { lines += self.lines(of: picture, pictures[index], format) + [""] }
    }
    if answers { lines += teachersPart(format) }
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0.trimmedAtEnd }.joined(separator: "\n") + "\n"
  }

  private func head(_ format: Format) -> [String] {
    let time = LessonStep.words(minutes: minutes, exercises: exercises)
    return [heading(title, 1, format), "", (summary.isEmpty ? "" : summary + " ") + time, ""]
      + (format == .text ? ["Name: ____________________   Date: ____________", ""] : [])
  }

  private func heading(_ words: String, _ level: Int, _ format: Format) -> String {
    switch format {
    case .markdown: String(repeating: "#", count: level) + " " + words
    case .text: words + "\n" + String(repeating: level == 1 ? "=" : "-", count: words.columnCount)
    }
  }

  private func paragraphs(of step: Step, _ format: Format) -> [String] {
    var parts: [[String]] = []
    if let say = step.say { parts.append(wrapped(say, format)) }
    if !step.settings.isEmpty { parts.append(wrapped("Set: " + step.settings.joined(separator: ", ") + ".", format)) }
    if let question = step.question {
      parts.append(wrapped(format == .markdown ? "**\(question)**" : question, format))
      if !step.choices.isEmpty {
        parts.append(step.choices.map { format == .markdown ? "- [ ] \($0)" : "  ( ) \($0)" })
      }
      if step.isAsked, step.choices.isEmpty { parts.append(["Answer: ______________"]) }
    }
    if let run = step.run { parts.append(["Let it run: \(run)."]) }
    if step.hasGoal { parts.append([format == .markdown ? "- [ ] goal reached" : "  ( ) goal reached"]) }
    return parts.flatMap { $0 + [""] }
  }

  private func paragraphs(of aside: Aside, _ format: Format) -> [String] {
    let head = aside.answer.map { "Whoever has answered \"\($0)\":" } ?? "Whoever had another answer first:"
    return [format == .markdown ? "*\(head)*" : head, ""] + aside.steps.flatMap { paragraphs(of: $0, format) }
  }

  private func lines(of picture: Picture, _ path: String?, _ format: Format) -> [String] {
    if let path { return format == .markdown ? ["![\(picture.title)](\(path))"] : ["Picture: \(path)"] }
    let rows = picture.frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .reversed().drop { $0.isEmpty }.reversed()
    return format == .markdown ? ["```text"] + rows + ["```"] : Array(rows)
  }

  private func teachersPart(_ format: Format) -> [String] {
    var lines = [heading("Answers and notes", 2, format), ""]
    for (index, step) in steps.enumerated() {
      let parts = [
        step.answer.map { "answer: \($0)" },
        step.hasGoal && !step.solution.isEmpty ? "a way to the goal: " + step.solution.joined(separator: ", ") : nil,
        step.notes.map { "note: \($0)" },
      ].compactMap { $0 }
      for part in parts {
        let words = "Step \(index + 1), \(part)"
        switch format {
        case .markdown: lines.append("- " + words)
        case .text: lines += words.wrapped(to: 74).enumerated().map { ($0 == 0 ? "  " : "    ") + $1 }
        }
      }
    }
    return lines
  }

  /// Lines of at most 78 columns in plain text; Markdown is wrapped where it is shown.
  private func wrapped(_ text: String, _ format: Format) -> [String] {
    switch format {
    case .text: text.wrapped(to: 78)
    case .markdown: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

extension String {
  fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
