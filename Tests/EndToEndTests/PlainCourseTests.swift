import Experiments
import NeuralNetwork
import Session
import Testing

@testable import descent

/// Every lesson of the course told in lines, and done by lines alone.
struct PlainCourseTests {
  static let lessons = Demos.course.map(\.name)

  @Test(arguments: lessons)
  func everyLessonIsDoneByTypedLines(lesson: String) throws {
    let opened = try Experiment.open(source: lesson)
    let learner = PlainLearner()
    var run = PlainRun(try HeadlessSession(opened, weights: nil), learner.conversation)
    var done: [String: Bool] = [:]
    run.remember = { done[$0] = $1.isDone }
    try run.tell()
    let steps = run.session.lesson!.steps
    #expect(
      learner.troubles.isEmpty, "\(lesson): \(learner.troubles.joined(separator: "\n"))\n\(learner.told.suffix(12))")
    #expect(done == [opened.experiment.name: true] && run.session.lesson!.isDone)
    let goals = steps.count { $0.goal != nil }
    let reached = learner.told.count { $0 == "the goal is reached." }
    #expect(reached == goals, "\(lesson): of \(goals) goals \(reached) are told to be reached")
    for number in 1...steps.count {
      let isTold = learner.told.contains("Step \(number) of \(steps.count).")
      #expect(isTold, "\(lesson), step \(number)")
    }
    #expect(learner.told.last == "The end.")
    let controls = learner.told.joined().unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.isEmpty)
  }

  /// What a lesson calls a key has a command in its place.
  @Test(arguments: lessons)
  func everyKeyHasItsCommand(lesson: String) throws {
    let opened = try Experiment.open(source: lesson)
    for step in opened.experiment.lesson {
      let text = step.say ?? ""
      guard let press = text.firstRange(of: /[Pp]ress (?<key>[^ ]+)/) else { continue }
      let key = text[press].split(separator: " ")[1].trimmingCharacters(in: [",", ".", ";"])
      #expect(["]", "z", "←", "→"].contains(key) || !KeyWords.named(in: text).isEmpty, "\(lesson): \(text)")
    }
  }
}

/// Somebody who types: right answers, what reaches a goal, and blank lines. Wrong answers first, where there are any.
final class PlainLearner {
  private(set) var told: [String] = []
  private(set) var troubles: [String] = []
  private var pending: [String] = []
  private var solved: Lesson.Place?
  private var missed: Lesson.Place?
  private var lines = 0

  var conversation: Conversation {
    Conversation(isAsked: true, write: { [self] in told.append($0) }, read: { [self] in next(in: $0) })
  }

  private func next(in session: LearningSession) -> String? {
    lines += 1
    guard lines < 400, let lesson = session.lesson else { return nil }
    if !pending.isEmpty { return pending.removeFirst() }
    let (place, name) = (lesson.visit.place, "step \(lesson.index + 1)")
    if lesson.awaitsChoice { return answer(lesson, session) }
    guard lesson.isGoalOpen else { return "" }
    guard solved != place, let solution = lesson.step.solution else {
      troubles.append("\(name): the goal is not reached: \(told.suffix(8))")
      return ""
    }
    solved = place
    pending = solution.lines(in: session) + ["report"]
    return pending.removeFirst()
  }

  /// A wrong answer where a run does not judge it, then the right one.
  private func answer(_ lesson: Lesson, _ session: LearningSession) -> String {
    let (moment, isTold) = (session.moment, lesson.step.run == nil)
    defer { missed = lesson.visit.place }
    if missed == lesson.visit.place, lesson.visit.tried.isEmpty, isTold {
      troubles.append("\(lesson.index + 1): not heard")
    }
    let isFirst = missed != lesson.visit.place && isTold
    if let kind = lesson.awaitedPick {
      let (targets, right) = (moment.targets(of: kind), lesson.rightPicks(at: moment))
      let target = isFirst ? targets.first { !right.contains($0) } : right.first
      return (target ?? targets[0]).name(in: session.run).replacing("→", with: "->")
    }
    if let number = lesson.rightNumber(at: moment) { return isFirst ? "12345" : "\(number)" }
    let right = lesson.rightChoice(at: moment) ?? 0
    return "\((isFirst ? (right + 1) % lesson.visit.text.choices.count : right) + 1)"
  }
}

extension LessonStep.Solution {
  /// The same as somebody types it.
  fileprivate func lines(in session: LearningSession) -> [String] {
    var lines = changes.map { "set \($0.key) \($0.value)" }
    lines += weights.map { "set \($0.name) \($0.value)" }
    if let sample { lines.append("sample \(sample)") }
    lines += flips.map { "flip \($0 + 1)" }
    if let place {
      if let fog = session.scene.fog {
        lines += fog.way(toA: place[0], b: place[1]).map { way in
          let name = ["left", "right", "up", "down"].first { name in
            PlainCommand.parse("walk \(name)") == .success(.walk(way, times: 1))
          }
          return "walk \(name!)"
        }
      } else {
        lines.append("place \(place[0]) \(place[1])")
      }
    }
    switch run {
    case .updates(let count): lines.append("train \(count) updates")
    case .epochs(let count), .until(_, let count): lines.append("train \(count)")
    case nil: break
    }
    return lines + deeds.map { $0 == .trials ? "trials" : $0.rawValue }
  }
}
